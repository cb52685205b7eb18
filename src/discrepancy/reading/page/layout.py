r"""How a text is laid out: which lines are the article, its headline, paragraphs, sentences.

>>> text = "Menu\nFerry sinks off Arn\nBy Ann Ode\nIt sank. Nobody drowned.\nShare"
>>> page = Source(id="a", text=text)
>>> layout = laid_out(page).layout
>>> layout.headline.of(page.text), [span.of(page.text) for span in layout.sentences[1:]]
('Ferry sinks off Arn', ['It sank.', 'Nobody drowned.'])
"""

from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime

from discrepancy.calendar import datelines
from discrepancy.patterns import pattern
from discrepancy.reading.files.frontmatter import front_matter
from discrepancy.reading.imprint import addresses, published
from discrepancy.reading.page.article import article_of
from discrepancy.reading.page.lines import Line, lines_of
from discrepancy.reading.page.paragraphs import items, pieces, unwrapped, widest
from discrepancy.reading.page.sentences import parts, uncut
from discrepancy.source import Layout, Source, in_newsprint
from discrepancy.span import Span


def laid_out(source: Source, *, cleaned: bool = False) -> Source:
    """Tell the article from the page around it, and take what the page says of itself.

    Args:
        source: a document; one that is laid out already is given back.
        cleaned: whether its text is an article without the page around it.
    """
    if source.layout is not None:
        return source
    matter = front_matter(source.text)
    page = pieces(unwrapped(lines_of(source.text, matter.end)))
    headline, kept = article_of(page, cleaned=cleaned)
    whole = [
        span for held in _bodies(source.text, headline, kept) for span in uncut(source.text, held)
    ]
    read = [tuple(parts(source.text, span)) for span in whole]
    layout = Layout(
        headline=headline.span if headline else None,
        paragraphs=tuple(line.span for line in kept),
        sentences=tuple(part for held in read for part in held),
    )
    in_parts = _in_parts(sum(len(held) > 1 for held in read))
    told_apart = in_parts, _unread_rows(source, page, kept), _no_day(matter.no_day)
    notes = tuple(filter(None, told_apart))
    if notes:
        source = source.model_copy(update={"notes": (*source.notes, *notes)})
    told = {name: value for name, value in matter.fields.items() if name != "id"}
    url = source.url or told.get("url") or addresses.address(source.text[matter.end :])
    imprint = published.find(source.text, layout, str(url) if url else None)
    found = {
        "title": " ".join(headline.text.split()) if headline else None,
        "url": url,
        "published": imprint.published,
        "published_from": imprint.told,
        "published_at": imprint.at,
        "outlet": imprint.outlet,
        **(_UNTOLD if "published" in told else {}),
        **told,
    }
    if source.published is not None:
        found |= _UNTOLD | {"published_at": _on(source.published, imprint)}
    known = {name: value for name, value in found.items() if getattr(source, name) is None}
    laid = source.model_copy(update={**known, "layout": layout})
    if laid.published and not in_newsprint(laid.published):
        return laid.model_copy(update={"published": None, **_UNTOLD})
    return laid


def _bodies(text: str, headline: Line | None, kept: Sequence[Line]) -> Iterator[Span]:
    """The paragraphs without their datelines: a place in capitals says nothing."""
    opens, width = True, widest(text)
    for line in kept:
        if line is headline:
            yield line.span
            continue
        dateline = datelines.find(text, line.span, opens=opens)
        start = dateline.span.end if dateline else line.span.start
        yield from items(text, Span(start=start, end=line.span.end), width)
        opens = False


def _in_parts(long: int) -> str | None:
    """That so many sentences go on and on."""
    told = "sentence goes on and on and is" if long == 1 else "sentences go on and on and are"
    return f"{long:,} {told} read in parts" if long else None


def _no_day(given: str | None) -> str | None:
    """That the front matter gives a day of printing that nobody can read."""
    if given is None:
        return None
    return f'the day of printing that its front matter gives, "{given[:40]}", is not read'


def _unread_rows(source: Source, page: Sequence[Line], kept: Sequence[Line]) -> str | None:
    """That rows of tables hold figures and are taken for no text."""
    held = {line.span for line in kept}
    rows = [line for line in page if line.span not in held and line.text.count("|") > 1]
    barred = sum(any(letter.isdigit() for letter in line.text) for line in rows)
    notes = (
        _told(barred, "line of a table between bars", "lines of tables between bars"),
        _told(_bare_rows(source, page, held), "line of a table", "lines of tables"),
    )
    return "; ".join(filter(None, notes)) or None


def _told(count: int, one: str, many: str) -> str | None:
    named = f"{one} is" if count == 1 else f"{many} are"
    return f"{count:,} {named} not read" if count else None


_ROWS = 3
"""So many lines that end in figures, one below the other, are a table and no accident."""


def _bare_rows(source: Source, page: Sequence[Line], held: Container[Span]) -> int:
    """Rows within the text that have but blanks between their cells, as a PDF gives them.

    A header without a figure is not counted: "District Dead Missing". Of a page of the web, where
    "Share 12" stands over "Comments 4", a row has two figures.
    """
    row = _row() if source.pages else _row_of_two()
    inside = [n for n, line in enumerate(page) if line.span in held]
    count = run = 0
    for line in page[inside[0] : inside[-1]] if inside else ():
        is_row = line.span not in held and row.fullmatch(line.text) is not None
        run = run + 1 if is_row else 0
        count += 0 if run < _ROWS else _ROWS if run == _ROWS else 1
    return count


# Operating profit 118 131 | Norby 9 (3) 2.5%
_CELL = r"(?:\s+[-−–+(]?[$€£]?\d[\d.,]*\s?%?\)?)"
_row = pattern(rf"\S[^|]{{0,60}}?{_CELL}{{1,14}}")
_row_of_two = pattern(rf"\S[^|]{{0,60}}?{_CELL}{{2,14}}")


_UNTOLD = {"published_from": None, "published_at": None}


def _on(day: date, imprint: published.Imprint) -> datetime | None:
    """The time of day that the text tells of the day on which its metadata have it printed."""
    return imprint.at if imprint.published == day else None
