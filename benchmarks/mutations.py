"""Does a report tell one changed figure, and keep silent when only the wording changes?

    python benchmarks/mutations.py ../shared/eval/stories/*

Changes: in each reading that two or more documents of a story agree on, one document's figure,
unit or date is changed. Told: the changed words are shown against the words of another document
that said the same, be they its figure, the same figure in another unit, or a remark that holds
it and is told to differ in the changed words. Rewrites: numerals in words, other units, other
forms of one date, passive for active. Alarm: a conflict at the rewritten words that was not there
before.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import discrepancy as dx
from discrepancy.claims import Claim, QuantityClaim
from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.source import Source
from discrepancy.testing.judged import sentence_of, text_of
from discrepancy.words import content_words
from edits import CHANGES, REWRITES, passives

STORIES = Path(__file__).parent.parent.parent / "shared" / "eval" / "stories"


class Edit(NamedTuple):
    """New words at a place of one document, and who said the same as the old ones."""

    kind: str
    place: Citation
    words: str
    others: tuple[Citation, ...] = ()


class Tally(NamedTuple):
    """How many edits were made, and how many of them a report showed."""

    made: Counter[str]
    shown: Counter[str]

    def share(self) -> float:
        """Shown of made, from 0 to 1."""
        return sum(self.shown.values()) / max(1, sum(self.made.values()))

    def __str__(self) -> str:
        kinds = [f"{kind} {self.shown[kind]}/{self.made[kind]}" for kind in sorted(self.made)]
        shown, made = sum(self.shown.values()), sum(self.made.values())
        return f"{shown}/{made} = {self.share():.3f}  ({', '.join(kinds)})"


def changes(report: Report) -> Iterator[Edit]:
    """One change of each kind in each reading that several documents agree on."""
    for kind_of_claim, place, others in agreed(report):
        for kind, (wanted, change) in CHANGES.items():
            words = change(place.text) if wanted == kind_of_claim else None
            if words is not None and words != place.text:
                yield Edit(kind, place, words, (*others, *_echoes(report, kind_of_claim, place)))


SHARED = 3
"""Content words that two sentences must share: two texts that both say "two" agree on nothing."""


def agreed(report: Report) -> Iterator[tuple[str, Citation, tuple[Citation, ...]]]:
    """Kind and place of what a document says in agreement with places of other documents."""
    for finding in report.findings + report.corroborated:
        for reading in finding.readings:
            place = reading.claims[-1]
            said = _content(report, place)
            others = tuple(
                one
                for one in reading.claims
                if one.document != place.document and len(said & _content(report, one)) >= SHARED
            )
            if others:
                yield finding.kind, place, others


def _echoes(report: Report, kind: str, place: Citation) -> Iterator[Citation]:
    """Where other documents say the same of the same, in whatever finding it stands."""
    said = _content(report, place)
    claims = [(claim, _cited(claim)) for claim in report.read if claim.kind == kind]
    own = next(claim for claim, at in claims if _overlap(at, place))
    for claim, at in claims:
        apart = at.document != place.document and _same(own, claim)
        if apart and len(said & _content(report, at)) >= SHARED:
            yield at


def _same(a: Claim, b: Claim) -> bool:
    """Whether the two say the same; of figures also where the unit or the hedge is another."""
    verdict = dx.compare(a, b).verdict
    return verdict is Verdict.AGREEMENT or (
        verdict is Verdict.ROUNDING and isinstance(a, QuantityClaim)
    )


def _cited(claim: Claim) -> Citation:
    start, end = claim.span.start, claim.span.end
    return Citation(document=claim.source, start=start, end=end, text=claim.text)


def _overlap(one: Citation, other: Citation) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _content(report: Report, place: Citation) -> set[str]:
    """The content words of the sentence, the claim's own left out."""
    start, end = sentence_of(report, place)
    text = text_of(report, place.document)
    around = f"{text[start : place.start]} {text[place.end : end]}"
    return set(content_words(around))


def rewrites(report: Report) -> Iterator[Edit]:
    """Every other wording of the same claims and sentences."""
    days: dict[str, set[str]] = {}
    for claim in report.read:
        if claim.kind == "date":
            days.setdefault(claim.text, set()).add(claim.value.edtf or "")
    for claim in report.read:
        if len(days.get(claim.text, ())) > 1:
            continue  # "Saturday" of two weeks: which is meant in full, nobody can tell
        place = _cited(claim)
        for kind, rewrite in REWRITES.items():
            words = rewrite(claim)
            if words is not None and words != claim.text:
                yield Edit(kind, place, words)
    for source in report.sources:
        for start, end, words in passives(source.text):
            place = Citation(document=source.id, start=start, end=end, text=source.text[start:end])
            yield Edit("passive", place, words)


