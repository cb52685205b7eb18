r"""The block of `key: value` lines between two lines of dashes at the head of a document.

>>> matter = front_matter("---\noutlet: Arn Post\npublished: 2013-05-06\n---\nA ferry sank.")
>>> matter.fields["outlet"], str(matter.fields["published"]), matter.end
('Arn Post', '2013-05-06', 47)
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from discrepancy.patterns import pattern
from discrepancy.reading.imprint.moments import moment

_NAMES = ("id", "outlet", "published", "title", "url")


@dataclass(frozen=True)
class FrontMatter:
    """What a document says of itself, and where its text begins."""

    end: int = 0
    fields: dict[str, str | date | datetime] = field(default_factory=dict)
    no_day: str | None = None
    """What it gives for the day of printing where that is no day: "2023-02-30"."""


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; without one, nothing is known and the text begins at 0."""
    block = _block().match(text)
    if not block:
        return FrontMatter()
    fields: dict[str, str | date | datetime] = {}
    no_day = None
    for line in block[1].splitlines():
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), unquoted(value.strip())
        if name in ("published", "date"):
            if name not in fields and (printed := moment(value)):
                fields |= {"published": printed.day, "published_from": "its front matter"}
                fields |= {"published_at": printed.at} if printed.at else {}
            elif name not in fields and value:
                no_day = value
        elif name in _NAMES and value:
            fields[name] = value
    return FrontMatter(block.end(), fields, None if "published" in fields else no_day)


def unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


_block = pattern(r"\ufeff?---[ \t]*\n((?:(?!---)[^\n]*\n){0,100}?)---[ \t]*(?:\n|$)")
