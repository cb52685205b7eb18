"""A figure in the place of another of its sentence: two that changed places, a whole for a part.

"Eleven were Somali and 12 Yemeni", and the source has 12 Somali and 11 Yemeni. "Nine of the coins
were found", and it has "seven of the nine coins". What stands next to each figure decides.
"""

from collections.abc import Iterable, Sequence

from discrepancy import tables
from discrepancy.claims import Claim
from discrepancy.proofing.ground import Match
from discrepancy.proofing.told import Told, Words, folded, value_of
from discrepancy.words import number_words, tokens

NEAR = 0.1
"""How near a source must speak for its figures to be those of the draft's sentence."""

PART = 4
"""Words between a part and its whole at most: "seven of the nine"."""


def instead(draft: Told, same: Sequence[Match], other: Iterable[Match]) -> Match | None:
    """The figure that the draft should have, where its own is that of a neighbour.

    Args:
        draft: a figure of the draft.
        same: the sources' claims that give it, the nearest first.
        other: those that give another.
    """
    if not same or same[0].near < NEAR:
        return None
    near = [match for match in same if match.near >= max(NEAR, same[0].near / 2)]
    beside = [match for match in other if any(_in_one_sentence(match, one) for one in near)]
    if part := _for_a_part(draft, near, beside):
        return part
    # "of the 2,300 members 1,900 voted" sets the two as freely as "1,900 of the 2,300"
    free = [m for m in beside if not any(_is_of(m, one) or _is_of(one, m) for one in near)]
    return _for_a_neighbour(draft, near, free)


def _in_one_sentence(a: Match, b: Match) -> bool:
    here, there = a.claim.context, b.claim.context
    assert here is not None
    assert there is not None
    return a.claim.source == b.claim.source and here.sentence == there.sentence


def _for_a_part(draft: Told, same: Sequence[Match], beside: Iterable[Match]) -> Match | None:
    if not _is_part(draft.claim, draft.source.text):
        return None
    parts = [match for match in beside if any(_is_of(match, one) for one in same)]
    if all(any(_is_of(match, one) for match in parts) for one in same):
        return next(iter(parts), None)
    return None


def _is_part(claim: Claim, text: str) -> bool:
    """Whether "of the" follows the figure: "nine of the coins", and no whole does."""
    behind = [token.lower for token in tokens(text, claim.span.end, claim.span.end + 24)][:3]
    is_whole = len(behind) > 2 and (behind[2][0].isdigit() or behind[2] in number_words())
    return behind[:1] == ["of"] and behind[1:2] != [] and behind[1] in _sets() and not is_whole


def _is_of(part: Match, whole: Match) -> bool:
    """Whether the two stand as "seven of the nine"."""
    if not _in_one_sentence(part, whole) or part.claim.span.end > whole.claim.span.start:
        return False
    text = part.told.source.text
    between = [t.lower for t in tokens(text, part.claim.span.end, whole.claim.span.start)]
    return between[:1] == ["of"] and len(between) <= PART and between[-1] in _sets()


def _for_a_neighbour(draft: Told, same: Sequence[Match], beside: Iterable[Match]) -> Match | None:
    """The neighbour whose figure changed places with the draft's, both of them misplaced."""
    text = draft.source.text
    own = _next_to(draft.claim, text)
    held = [_next_to(match.claim, match.told.source.text) for match in same]
    for match in beside:
        other = _next_to(match.claim, match.told.source.text)
        fellows = [one for one in draft.others if value_of(one) == value_of(match.claim)]
        theirs = [_next_to(one, text) for one in fellows]
        if theirs and all(
            own & (other - one) and not own & (one - other) and fellow & (one - other)
            for one in held
            for fellow in theirs
        ):
            return match
    return None


def _next_to(claim: Claim, text: str) -> Words:
    """The words of a figure's part of its sentence: up to the next mark, "and" or figure."""
    assert claim.context is not None
    sentence, event = claim.context.sentence, claim.context.predicate
    before = _until_end(reversed([t.text for t in tokens(text, sentence.start, claim.span.start)]))
    behind = _until_end(t.text for t in tokens(text, claim.span.end, sentence.end))
    said = folded(" ".join((*before, *behind)))
    return said | {f"={event}"} if event else said


def _sets() -> Words:
    """What stands before a whole: "of the nine", "of its nine"."""
    return tables.words("proofing", "wholes")


def _until_end(read: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for word in read:
        lower = word.lower()
        ends = lower in tables.words("grammar", "conjunctions") or lower in number_words()
        if ends or not word[0].isalpha():
            break
        kept.append(word)
    return kept
