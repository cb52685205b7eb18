"""Files of several formats out of a few words, for cases that are written as text."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PAGE = "\n=====\n"


def packed(name: str, text: str) -> bytes:
    """The bytes of a file of this name."""
    if name.endswith(".docx"):
        return word(text)
    if name.endswith(".pdf"):
        return pdf(text)
    return text.encode()


def word(body: str) -> bytes:
    """A Word file whose body is this XML."""
    main = f"{_KIND}-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_KIND}-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def pdf(text: str) -> bytes:
    """A PDF file with a printed line for each line, set by a real writer."""
    from fpdf import FPDF

    file = FPDF()
    for page in text.strip("\n").split(PAGE):
        file.add_page()
        file.set_font("Helvetica", size=10)
        for line in page.strip("\n").split("\n"):
            file.cell(w=0, h=6, text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(file.output())
