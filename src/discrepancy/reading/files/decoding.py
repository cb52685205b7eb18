r"""Bytes into text: UTF-8, a byte order mark, a declared encoding, then Windows-1252 if plausible.

>>> decoded(b"three caf\xe9s \x96 or four")
'three cafés – or four'
>>> decoded(bytes(range(20)))
Traceback (most recent call last):
discrepancy.errors.UnreadableSource: it holds no text but binary data
"""

import codecs
import io
import re

from discrepancy.errors import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED_WITHIN = 2048
_DECLARATION = re.compile(rb"(?:charset|encoding|coding)\s*[=:]\s*[\"']?([\w.:-]{2,30})", re.ASCII)


def decoded(content: bytes) -> str:
    """The text of a file, with every line end as one newline and without a byte order mark.

    Raises:
        UnreadableSource: the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content, encoding)
    if _is_binary(content):
        raise UnreadableSource("it holds no text but binary data")
    for encoding in ("utf-8", *_declared(content), "cp1252"):
        try:
            text = _text(content, encoding)
        except UnreadableSource:
            continue
        if encoding != "cp1252" or _is_plausible(text):
            return text
    raise UnreadableSource("it is not UTF-8, and no other encoding is declared or can be told")


def _text(content: bytes, encoding: str) -> str:
    try:
        return io.TextIOWrapper(io.BytesIO(content), encoding).read()
    except (UnicodeError, LookupError):
        raise UnreadableSource(f"it is not valid {encoding.upper()}") from None


def _declared(content: bytes) -> tuple[str, ...]:
    found = _DECLARATION.search(content, 0, _DECLARED_WITHIN)
    return (found[1].decode("ascii"),) if found else ()


def _is_binary(content: bytes) -> bool:
    """Control bytes that no text has: NUL, or more than one in a hundred of the others."""
    head = content[:8192]
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\0" in head or control > len(head) / 100


def _is_plausible(text: str) -> bool:
    """Whether the letters above ASCII stand as Western European text has them: few, in words."""
    odd = [letter for letter in text if letter > "\x7f"]
    signs = sum(not (letter.isalpha() or letter in _SIGNS) for letter in odd)
    return len(odd) <= 0.15 * len(text) and signs <= 0.2 * len(odd)


_SIGNS = "‘’“”–—…•€£¥°§«»½¼¾·\u00a0×"
