"""Words as they stand in a question: with the sentences around them, white space as one blank.

>>> from discrepancy.reading import laid_out
>>> page = laid_out(Source(id="a", text="It sank. Nobody was hurt. Divers came."))
>>> extract(Span(start=9, end=15), page)["after"]
'was hurt. Divers came.'
"""

from collections.abc import Sequence

from discrepancy.claims import Claim
from discrepancy.finding import Citation
from discrepancy.reader.asks import ask_sides
from discrepancy.reader.checks.addressed import is_addressed, orders
from discrepancy.reader.checks.statements import Statement
from discrepancy.reader.questions import Question
from discrepancy.reader.sheet import Entry, flat, imprint
from discrepancy.reader.verdicts.sides import Sides
from discrepancy.source import Source
from discrepancy.span import Span


def claimed(claim: Claim, source: Source) -> Entry:
    """The words of a claim in their sentence, as they stand in a question."""
    as_of = claim.context.as_of if claim.context else None
    return _words(claim.span, as_of, source)


def worded(span: Span, source: Source) -> Entry:
    """Words in their sentence, as they stand in a question."""
    return _words(span, None, source)


def question(asked: Sides) -> Question:
    """Ask 2 of the sides of a question."""
    return ask_sides("sides", asked.matter.question, list(map(stated, asked.shown)))


def cited(citation: Citation, source: Source) -> Entry:
    """The words of a finding's side in their sentence."""
    return _words(citation.place, citation.as_of, source)


def stated(statement: Statement) -> Entry:
    """A statement with the sentences around it, and the day by which it is judged."""
    found = extract(statement.span, statement.source)
    return {**found, "day": statement.day}


def _words(span: Span, as_of: str | None, source: Source) -> Entry:
    sentence = sentence_of(span, source)
    hostile = is_addressed(flat(sentence, source.text))
    found = extract(span if hostile else sentence, source)
    return {**found, "words": flat(span, source.text), "day": as_of or found["published"]}


def extract(span: Span, source: Source) -> Entry:
    """The words at a span with the rest of their sentences and the neighbouring ones."""
    sentences = source.layout.sentences if source.layout else ()
    met = [number for number, sentence in enumerate(sentences) if sentence.overlaps(span)]
    if not met:
        return {**imprint(source), "before": "", "quote": flat(span, source.text), "after": ""}
    start = sentences[max(0, met[0] - 1)].start
    end = sentences[min(len(sentences) - 1, met[-1] + 1)].end
    return {
        **imprint(source),
        "before": _told(sentences, source, Span(start=start, end=span.start)),
        "quote": flat(span, source.text),
        "after": _told(sentences, source, Span(start=span.end, end=max(end, span.end))),
    }


def _told(sentences: Sequence[Span], source: Source, around: Span) -> str:
    """The sentences in a stretch of text, without those that speak to a machine."""
    kept = []
    met = [sentence for sentence in sentences if sentence.overlaps(around)]
    hostile = orders([flat(sentence, source.text) for sentence in met])
    for sentence, order in zip(met, hostile, strict=True):
        if not order:
            start, end = max(sentence.start, around.start), min(sentence.end, around.end)
            kept.append(flat(Span(start=start, end=end), source.text))
    return " ".join(kept)


def sentence_of(words: Span, source: Source) -> Span:
    """The sentence that holds the words, or else the words."""
    sentences = source.layout.sentences if source.layout else ()
    return next((span for span in sentences if span.holds(words)), words)
