"""A source's full text as HTML, every claim in it marked and linked to its finding.

The text is cut at the ends of all claims; each piece is escaped by itself and drawn as the
gravest claim that covers it, so that claims may overlap and nothing of the text is lost.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from discrepancy.reporting.passages import steering
from discrepancy.source import Source


@dataclass(frozen=True)
class Marked:
    """A claim to be marked in a text."""

    start: int
    end: int
    anchor: str
    """The id under which links find it."""
    grade: int
    """What is drawn where claims overlap: the lowest."""
    style: str
    """conflict, update, scope, agree or alone."""
    target: str = ""
    """The id of the finding that it belongs to."""
    read: str = ""
    """What it was read as."""


def marked_text(source: Source, claims: Iterable[Marked]) -> Markup:
    """The whole text of a source; what lies in no sentence is drawn as page furniture."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.grade))
    article = sorted(_article(source))
    cuts = {0, len(source.text)}
    cuts.update(end for claim in ordered for end in (claim.start, claim.end))
    cuts.update(end for stretch in article for end in stretch)
    edges = sorted(cuts)
    out: list[str] = []
    waiting, at = list(reversed(ordered)), 0
    open_claims: list[Marked] = []
    drawn: set[str] = set()
    for start, end in pairwise(edges):
        open_claims = [claim for claim in open_claims if claim.end > start]
        while waiting and waiting[-1].start <= start:
            claim = waiting.pop()
            open_claims.append(claim)
            out.append(f'<span id="{escape(claim.anchor)}"></span>')
        while at < len(article) and article[at][1] <= start:
            at += 1
        inside = at < len(article) and article[at][0] <= start
        out.append(_piece(source.text[start:end], open_claims, inside, drawn))
    return Markup("".join(out))


def _article(source: Source) -> Iterator[tuple[int, int]]:
    if source.layout is None:
        yield 0, len(source.text)
    else:
        yield from ((sentence.start, sentence.end) for sentence in source.layout.sentences)


def _piece(text: str, claims: list[Marked], inside: bool, drawn: set[str]) -> str:
    """A piece of the text; a claim that another cuts in two has its sign on the first part."""
    words = seen(text)
    if not claims:
        return words if inside or not text.strip() else f'<span class="dx-aside">{words}</span>'
    shown = min(claims, key=lambda claim: (claim.grade, claim.end - claim.start))
    names = " ".join(dict.fromkeys(claim.anchor for claim in claims))
    told = " / ".join(dict.fromkeys(claim.read for claim in claims if claim.read))
    more = " dx-more" if shown.anchor in drawn else ""
    drawn.add(shown.anchor)
    attributes = f'class="dx-m dx-m-{shown.style}{more}" data-c="{escape(names)}"'
    if told:
        attributes += f' title="{escape(told)}"'
    if shown.target:
        return f'<a {attributes} href="#{escape(shown.target)}">{words}</a>'
    return f"<span {attributes}>{words}</span>"


def seen(text: str) -> Markup:
    r"""The text escaped, each character that would steer a display drawn as its code point.

    >>> seen("<b>\u202e")
    Markup('&lt;b&gt;<span class="dx-control">U+202E</span>')
    """
    return Markup(steering().sub(_chip, str(escape(text))))


def _chip(found: re.Match[str]) -> str:
    return f'<span class="dx-control">U+{ord(found[0]):04X}</span>'
