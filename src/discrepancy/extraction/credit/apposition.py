"""Names and the descriptions that stand beside them between commas.

>>> from discrepancy.extraction.credit import sentence_words
>>> from discrepancy.span import Span
>>> text = "Ann Hale, a nurse who lives there, said no."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> apposed(line, 8)
((0, 7), False)
"""

from collections.abc import Sequence

from discrepancy.extraction.credit.sentence_words import QUOTE, LineWord, is_clause, listed

Extent = tuple[int, int]
"""The places of the first and the last word."""

_RELATIVE = frozenset(["who", "which", "whose", "where"])


def apposed(line: Sequence[LineWord], comma: int) -> tuple[Extent | None, bool]:
    """A name and the descriptions that follow it between commas, up to `comma`.

    Also whether it is one phrase without any description.
    """
    start, stop, best, alone = comma, comma - 1, None, False
    while start > 0:
        end = start = start - 1
        while start > 0 and line[start].text not in (",", ";", QUOTE):
            start -= 1
        first = start + 1 if line[start].text in (",", ";", QUOTE) else start
        phrase = line[first : end + 1]
        relative = bool(phrase) and (phrase[0].lower in _RELATIVE or is_participle(phrase, 0))
        if not phrase or (not relative and is_clause(_described_by(phrase))):
            named = _behind_that(line, first, end)
            best = (named, stop) if named and stop >= named else best
            break
        if not relative and not is_adverbial(phrase[0]):
            best, alone = (first, stop), end == comma - 1
        elif not relative:
            stop = start - 1  # "Hale, citing police, said"
        if line[start].text != ",":
            break
    return best, alone


def _behind_that(line: Sequence[LineWord], first: int, end: int) -> int | None:
    """Where the name begins that ends a clause: "The Post reported that Hale, a nurse, said"."""
    that = next((n for n in range(end, first, -1) if line[n].lower == "that"), end)
    named = all(word.large for word in line[that + 1 : end + 1])
    return that + 1 if named and 0 < end - that < 4 else None


def is_adverbial(word: LineWord) -> bool:
    """Whether a phrase that opens with this word says when, where or how."""
    return word.lower in listed("prepositions") or word.lower.endswith("ing")


def _described_by(phrase: Sequence[LineWord]) -> Sequence[LineWord]:
    """The phrase without what narrows it: "a nurse", of "a nurse who lived there"."""
    for at, word in enumerate(phrase):
        follows = phrase[at + 1 : at + 2]
        that = word.lower == "that" and is_clause(follows)  # "the mill that has burned"
        if word.lower in _RELATIVE - {"where"} or that or (at and is_participle(phrase, at)):
            return phrase[:at]
    return phrase


def is_participle(phrase: Sequence[LineWord], at: int) -> bool:
    """Whether it tells what was done to somebody: "the men held at the mill"."""
    follows = phrase[at + 1].lower if at + 1 < len(phrase) else ""
    return phrase[at].lower in listed("done_to") and follows in listed("prepositions")


def with_name_before(line: Sequence[LineWord], first: int) -> int:
    """The start of "Ann Hale, a nurse" where its second part alone has been found."""
    if first < 2 or line[first - 1].text != "," or line[first].large:
        return first
    start = first - 1
    while start > 0 and line[start - 1].large:
        start -= 1
    opens = start == 0 or line[start - 1].text in (QUOTE, ",")
    leads = listed("prepositions") | listed("credits")  # "Citing Ann Hale, the paper said"
    named = first - 1 - start in (2, 3, 4) and line[start].lower not in leads
    return start if opens and named else first
