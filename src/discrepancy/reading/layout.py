r"""How a text is laid out: which lines are the article, its headline, paragraphs, sentences.

>>> page = Source(id="a", text="Menu\nFerry sinks off Arn\nBy Ann Ode\nIt sank. Nobody drowned.\nShare")
>>> layout = laid_out(page).layout
>>> layout.headline.of(page.text), [span.of(page.text) for span in layout.sentences[1:]]
('Ferry sinks off Arn', ['It sank.', 'Nobody drowned.'])
"""

from collections.abc import Sequence

from discrepancy.reading.frontmatter import front_matter
from discrepancy.reading.furniture import Reason, own_reasons
from discrepancy.reading.lines import Line, lines
from discrepancy.reading.paragraphs import unwrapped
from discrepancy.reading.sentences import sentences
from discrepancy.source import Layout, Source

_SURE = (Reason.ADDRESS, Reason.STAMP, Reason.BYLINE)
"""What is no article text even where the text is a few lines long."""


def laid_out(source: Source) -> Source:
    """Tell the article from the page around it; take what the front matter says of it."""
    if source.layout is not None:
        return source
    matter = front_matter(source.text)
    page = unwrapped(lines(source.text, matter.end))
    headline, kept = article(page)
    layout = Layout(
        headline=headline.span if headline else None,
        paragraphs=tuple(line.span for line in kept),
        sentences=tuple(span for line in kept for span in sentences(source.text, line.span)),
    )
    known = {
        name: value
        for name, value in matter.fields.items()
        if name != "id" and getattr(source, name) is None
    }
    if headline and source.title is None and "title" not in known:
        known["title"] = headline.text
    return source.model_copy(update={**known, "layout": layout})


def article(page: Sequence[Line]) -> tuple[Line | None, tuple[Line, ...]]:
    """The headline and all lines of the article, the headline among them."""
    reasons = reasons_of(page)
    kept = [line for line, reason in zip(page, reasons, strict=True) if reason is None]
    return _headline_of(page, reasons), tuple(kept)


def reasons_of(page: Sequence[Line]) -> list[Reason | None]:
    """For each line why it is left out, or None for a line of the article."""
    reasons = own_reasons(page)
    prose = [n for n, line in enumerate(page) if reasons[n] is None and is_prose(line)]
    if not prose:
        return _of_fragment(page, reasons)
    headline = _headline(page, reasons, prose[0])
    settled = {headline, *prose}
    for number in range(len(page)):
        if reasons[number] is None and number not in settled:
            reasons[number] = _by_place(page, reasons, number, headline, prose)
    return reasons


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text: a sentence, or long and full of small words."""
    if line.ends_sentence:
        return line.words >= 3 or (line.words == 2 and line.text[-1] == ".")
    return line.words >= 12 and line.function_words >= 0.2 * line.words and line.capitals < 0.6


def _of_fragment(page: Sequence[Line], reasons: list[Reason | None]) -> list[Reason | None]:
    """A text without one full sentence is a snippet: all of it counts, save sure furniture."""
    if len(page) == 1:
        return [None]
    return [reason if reason in _SURE or reason is Reason.REPEAT else None for reason in reasons]


def _headline(page: Sequence[Line], reasons: Sequence[Reason | None], lead: int) -> int | None:
    """The first line before the lead that is long enough for a headline."""
    for least in (5, 3):
        for number in range(lead):
            if reasons[number] is None and least <= page[number].words <= 25:
                return number
    return None


def _headline_of(page: Sequence[Line], reasons: Sequence[Reason | None]) -> Line | None:
    for number, line in enumerate(page):
        if reasons[number] is None:
            more = any(reason is None for reason in reasons[number + 1 :])
            return line if more and not is_prose(line) and 3 <= line.words <= 25 else None
    return None


def _by_place(
    page: Sequence[Line],
    reasons: Sequence[Reason | None],
    number: int,
    headline: int | None,
    prose: Sequence[int],
) -> Reason | None:
    """Judge a line that is no running text by what stands around it."""
    line = page[number]
    if number > prose[-1]:
        return Reason.TITLE
    if number < prose[0] and (headline is None or number < headline):
        return Reason.MENU
    if line.ends_sentence or line.text[-1] in ":,;":
        return None if number else Reason.MENU
    before = reasons[number - 1] if number else None
    if before in (Reason.LINKS, Reason.TITLE) or not _is_statement(line):
        return Reason.TITLE
    return None


def _is_statement(line: Line) -> bool:
    """Whether a line without end stop still says something, as a standfirst does."""
    return line.words >= 6 and line.function_words >= 1 and line.capitals < 0.6
