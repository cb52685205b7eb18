"""Where a text tells the role of a name, and its words in the form in which roles are held.

>>> sorted(folded_role("chairwoman of a bank")), sorted(folded_role("the chair of the banks"))
(['bank', 'chair'], ['bank', 'chair'])
"""

import re
from collections.abc import Mapping
from functools import cache

from discrepancy import tables
from discrepancy.claims import NameClaim
from discrepancy.proofing.told import Words
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import british, content_words, tokens

REACH = 110
"""Characters to either side of a name in which a role of it is looked for."""


class Office(tables.Row):
    """Ways of naming one office, the first standing for all; "_" is a space."""

    names: str


def place_of(claim: NameClaim, draft: Source) -> Span | None:
    """Where the role of a name stands in the draft: before it, or behind a comma."""
    text, start, end = draft.text, claim.span.start, claim.span.end
    if claim.role:
        at = text.find(claim.role, end, end + REACH)
        if at < 0:
            at = text.rfind(claim.role, max(0, start - REACH), start)
        if at >= 0:
            return Span(start=at, end=at + len(claim.role))
    behind = _behind().match(text, end) or _leads().match(text, end)
    if behind and behind.end() - end <= REACH:
        return Span(start=behind.start(1), end=behind.end(1))
    before = _owner().search(text, max(0, start - REACH), start)
    return Span(start=before.start(1), end=before.end(1)) if before else None


def folded_role(passage: str) -> Words:
    """The content words and numbers of a passage in base form, each office by one name."""
    for form, office in _offices():
        passage = form.sub(office, passage)
    numbers = {token.lower for token in tokens(passage) if token.text[0].isdigit()}
    return frozenset(map(british.american, content_words(passage))) | numbers


@cache
def kin() -> Words:
    """The words for kin, folded as roles are."""
    return frozenset(w for word in tables.words("proofing", "kin") for w in folded_role(word))


@cache
def _offices() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms: Mapping[str, str] = {
        name.replace("_", " "): row.names.split()[0]
        for row in tables.rows("proofing", Office, "office")
        for name in row.names.split()[1:]
    }
    ordered = sorted(forms.items(), key=lambda pair: -len(pair[0]))
    return tuple(
        (re.compile(rf"\b{re.escape(form)}\b", re.IGNORECASE), office) for form, office in ordered
    )


@cache
def _leads() -> re.Pattern[str]:
    # "Bill Alder, who commands the 5th Fleet,"
    verbs = "|".join(sorted(tables.words("proofing", "leads")))
    return re.compile(rf",\s(?:who|which)\s((?:{verbs})\s[^,.;\n]{{3,60}})")


@cache
def _owner() -> re.Pattern[str]:
    # "its owner, Mara Alder" | "pitcher Mara Alder" | "co-founder Mara Alder"
    # "a spokesman for the company, Jin Park"
    of = r"(?:\s(?:of|for|at)\s[^,.;\n]{2,40}(?=,))?"
    return re.compile(rf"\b((?:[\w-]+ ){{0,3}}(?:\w+-)?(?:{_nouns()}){of}),?\s$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    # "Mara Alder, a waitress there," | "Oren Hale, Kerrin's foreign minister,"
    some = r"[\w'’.-]+ "
    ends = r"(?:\s(?:of|for|at|in)\s[^,.;\n]+)?"
    return re.compile(rf",\s((?:{some}){{0,6}}?(?:{_nouns()})\b(?:\s(?:{_nouns()})\b)*{ends})")


@cache
def _nouns() -> str:
    listed = tables.words("titles", "roles") | tables.words("proofing", "roles")
    return "|".join(
        sorted(listed - tables.words("proofing", "no_role"), key=lambda w: (-len(w), w))
    )
