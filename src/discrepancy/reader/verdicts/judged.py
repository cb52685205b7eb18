"""What becomes of a reader's verdict on two sides: days, stages and values have their say.

A reader says whether two answers are of one thing and whether both can be right. Whether figures
agree says the ladder, and whether a thing moved on say the days, or else the order of its stages.
"""

from dataclasses import dataclass

from discrepancy.comparison.wording import sentence
from discrepancy.finding import Comparison, Verdict
from discrepancy.reader.checks.answers import PairAnswer
from discrepancy.reader.checks.said import Stated
from discrepancy.reader.checks.statements import Statement
from discrepancy.reader.verdicts import figures, stages
from discrepancy.reader.verdicts.sides import Pair
from discrepancy.reader.verdicts.values import Ladder
from discrepancy.reporting.passages import visible

LONGEST = 200
"""Characters of a reader's own reason that are told."""

VERDICTS = {
    "conflict": Verdict.CONFLICT,
    "update": Verdict.UPDATE,
    "rounding": Verdict.ROUNDING,
    "compatible": Verdict.COMPATIBLE,
    "part": Verdict.SCOPE,
    "scope": Verdict.SCOPE,
    "other": Verdict.COMPATIBLE,
}
"""What an answer comes to, if nothing speaks against it; two different things are no finding."""

MEANS = {
    Verdict.CONFLICT: "both cannot be right",
    Verdict.UPDATE: "it moved on between the two days",
    Verdict.SCOPE: "the one is of a part of the other",
}
BY_STAGE = "it moved on: the one tells an earlier stage than the other"
UNTOLD = "they differ; which came later is not told"


@dataclass(frozen=True)
class Judged:
    """A pair and what became of it."""

    pair: Pair
    verdict: Verdict
    level: str
    because: str
    """The sentence for people, with the words of both sides."""
    reason: str
    """What the reader gave as its reason, or the ladder."""
    figures: tuple[Stated, Stated] | None = None
    """The figures of the two statements, where the ladder judged them."""
    difference: float | None = None


def judge(pair: Pair, said: PairAnswer, ladder: Ladder) -> Judged:
    """A reader's verdict on a pair, of whose sides the first is the part if one is.

    Figures of one thing are put on the ladder, which may find that both can be right.
    """
    both = figures.figures_of(pair)
    if both and said.verdict in ("conflict", "update", "part"):
        found = _by_values(pair, said, both, ladder)
        if found:
            return found
    verdict = VERDICTS[said.verdict]
    moved = how_it_moved(pair.a, pair.b) if verdict is Verdict.UPDATE else None
    means = moved or MEANS.get(verdict, "")
    told = "; ".join(map(_told, (pair.a, pair.b)))
    level = f"reader.{verdict}"
    return Judged(pair, verdict, level, f"{told}: {means}.", reason(said.because))


def _by_values(
    pair: Pair, said: PairAnswer, both: tuple[Stated, Stated], ladder: Ladder
) -> Judged | None:
    a, b = both
    if said.verdict == "part":
        found: Comparison | None = figures.of_part(a, b)
    else:
        found = ladder.compared(a, b)
    if found is None or (found.verdict is Verdict.SCOPE and said.verdict != "part"):
        return None
    if said.verdict == "update" and found.verdict is Verdict.CONFLICT:
        because = how_it_moved(pair.a, pair.b)
        found = found.model_copy(update={"verdict": Verdict.UPDATE, "because": because})
    because = sentence(a, b, found, ladder.sources)
    why = f"{found.because}; {reason(said.because)}"
    return Judged(pair, found.verdict, found.level, because, why, both, found.difference)


def how_it_moved(a: Statement, b: Statement) -> str:
    """What bears an update out: the days of the two, the order of their stages, or nothing."""
    if _two(a.as_of, b.as_of) or _two(a.printed, b.printed):
        return MEANS[Verdict.UPDATE]
    return UNTOLD if stages.earlier(a.words, b.words) is None else BY_STAGE


def _two(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def reason(because: str) -> str:
    """The reader's own sentence, on one line and not too long, marked as such."""
    words = visible(" ".join(because.split()))
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return f"the reader's reason: {short}" if short else "the reader gave no reason"


def _told(one: Statement) -> str:
    return f"{one.source.outlet or one.source.id} says “{_short(one.words)}”{_when(one)}"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 140 else flat[:139].rstrip() + "…"


def _when(statement: Statement) -> str:
    notes = [f"as of {statement.as_of}"] if statement.as_of else []
    notes += [f"citing {statement.attribution}"] if statement.attribution else []
    return f" ({', '.join(notes)})" if notes else ""
