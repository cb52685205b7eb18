"""The title and the role beside a name: "navy spokesman", ", chief executive of the bank,"."""

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.extraction.names import gazetteer
from discrepancy.extraction.names.capitals import NameWord


def titled(
    text: str, office: Sequence[NameWord], before: Sequence[NameWord]
) -> tuple[str | None, str | None]:
    """The title and the role before a name, as they are written."""
    # the title ends the office, or is charged with something: "Minister of Justice"
    ends = (a.text for a, b in pairwise([*office, None]) if a and (b is None or b.text == "of"))
    title = next((word for word in ends if word in gazetteer.listed("titles")), None)
    told = [*_prefix(text, before, office), *office]
    if not told or (title and len(told) == 1):
        return title, None
    return title, text[told[0].start : told[-1].end]


def _prefix(
    text: str, before: Sequence[NameWord], office: Sequence[NameWord]
) -> Sequence[NameWord]:
    """The noun before a name, and what narrows it: "navy spokesman" before "Hale"."""
    if not before or not gazetteer.is_role(before[-1].text):
        return ()
    at = len(before) - 1
    while at and _narrows(before[at - 1]) and before[at].start - before[at - 1].end == 1:
        at -= 1
    return before[at:]


def _narrows(word: NameWord) -> bool:
    if word.text in gazetteer.calendar():
        return False  # "on Monday mayor Mara Hale"
    narrowing = word.large or word.text in gazetteer.listed("roles")
    return narrowing or (
        word.text in gazetteer.ordinary() and word.text not in gazetteer.listed("stops")
    )


def apposed(text: str, end: int) -> str | None:
    """The words between the commas: "Mara Hale, chief executive of the bank, said"."""
    if text[end : end + 2] != ", ":
        return None
    phrase = text[end + 2 : end + 80]
    stops = [at for at in (phrase.find(mark) for mark in ",.;\n") if at > 0]
    phrase = phrase[: min(stops)] if stops else ""
    told = phrase.split()
    first = told[0].removesuffix("'s").removesuffix("’s") if told else ""  # Norby's mayor
    if not first.isalnum() or first in gazetteer.listed("sayers"):
        return None
    if len(told) <= 10 and any(map(gazetteer.is_role, told[:5])):
        return phrase
    return None
