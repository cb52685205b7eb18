"""Files of several formats out of a few words, for cases that are written as text."""

import io
import zipfile
import zlib

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
    return zipped({part: content.encode() for part, content in parts.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of parts by name."""
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def drawn(stream: bytes, extra: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page that is drawn by a stream.

    It is put together by hand, as no writer of PDF writes what is not sound: `extra` stands among
    the resources of the page, `more` are objects from number 6 on.
    """
    content = zlib.compress(stream, 9)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources "
        b"<< /Font << /F 5 0 R >> " + extra + b" >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )
    out, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + head + table + end % (len(objects) + 1, len(out))


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