def edited(sources: Sequence[Source], edit: Edit) -> list[Source]:
    """The story with the edit in its document."""
    start, end = edit.place.start, edit.place.end
    return [
        source.model_copy(
            update={"text": source.text[:start] + edit.words + source.text[end:], "layout": None}
        )
        if source.id == edit.place.document
        else source
        for source in sources
    ]


def told(report: Report, edit: Edit) -> bool:
    """Whether the changed words are shown against a place that said the same as the old ones."""
    return any(
        any(_touches(one, edit, len(edit.words)) for one in left.claims)
        and any(_overlap(one, place) for one in right.claims for place in edit.others)
        and (finding.kind != "quote" or _names_the_change(because, edit))
        for finding in report.findings
        for left, right, because in _opposed(finding, flagged_only=True)
    )


def _names_the_change(because: str, edit: Edit) -> bool:
    """Whether a sentence about two remarks gives a changed word: the two may differ in others."""
    new = set(edit.words.split()) - set(edit.place.text.split())
    return any(f'"{word}"' in because for word in new)


def alarms(report: Report, edit: Edit, length: int) -> bool:
    """Whether a conflict is told at the edited words, of this length in this report."""
    return any(
        any(_touches(one, edit, length) for one in left.claims)
        for finding in report.conflicts
        for left, _, _ in _opposed(finding, flagged_only=False)
    )


def _opposed(finding: Finding, *, flagged_only: bool) -> Iterator[tuple[Reading, Reading, str]]:
    """Each two readings that are set against each other, both ways round, and why."""
    for pair in finding.disagreements:
        if pair.verdict is Verdict.CONFLICT or (flagged_only and pair.verdict.flagged):
            left, right = finding.readings[pair.a], finding.readings[pair.b]
            yield left, right, pair.because
            yield right, left, pair.because


def _touches(one: Citation, edit: Edit, length: int) -> bool:
    start = edit.place.start
    return one.document == edit.place.document and one.start < start + length and start < one.end


class Measured(NamedTuple):
    """Changes told, rewrites that raise an alarm, and the lines that say which went wrong."""

    changed: Tally
    rewritten: Tally
    wrong: list[str]


def measure(story: Path, sample: int | None = None) -> Measured:
    """Make each edit of a story, or a sample of them, and look at the report."""
    sources = dx.read(story)
    report = dx.check(sources)
    chance = random.Random(story.parent.name)
    changed, rewritten = Tally(Counter(), Counter()), Tally(Counter(), Counter())
    wrong = []
    for edit in _some(changes(report), sample, chance):
        changed.made[edit.kind] += 1
        if told(dx.check(edited(sources, edit)), edit):
            changed.shown[edit.kind] += 1
        else:
            wrong.append(_line("untold", edit))
    for edit in _some(rewrites(report), sample, chance):
        if alarms(report, edit, len(edit.place.text)):
            continue  # it was a conflict before, and may stay one
        rewritten.made[edit.kind] += 1
        if alarms(dx.check(edited(sources, edit)), edit, len(edit.words)):
            rewritten.shown[edit.kind] += 1
            wrong.append(_line("alarm", edit))
    return Measured(changed, rewritten, wrong)


def _some(edits: Iterable[Edit], sample: int | None, chance: random.Random) -> Sequence[Edit]:
    made = list(edits)
    return made if sample is None or len(made) <= sample else chance.sample(made, sample)


def _line(what: str, edit: Edit) -> str:
    place = edit.place
    return f"  {what} {edit.kind}: {place.document}:{place.start} {place.text!r} > {edit.words!r}"


def total(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one."""
    made: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for tally in tallies:
        made += tally.made
        shown.update(tally.shown)
    return Tally(made, shown)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path, help="folders that hold docs/")
    parser.add_argument("--sample", type=int, help="at most so many edits of each sort a story")
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    stories = options.stories or sorted(STORIES.glob("*"))
    if not stories:
        print(f"skipped: there are no stories in {STORIES}")
        return 0
    measured = []
    for story in stories:
        folder = story / "docs" if (story / "docs").is_dir() else story
        one = measure(folder, options.sample)
        measured.append(one)
        print(
            f"{story.name}: told {one.changed.share():.3f} of {sum(one.changed.made.values())}, "
            f"alarms {one.rewritten.share():.3f} of {sum(one.rewritten.made.values())}",
            flush=True,
        )
        if options.misses and one.wrong:
            print(*one.wrong, sep="\n")
    print("changes told:          ", total(one.changed for one in measured))
    print("rewrites with an alarm:", total(one.rewritten for one in measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
