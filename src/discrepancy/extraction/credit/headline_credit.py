"""Who a headline credits by a colon or a dash: "Two dead in mill fire: police".

>>> headline = "Two dead in mill fire: police"
>>> [span.of(headline) for span in credit(headline, Span(start=0, end=len(headline)))]
['police', 'Two dead in mill fire']
"""

from discrepancy.extraction.credit.sentence_words import listed
from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.span import Span


def credit(text: str, headline: Span) -> tuple[Span, Span] | None:
    """Who is credited, and with which words; None where the headline credits nobody."""
    for where in (_behind(), _before()):
        found = where.match(text, headline.start, headline.end)
        if found and _speaks(found["who"]):
            who, said = found.span("who"), found.span("said")
            return Span(start=who[0], end=who[1]), Span(start=said[0], end=said[1])
    return None


def _speaks(who: str) -> bool:
    """Whether it is a body, an office or a group that is known to speak: "Hale police"."""
    head = who.split()[-1]
    if head.isupper() and 1 < len(head) < 7 and head.isalpha():
        return True
    singular = head.lower().removesuffix("s")
    known = listed("people") | listed("agents") | listed("groups") | listed("papers")
    return head.lower() in known or singular in known


# "...: White House official", "... - police"
_behind = SHAPES("said_behind")


# "Police: two dead in mill fire"
_before = SHAPES("said_before")
