"""Which slips does a proof tell? A document of a story, with slips of every kind planted in it.

    python benchmarks/planted.py ../shared/eval/stories/* [--documents 2] [--misses]

Each draft is a document of the story under another name, one slip to a sentence, held against the
whole story, so that everything else in it is borne out. Told: an alarm stands on the changed
words; of a name or a role, in their sentence, for either of the two may be the wrong one. In vain:
an alarm that stands on none.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import discrepancy as dx
from discrepancy import extraction, proofing
from discrepancy.claims import Category, Claim, NameClaim, QuantityClaim, QuoteClaim, TimeClaim
from discrepancy.item import Item
from discrepancy.pipeline import runs, stages
from discrepancy.reading.page.breaks import unbroken
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.tables import words
from edits import another_date, another_figure, another_unit

EACH = 3
"""Slips of one kind in one draft at most."""

WIDE = ("misspelt", "stranger", "crossed name", "role")
"""Kinds of which an alarm anywhere in the sentence tells."""

STRANGERS = ("Marlow", "Tollen", "Odeby", "Kerrin")
OFFICES = ("treasurer", "coroner", "goalkeeper", "headmaster")
REMARK = ("rarely", "orange", "seventeen", "downhill")


class Slip(NamedTuple):
    """Words of a document, and what a slip makes of them."""

    kind: str
    span: Span
    words: str


def transposed(claim: Claim, chance: random.Random) -> str | None:
    """4.64 > 4.46: two digits that are not the same change places."""
    if not isinstance(claim, QuantityClaim) or claim.category is Category.SCORE:
        return None
    pairs = [m for m in re.finditer(r"\d(?=[.,]?\d)", claim.text) if _differ(claim.text, m.start())]
    if not pairs:
        return None
    at = pairs[-1].start()
    after = re.compile(r"\d").search(claim.text, at + 1)
    assert after is not None
    swapped = [*claim.text]
    swapped[at], swapped[after.start()] = swapped[after.start()], swapped[at]
    return "".join(swapped) if swapped[0] != "0" else None


def _differ(text: str, at: int) -> bool:
    after = re.compile(r"\d").search(text, at + 1)
    return after is not None and after[0] != text[at]


def ten_times(claim: Claim, chance: random.Random) -> str | None:
    """1,200 > 12,000."""
    found = re.search(r"\d{1,3}(?:,\d{3})+|\d{2,}", claim.text)
    if not isinstance(claim, QuantityClaim) or found is None or "." in claim.text:
        return None
    grown = int(found[0].replace(",", "")) * 10
    return claim.text.replace(found[0], f"{grown:,}" if "," in found[0] else str(grown), 1)


def in_points(claim: Claim, chance: random.Random) -> str | None:
    """5 percent > 5 percentage points."""
    if not isinstance(claim, QuantityClaim) or claim.value.unit != "percent":
        return None
    changed = re.sub(r" ?(?:%|per ?cent)$", " percentage points", claim.text)
    return changed if changed != claim.text and "point" not in claim.text else None


def hours_off(claim: Claim, chance: random.Random) -> str | None:
    """7:11 > 9:11."""
    found = re.match(r"\d{1,2}(?=[:.]\d\d)", claim.text)
    if not isinstance(claim, TimeClaim) or found is None:
        return None
    return f"{(int(found[0]) + 1) % 12 + 1}{claim.text[found.end() :]}"


def misspelt(claim: Claim, chance: random.Random) -> str | None:
    """Norby > Nobry: two letters inside the last word change places."""
    if not isinstance(claim, NameClaim) or claim.type != "person":
        return None
    head, space, last = claim.text.rpartition(" ")
    if len(last) < 5 or not last.isalpha() or last[2] == last[3]:
        return None
    return f"{head}{space}{last[:2]}{last[3]}{last[2]}{last[4:]}"


def stranger(claim: Claim, chance: random.Random) -> str | None:
    """Alder > Marlow: another surname."""
    if not isinstance(claim, NameClaim) or claim.type != "person" or " " not in claim.text:
        return None
    return f"{claim.text.rpartition(' ')[0]} {chance.choice(STRANGERS)}"


def misquoted(claim: Claim, chance: random.Random) -> str | None:
    """One long word of a quotation is another."""
    if not isinstance(claim, QuoteClaim) or len(claim.parts) > 1:
        return None
    said = list(re.finditer(r"\b[a-z]{5,}\b", claim.text))
    if len(claim.text.split()) < 5 or not said:
        return None
    one = said[len(said) // 2]
    return claim.text[: one.start()] + chance.choice(REMARK) + claim.text[one.end() :]


def _of(kind: str, change: Callable[[str], str | None]) -> Callable[..., str | None]:
    return lambda claim, chance: change(claim.text) if claim.kind == kind else None


SLIPS: dict[str, Callable[[Claim, random.Random], str | None]] = {
    "transposed": transposed,
    "ten times": ten_times,
    "figure": _of("quantity", another_figure),
    "unit or scale": _of("quantity", another_unit),
    "points": in_points,
    "day": _of("date", another_date),
    "hour": hours_off,
    "misspelt": misspelt,
    "stranger": stranger,
    "quotation": misquoted,
}


def crossed(claims: Sequence[Claim]) -> Iterator[Slip]:
    """A figure in the place of another of its unit, and a speaker in that of another."""
    for kind, told in (("crossed figure", _figures(claims)), ("crossed name", _people(claims))):
        for one, other in pairwise(told):
            if one.text.lower() != other.text.lower() and _alike(one, other):
                yield Slip(kind, one.span, other.text)


def _figures(claims: Iterable[Claim]) -> list[Claim]:
    counted = (Category.COUNT, Category.AGE, Category.MONEY, Category.MEASURE)
    return [c for c in claims if isinstance(c, QuantityClaim) and c.category in counted]


def _people(claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in claims if isinstance(c, NameClaim) and c.type == "person" and c.role]


def _alike(one: Claim, other: Claim) -> bool:
    if isinstance(one, QuantityClaim) and isinstance(other, QuantityClaim):
        return one.value.unit == other.value.unit and one.value.low != other.value.low
    return one.text.split()[-1] != other.text.split()[-1]


def offices(claims: Iterable[Claim], text: str, chance: random.Random) -> Iterator[Slip]:
    """The last word of a role before or behind a name is another office."""
    for claim in claims:
        if not isinstance(claim, NameClaim) or not claim.role or claim.type != "person":
            continue
        at = text.rfind(claim.role, max(0, claim.span.start - 80), claim.span.end + 80)
        last = claim.role.rpartition(" ")[2]
        if at >= 0 and last in words("titles", "roles"):
            end = at + len(claim.role)
            yield Slip("role", Span(start=end - len(last), end=end), chance.choice(OFFICES))


def planted(source: Source, claims: Sequence[Claim], chance: random.Random) -> list[Slip]:
    """The slips of one draft: a few of each kind, one to a sentence, in the order of the text."""
    free = [
        Slip(kind, claim.span, words)
        for kind, change in SLIPS.items()
        for claim in claims
        if claim.context and (words := change(claim, chance)) and words != claim.text
    ]
    free += [*crossed(claims), *offices(claims, source.text, chance)]
    chance.shuffle(free)
    sentences = source.layout.sentences if source.layout else ()
    kinds, taken, kept = Counter[str](), set[Span](), list[Slip]()
    for slip in free:
        here = {span for span in sentences if span.overlaps(slip.span)}
        if kinds[slip.kind] < EACH and here and not here & taken:
            kinds[slip.kind] += 1
            taken |= here
            kept.append(slip)
    return sorted(kept, key=lambda slip: slip.span.start)


def draft_of(source: Source, slips: Sequence[Slip]) -> tuple[Source, list[Span]]:
    """The document with its slips, and where they stand in it."""
    text, moved, places = source.text, 0, []
    for slip in slips:
        start, end = slip.span.start + moved, slip.span.end + moved
        text = text[:start] + slip.words + text[end:]
        places.append(Span(start=start, end=start + len(slip.words)))
        moved += len(slip.words) - (end - start)
    changed = source.model_copy(update={"id": "the draft", "text": text, "layout": None})
    draft = unbroken(dx.read(changed)[0]).source
    return draft, [_wide(slip, at, draft) for slip, at in zip(slips, places, strict=True)]


def _wide(slip: Slip, at: Span, draft: Source) -> Span:
    sentences = draft.layout.sentences if draft.layout else ()
    whole = (span for span in sentences if span.overlaps(at))
    return next(whole, at) if slip.kind in WIDE else at


def proofed(
    story: Path, documents: int
) -> Iterator[tuple[Source, list[Slip], list[Span], Sequence[Item]]]:
    """Some documents of a story with slips, and what a proof makes of them."""
    run = stages.taken(runs.Run(accounts=(story,)))
    read = runs.by_source((run,))
    longest = sorted(run.sources, key=lambda source: (-len(read[source.id]), source.id))
    for source in longest[:documents]:
        chance = random.Random(source.id)
        slips = planted(source, read[source.id], chance)
        draft, places = draft_of(source, slips)
        yield (
            draft,
            slips,
            places,
            proofing.hold(draft, extraction.extract(draft), run.sources, read)[0],
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=2, help="of each story at most")
    parser.add_argument("--misses", action="store_true", help="list what was not told, and vain")
    asked = parser.parse_args()
    made, told, vain = Counter[str](), Counter[str](), 0
    for story in asked.stories:
        docs = story / "docs" if (story / "docs").is_dir() else story
        for draft, slips, places, items in proofed(docs, asked.documents):
            alarms = [item for item in items if item.alarm]
            for slip, place in zip(slips, places, strict=True):
                made[slip.kind] += 1
                hit = any(item.span.overlaps(place) for item in alarms)
                told[slip.kind] += hit
                if asked.misses and not hit:
                    _list("not told", story.name, slip.kind, draft, place)
            wrong = [one for one in alarms if not any(one.span.overlaps(at) for at in places)]
            vain += len(wrong)
            for one in wrong if asked.misses else ():
                _list("in vain", story.name, f"{one.level} {one.because}", draft, one.span)
    for kind in sorted(made):
        print(f"{kind:15} told {told[kind]:3} of {made[kind]:3}  {told[kind] / made[kind]:.2f}")
    print(f"{'all':15} told {told.total()} of {made.total()}, alarms in vain {vain}")
    return 0


def _list(what: str, story: str, why: str, draft: Source, at: Span) -> None:
    around = draft.text[max(0, at.start - 60) : at.start]
    print(f"  {what} {story} {why}: {around!r} >>{at.of(draft.text)}<<", flush=True)


if __name__ == "__main__":
    sys.exit(main())
