r"""Messages, mailboxes and pages that a browser saved as one message (RFC 822, 2557, 4155).

>>> content = b"From: Arn Harbour <press@arn.example>\nSubject: Pier closed\n\nThe pier is closed."
>>> (found,) = message(content, "a.eml", lambda content, name: ())
>>> found.outlet, found.title, found.text
('Arn Harbour', 'Pier closed', 'Pier closed\n\nThe pier is closed.')
"""

import mailbox as boxes
import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from discrepancy.errors import MissingExtra, UnreadableSource
from discrepancy.extras import library
from discrepancy.patterns import pattern
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.files.limits import LIMITS, Document, Limits, fitting
from discrepancy.reading.imprint.moments import moment
from discrepancy.reading.imprint.published import says_published
from discrepancy.reading.web import webpage
from discrepancy.reading.web.webpage import under_title
from discrepancy.source import Source

Attached = Callable[[bytes, str], tuple[Document, ...]]
"""Reads what is attached: its content and name to its documents."""

_PICTURES = ("image/", "audio/", "video/", "font/")
_SIGNS = ("application/pgp-signature", "application/pkcs7-signature", "text/x-vcard")


def message(
    content: bytes, name: str, attached: Attached, limits: Limits = LIMITS
) -> Iterator[Document]:
    """The text of a message, then the documents attached to it.

    Raises:
        UnreadableSource: it has neither.
    """
    mail = _parsed(content)
    if not mail.keys():
        raise UnreadableSource("it has no header of a message")
    yield from _all_of(mail, name, attached, limits)


def _all_of(
    mail: EmailMessage, name: str, attached: Attached, limits: Limits
) -> Iterator[Document]:
    yield _text_of(mail, name, limits)
    for part in mail.iter_attachments():
        yield from _attachment(part, name, attached, limits)


def mailbox(
    content: bytes, name: str, attached: Attached, limits: Limits = LIMITS
) -> Iterator[Document]:
    """The messages of a mailbox, numbered, each as if it were a file of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "box")
        ends = (found.start() for found in re.finditer(rb"\nFrom ", content))
        path.write_bytes(content[: next(islice(ends, limits.documents + 1, None), None)])
        box = boxes.mbox(path, create=False)
        try:
            for number, key in enumerate(box.iterkeys(), start=1):
                place = f"message {number}"
                try:
                    yield from message(box.get_bytes(key), f"{name}#{number}", attached, limits)
                except UnreadableSource as why:
                    yield UnreadableSource(f"{place}: {why}")
        finally:
            box.close()


def saved_page(content: bytes) -> tuple[bytes, str | None]:
    """The page of an MHTML file, in UTF-8, and its address.

    Raises:
        UnreadableSource: there is no page in it.
    """
    mail = _parsed(content)
    pages = [part for part in mail.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise UnreadableSource("it holds no page")
    start = str(mail.get_param("start", "") or "")
    first = next((one for one in pages if start and one["Content-ID"] == start), pages[0])
    address = str(mail["Snapshot-Content-Location"] or first["Content-Location"] or "") or None
    return _words(first).encode(), address


def _parsed(content: bytes) -> EmailMessage:
    """The parts of a message.

    Raises:
        UnreadableSource: they lie in each other too deeply.
    """
    try:
        mail = message_from_bytes(content.lstrip(), policy=_Bounded())
    except RecursionError:
        raise UnreadableSource("its parts are nested too deeply") from None
    assert isinstance(mail, EmailMessage)
    return mail


class _Bounded(EmailPolicy):
    """The library's own way to read headers, of each its beginning, and each once.

    What it takes grows with the square of a header and beyond, and some it ends in an error.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> str:
        return _header_of(name, value)


_HEADER = 1_000
"""Characters of a header that are read."""


@lru_cache(maxsize=1_000)
def _header_of(name: str, value: str) -> str:
    read = EmailPolicy().header_fetch_parse
    found: str
    try:
        found = read(name, value)
    except Exception:  # whatever its bytes lead to: as if nothing stood there
        found = read(name, "")
    return found


