"""A date of the draft: does a source tell of that day, of the same thing?"""

from discrepancy import comparison, words
from discrepancy.calendar import edtf, undated
from discrepancy.claims import Claim, DateClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.item import Status
from discrepancy.patterns import pattern
from discrepancy.proofing.derived import elapsed
from discrepancy.proofing.ground import Ground, Match
from discrepancy.proofing.held import Held, words_of
from discrepancy.proofing.told import Told
from discrepancy.proofing.valued import ALIKE, Candidates, borne_out, candidates, crossed, differs

ROUGH = 0.12
"""How near a source must speak for a date that only overlaps the draft's to bear it out."""

SAID = 0.5
"""How near a source must speak for "a few days before that" in it to be of the same day."""

LIKELY = 0.08
"""How near a source must speak for "Saturday" in it to be that of the draft."""

NEARER = 0.45
"""How near a source must speak for its date to be the one that the draft should have."""

STRANGE, LIKELIER = 0.05, 0.3
"""Where a source that has the draft's date speaks of it no nearer than STRANGE, another that speaks
as near as LIKELIER has the date that the draft should have."""


def hold(draft: Told, ground: Ground) -> Held:
    """What the sources make of a date of the draft."""
    claim = draft.claim
    assert isinstance(claim, DateClaim)
    if impossible := _impossible(claim, ground):
        return impossible
    found = candidates(draft, ground, _judged)
    same = tuple(
        m
        for m in found.same
        if m.compared.level.endswith("agreement.equal")
        or (m.near >= ROUGH and _is_as_exact(claim, m))
    )
    days = tuple(m for m in found.other if _is_day(m.claim))
    kept = Candidates(same, days if _is_day(claim) else found.other)
    strange = kept.same and kept.same[0].near < STRANGE
    nearer = crossed(draft, kept, least=LIKELIER if strange else NEARER)
    if nearer is not None and "=say" in draft.clause:
        nearer = None  # "the agency said on Tuesday": what it said is no more told of Tuesday
    if nearer is not None:
        because = "its own date is told of something else"
        return differs(draft, nearer, ground, "date.differs.crossed", because, kept.same[:1])
    if kept.same:
        return borne_out(draft, kept, ground)
    held = _in_words(draft, found, ground) or (claim.relative and elapsed.ago(draft, ground))
    return held or _otherwise(draft, kept, ground)


def _impossible(claim: DateClaim, ground: Ground) -> Held | None:
    """A weekday that its date is not, unless a source has the same: "Sunday, 8 October 2011"."""
    day = claim.value.edtf
    named = _weekday().search(claim.text)
    if day is None or named is None or edtf.precision(day) != "day":
        return None
    told = f"{edtf.interval(day)[0]:%A}"
    if told == named[0] or not any(c.isdigit() for c in claim.text):
        return None
    if any(True for _ in ground.spoken(claim.text)):
        return None
    because = f"{day} is a {told}."
    shown = tuple(
        words_of(ground.sources[number], span, "conflict")
        for number, span, _ in ground.spoken(claim.text.replace(named[0], told))
    )
    return Held(Status.DIFFERS, "date.differs.weekday", because, shown[:3])


_weekday = pattern(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def _is_as_exact(claim: DateClaim, match: Match) -> bool:
    """Whether a source's date leaves no more open than the draft's: "in July" bears no day out."""
    other = match.claim
    assert isinstance(other, DateClaim)
    here, there = undated.beside(claim, other)
    if not here or not there:
        return False
    level = match.compared.level.rpartition(".")[2]
    return level in ("about", "rough", "overlap") or edtf.contains(here, there)


def _is_day(claim: Claim) -> bool:
    """Whether it tells a day, not a month or a year."""
    if not isinstance(claim, DateClaim):
        return False
    day = claim.value.edtf
    return undated.weekday(claim) is not None or (day is not None and edtf.precision(day) == "day")


def _judged(draft: Told, other: Told) -> Comparison | None:
    a, b = draft.claim, other.claim
    assert isinstance(a, DateClaim)
    assert isinstance(b, DateClaim)
    if _one_day_of_the_year(a, b):
        because = "both name one day of the year, and the draft tells no year"
        return Comparison(verdict=Verdict.AGREEMENT, level="date.agreement.equal", because=because)
    return comparison.compare(a, b)


def _one_day_of_the_year(draft: DateClaim, other: DateClaim) -> bool:
    """Whether a draft's "9 April" is "April 9", and its feast that feast, whatever the year."""
    here, there = draft.value.edtf, other.value.edtf
    if not here or not there or _tells_year(draft.text):
        return False
    named = any(c.isdigit() for c in draft.text) or draft.text.lower() == other.text.lower()
    days = edtf.precision(here) == edtf.precision(there) == "day"
    return named and days and here[-6:] == there[-6:]


def _tells_year(text: str) -> bool:
    """Whether a date is written with a year, or in figures that may hold one."""
    years = (token.text.lstrip("'’") for token in words.tokens(text))
    short = "/" in text or any(mark + digit in text for mark in "'’" for digit in "0123456789")
    return short or any(year.isdigit() and len(year) > 3 for year in years)


def _in_words(draft: Told, found: Candidates, ground: Ground) -> Held | None:
    """The words of the date in a source whose own day nothing settles."""
    claim = draft.claim
    assert isinstance(claim, DateClaim)
    places = [
        (ground.weights.alike(draft.sentence, sentence), number, span)
        for number, span, sentence in ground.spoken(claim.text)
    ]
    if not places:
        return None
    if claim.value.edtf and claim.relative:
        places = [place for place in places if place[0] >= LIKELY]
    if not places:
        return None
    places.sort(key=lambda place: (-place[0], place[1], place[2]))
    evidence = tuple(words_of(ground.sources[n], span, "agreement") for _, n, span in places[:5])
    if len(claim.text.split()) > 2 and places[0][0] >= SAID:
        because = f'{ground.sources[places[0][1]].id} has the words "{claim.text}" too.'
        return Held(Status.BORNE_OUT, "date.agreement.words", because, evidence)
    settled = {m.claim.span for m in found.other}
    if claim.value.edtf and all(span in settled for _, _, span in places):
        return None  # another day of that name
    if claim.value.edtf is None and not found.same:
        because = f'Nothing settles which day "{claim.text}" is; sources have the word too.'
        return Held(Status.OPEN, "date.open", because, evidence)
    because = f'{ground.sources[places[0][1]].id} has the words "{claim.text}" too.'
    return Held(Status.BORNE_OUT, "date.agreement.words", because, evidence)


def _otherwise(draft: Told, kept: Candidates, ground: Ground) -> Held:
    claim = draft.claim
    if kept.other and kept.other[0].near >= ALIKE:
        return differs(draft, kept.other[0], ground, "date.differs.else", "", kept.other[1:3])
    because = f'No source gives "{claim.text}", or another date of the same thing.'
    return Held(Status.NOT_FOUND, "date.not_found", because)
