"""Words in quotation marks, looked for in the whole text of every source.

A source may print the words in its own quotation marks, in others', or in running text: all of
it counts. A quotation may be trimmed at its ends; a word that is another inside it is a slip.
"""

from collections.abc import Iterator, Sequence

from discrepancy import tables
from discrepancy.claims import QuoteClaim
from discrepancy.item import Quoted, Status
from discrepancy.patterns import pattern
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import SHOWN, Held, words_of
from discrepancy.proofing.prints import Print, Prints
from discrepancy.span import Span
from discrepancy.words import spelling, tokens
from discrepancy.words.spoken import spoken_words
from discrepancy.words.utterances import Edit

SAID = 4
"""Words from which on it matters who said them: shorter ones many say."""


TAG = 40
"""Characters behind printed words in which "Mr Alder said" names their speaker."""


def hold(
    claim: QuoteClaim, prints: Prints, ground: Ground, text: str, people: frozenset[str]
) -> Held:
    """What the sources make of a quotation of the draft.

    Args:
        claim: the quotation.
        prints: looks its words up.
        ground: the sources.
        text: the draft's.
        people: the words of the names of people in the draft, by their letters.
    """
    found = [(piece, prints.of(piece)) for piece in _pieces(claim, text)]
    if not found or not any(printed for _, printed in found):
        because = "No source has these words, in quotation marks or out of them."
        return Held(Status.NOT_FOUND, "quote.not_found", because)
    evidence = tuple(
        _shown(one, ground)
        for _, printed in found
        for one in printed[:SHOWN]
        if len(one.edits) == len(printed[0].edits)
    )[:SHOWN]
    wrong = [(piece, printed) for piece, printed in found if not printed or printed[0].edits]
    if wrong:
        return Held(Status.DIFFERS, "quote.differs.words", _diff(wrong, ground), evidence)
    if lost := _lost(claim, found[0][1], ground, text):
        because = f'The source has "{lost} {claim.value.text}".'
        return Held(Status.DIFFERS, "quote.differs.negated", because, evidence)
    return _speaker(claim, [printed for _, printed in found], ground, text, evidence, people)


def _lost(claim: QuoteClaim, printed: Sequence[Print], ground: Ground, text: str) -> str | None:
    """The "not" before the words in every source, which a trimmed quotation leaves out."""
    denials = tables.words("proofing", "denials")
    said = [
        tokens(ground.sources[one.source].text, max(0, one.span.start - TAG), one.span.start)
        for one in printed
        if not one.edits
    ]
    own = tokens(text, max(0, claim.span.start - TAG), claim.span.start)
    if any(token.lower in denials for token in own):
        return None
    lost = [words[-1].text for words in said if words and words[-1].lower in denials]
    return lost[0] if lost and len(lost) == len(said) else None


def _pieces(claim: QuoteClaim, text: str) -> Iterator[str]:
    """The sentences of the quotation, for a source may set them apart; short ones join the next."""
    for part in claim.parts:
        said = part.of(text)
        start = 0
        for stop in _stop().finditer(said):
            if len(spoken_words(said[start : stop.end()])) >= 4:
                yield said[start : stop.end()]
                start = stop.end()
        if spoken_words(said[start:]):
            yield said[start:]


def _shown(best: Print, ground: Ground) -> Quoted:
    verdict = "conflict" if best.edits else "agreement"
    return words_of(ground.sources[best.source], best.span, verdict)


def _diff(wrong: Sequence[tuple[str, Sequence[Print]]], ground: Ground) -> str:
    piece, printed = wrong[0]
    if not printed:
        return f'No source has the words "{" ".join(piece.split())}".'
    best = printed[0]
    source = ground.sources[best.source]
    told = ", ".join(map(_edit, best.edits[:3]))
    return f"{source.outlet or source.id} has other words: {told}."


def _edit(edit: Edit) -> str:
    if not edit.left:
        return f'"{edit.right}", which the draft leaves out'
    if not edit.right:
        return f'"{edit.left}" is not there'
    return f'"{edit.right}" where the draft has "{edit.left}"'


def _speaker(
    claim: QuoteClaim,
    found: Sequence[Sequence[Print]],
    ground: Ground,
    text: str,
    evidence: tuple[Quoted, ...],
    people: frozenset[str],
) -> Held:
    """The words are there: are they credited to somebody else?"""
    who = claim.context.attribution if claim.context else None
    known = ground.people
    named = _people(who, people | known)
    credited = {
        name: printed
        for prints in found
        for printed in prints
        for name in _credited(printed, ground)
    }
    others = {name: one for name, one in credited.items() if _people(name, known)}
    alike = any(_names(name) & named for name in credited) or any(
        _speaks(named, printed, ground) for prints in found for printed in prints
    )
    said_shortly = claim.fragment or len(spoken_words(claim.value.text)) < SAID
    if not named or not others or alike or said_shortly:
        because = f"{ground.sources[found[0][0].source].id} has the same words."
        return Held(Status.BORNE_OUT, "quote.agreement.same", because, evidence)
    other, printed = next(iter(others.items()))
    source = ground.sources[printed.source]
    because = f"{source.outlet or source.id} has these words from {other}, the draft from {who}."
    shown = (words_of(source, printed.span, "conflict"), *evidence)
    wide = _with_speaker(claim, named, text)
    return Held(Status.DIFFERS, "quote.differs.speaker", because, shown[:5], wide)


def _people(who: str | None, people: frozenset[str]) -> frozenset[str]:
    """The words of the people's names in an attribution."""
    return _names(who) & people


def _credited(printed: Print, ground: Ground) -> Iterator[str]:
    """Who is credited with the words where a source prints them."""
    source = ground.sources[printed.source]
    for claim in ground.claims[source.id]:
        if isinstance(claim, QuoteClaim) and claim.span.overlaps(printed.span):
            who = claim.context.attribution if claim.context else None
            if who:
                yield who


def _speaks(named: frozenset[str], printed: Print, ground: Ground) -> bool:
    """Whether a name of the draft's speaker stands right behind the words, where they end."""
    text, end = ground.sources[printed.source].text, printed.span.end
    last = min(end + TAG, ground.sentence(printed.source, end - 1).end)
    return bool(_names(text[end:last]) & named)


def _names(who: str | None) -> frozenset[str]:
    return frozenset(
        spelling.folded(name) for name in _name().findall((who or "").split(", via ")[0])
    )


def _with_speaker(claim: QuoteClaim, named: frozenset[str], text: str) -> Span:
    """The quotation and its speaker, where one sentence of the draft has both."""
    context = claim.context
    assert context is not None
    here = context.sentence
    found = [
        one
        for one in _name().finditer(
            text, min(here.start, claim.span.start), max(here.end, claim.span.end)
        )
        if spelling.folded(one.group()) in named
    ]
    outside = [
        one for one in found if one.end() <= claim.span.start or one.start() >= claim.span.end
    ]
    if not outside:
        return claim.span
    nearest = min(outside, key=lambda one: abs(one.start() - claim.span.end))
    last = _rest_of_name().match(text, nearest.end())
    stop = last.end() if last else nearest.end()
    start, end = min(claim.span.start, nearest.start()), max(claim.span.end, stop)
    return Span(start=start, end=end)


_stop = pattern(r"(?<![.\s][A-Z])(?<!\.)[.?!](?!\.)\s+(?=\S)")


_name = pattern(r"\b[A-Z][\w'’-]*\w")


_rest_of_name = pattern(r"(?: [A-Z][\w'’.-]*\w)+")