def _text_of(mail: EmailMessage, name: str, limits: Limits) -> Document:
    body = mail.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        return UnreadableSource("the message has no text")
    sender, address = parseaddr(_header(mail, "From"))
    title = _header(mail, "Subject") or None
    told: dict[str, object] = {
        "title": title,
        "outlet": sender or address.rpartition("@")[2] or None,
    }
    words = _words(body)
    if body.get_content_type() == "text/plain":
        own = words[: replied_to(words)].rstrip()
        if own and own != words.rstrip():
            told["notes"] = (_ANSWERED,)
        text = under_title(own or words, title)
        told |= _sent(mail, text)
        return Source(id=name, text=text).model_copy(update=told)
    try:
        own, answers = _without_answered(words, limits)
        page = webpage.page(own.encode(), name, limits=limits)
    except (UnreadableSource, MissingExtra) as why:
        return UnreadableSource(str(why))
    if answers:
        told["notes"] = (*page.notes, _ANSWERED)
    text = under_title(page.text, title)
    told |= _sent(mail, text)
    return fitting(page.model_copy(update={**told, "text": text}), limits, cleaned=True)


def _sent(mail: EmailMessage, text: str) -> dict[str, object]:
    """When a message was sent, which is when it was printed unless its text says otherwise."""
    printed = moment(_header(mail, "Date"))
    if printed is None or says_published(text):
        return {}
    where = "the message's Date"
    return {"published": printed.day, "published_at": printed.at, "published_from": where}


_ANSWERED = "the message that this one answers is left out"


def _without_answered(markup: str, limits: Limits) -> tuple[str, bool]:
    """A message in HTML without the one that it answers, and whether it held one.

    By the marks of Gmail, Thunderbird, Apple Mail, Outlook and Yahoo; a message that is nothing
    else is kept whole.
    """
    library("trafilatura", "html", "to read web pages")
    from lxml import html

    if not re.search(
        r"(?i)gmail_quote|type=[\"']?cite|moz-cite|divRplyFwdMsg|yahoo_quoted", markup
    ):
        return markup, False
    tree = webpage.parsed(markup, limits)
    found = tree.xpath(_QUOTES)
    for one in found:
        if one.getparent() is not None:
            one.drop_tree()
    if not tree.text_content().strip():
        return markup, False
    return html.tostring(tree, encoding="unicode"), bool(found)


_QUOTES = (
    "//*[contains(@class, 'gmail_quote') or contains(@class, 'moz-cite-prefix')"
    " or contains(@class, 'yahoo_quoted') or @type='cite']"
    " | //*[@id='divRplyFwdMsg'] | //*[@id='divRplyFwdMsg']/following-sibling::*"
)


def replied_to(text: str) -> int:
    r"""Where the message begins that this one answers; the end of the text where there is none.

    >>> text = "Nine were hurt.\n\nOn 22 Oct 2024, Ann Ode wrote:\n> Six were hurt.\n"
    >>> text[: replied_to(text)].rstrip()
    'Nine were hurt.'
    """
    marked = _forwarded().search(text)
    quoted = _quoted_from(text)
    return min(quoted, marked.start()) if marked else quoted


def _quoted_from(text: str) -> int:
    """Where the quoted lines with which a text ends begin, with what tells whose they are."""
    start, at = len(text), len(text) + 1
    for line in reversed(text.split("\n")):
        at -= len(line) + 1
        if line.startswith(">"):
            start = at
        elif not line.lstrip().startswith(">") and line.strip():
            break
    if start == len(text) or start == 0:
        return start
    above = text[max(0, start - _INTRODUCED) : start]
    told = _introduced().search(above)
    return start - len(above) + told.start() if told else start


_INTRODUCED = 1_000
"""Characters above quoted lines among which stands whose they are."""


_introduced = pattern(
    r"^(?:On\b[^\n]*(?:\n[^\n>]+)?\bwrote:|[^\n>]+ writes:)\s*\n\Z",
    re.MULTILINE | re.IGNORECASE,
)
_forwarded = pattern(
    r"^-{2,}\s*(?:Original Message|Forwarded message)\s*-{2,}\s*$",
    re.MULTILINE | re.IGNORECASE,
)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail[name] or "").split())
    except (ValueError, IndexError, AttributeError):  # a header that breaks the library's parser
        return ""


def _words(part: EmailMessage) -> str:
    """The text of a part, by its own encoding or by what its bytes look like."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset:
        try:
            return re.sub(r"\r\n?", "\n", content.decode(charset))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content) if content else ""


def _attachment(
    part: EmailMessage, name: str, attached: Attached, limits: Limits
) -> Iterator[Document]:
    kind = part.get_content_type()
    named = part.get_filename()
    if kind.startswith(_PICTURES) or kind in _SIGNS:
        return
    if kind == "message/rfc822":
        for inner in part.iter_parts():
            assert isinstance(inner, EmailMessage)
            yield from _all_of(inner, f"{name}/message", attached, limits)
        return
    payload = part.get_payload(decode=True)
    if named and isinstance(payload, bytes):
        yield from attached(payload, f"{name}/{PurePath(named).name}")
