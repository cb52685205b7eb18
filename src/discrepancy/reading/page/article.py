r"""Which lines of a page are the article: by what each says, and by where it stands.

>>> from discrepancy.reading.page.lines import lines_of
>>> page = lines_of("Menu\nFerry sinks off Arn\nIt sank on Monday.\nNobody drowned.\nMore from Arn")
>>> headline, kept = article_of(page)
>>> headline.text, [line.text for line in kept[1:]]
('Ferry sinks off Arn', ['It sank on Monday.', 'Nobody drowned.'])
"""

from collections.abc import Sequence
from itertools import chain

from discrepancy.reading.page.furniture import Reason, comments, own_reasons
from discrepancy.reading.page.lines import Line

_SURE = (Reason.ADDRESS, Reason.STAMP, Reason.BYLINE)
"""What is no article text even where the text is a few lines long."""

_LONGEST_HEADLINE = 30
"""Words."""

_SHORTEST_ARTICLE = 60
"""Words that must stand above a heading before it can end the article."""

_SHORTEST_PAGE = 5
"""Lines; of so few, none is left out for its place ("Ferry sinks. / Nine hurt")."""

_MOST_HEADINGS = 12
"""How many headings over links are looked at, from the end."""


def article_of(
    page: Sequence[Line], *, cleaned: bool = False
) -> tuple[Line | None, tuple[Line, ...]]:
    """The headline and all lines of the article, the headline among them.

    Args:
        page: the lines of a text.
        cleaned: whether another has taken the page's furniture off, so that place tells nothing.
    """
    reasons = own_reasons(page) if cleaned else reasons_of(page)
    kept = tuple(line for line, reason in zip(page, reasons, strict=True) if reason is None)
    first = kept[0] if len(kept) > 1 else None
    is_headline = (
        first
        and (first.heading or not first.ends_sentence)
        and 3 <= first.words <= _LONGEST_HEADLINE
    )
    return first if is_headline else None, kept


def reasons_of(page: Sequence[Line]) -> list[Reason | None]:
    """For each line why it is left out, or None for a line of the article."""
    reasons = own_reasons(page)
    prose = [n for n, line in enumerate(page) if reasons[n] is None and is_prose(line)]
    if not prose:
        return _of_fragment(page, reasons)
    if _is_note(page, reasons):
        return reasons
    _leave_out_comments(page, reasons, prose)
    _leave_out_tail(reasons, prose)
    headline = _headline(page, reasons, prose)
    start = prose[0] if headline is None else next(n for n in prose if n > headline)
    body = range(start, prose[-1] + 1)
    settled = {headline, *prose}
    for number in range(len(page)):
        if reasons[number] is None and headline is not None and number < headline:
            reasons[number] = Reason.MENU
        elif reasons[number] is None and number not in settled:
            reasons[number] = _by_place(page, reasons, number, headline, body)
    return reasons


def _is_note(page: Sequence[Line], reasons: Sequence[Reason | None]) -> bool:
    """Whether a text is too short to be a page, so that the place of a line tells nothing."""
    built = Reason.LINKS in reasons or any(line.heading for line in page)
    return len(page) <= _SHORTEST_PAGE and not built


def _lead(reasons: Sequence[Reason | None], prose: Sequence[int]) -> int:
    """The first sentence that another follows at once: no consent notice above a menu."""
    full = set(prose)
    for number in prose:
        near = [n for n in range(number + 1, min(len(reasons), number + 40)) if reasons[n] is None]
        if any(n in full for n in near[:3]):
            return number
    return prose[0]


def is_prose(line: Line) -> bool:
    """Whether a line is a full sentence or more, not a heading and no entry of a menu."""
    if line.heading:
        return False
    if line.ends_sentence:
        return line.words >= 4 or (line.words == 3 and line.function_words > 0)
    return line.words >= 20 and line.function_words >= 0.2 * line.words and line.capitals < 0.6


def _leave_out_comments(
    page: Sequence[Line], reasons: list[Reason | None], prose: list[int]
) -> None:
    """Leave out what readers wrote below the article."""
    full = set(prose)
    everything = sum(page[number].words for number in prose)
    said = 0
    for number, line in enumerate(page):
        said += line.words if number in full else 0
        if said >= _SHORTEST_ARTICLE and _is_over_comments(line, 2 * said >= everything):
            for below in range(number, len(page)):
                reasons[below] = reasons[below] or Reason.COMMENTS
            prose[:] = [n for n in prose if n < number]
            return


def _is_over_comments(line: Line, late: bool) -> bool:
    """Whether readers' comments follow; a bare "Comments" may be a button amid the article."""
    heading = comments().fullmatch(line.key)
    return heading is not None and bool(late or heading["after"] or heading["before"])


def _leave_out_tail(reasons: list[Reason | None], prose: list[int]) -> None:
    """Leave out teasers below a heading over links: titles and sentences by turns, to the end."""
    headings = [n for n, why in enumerate(reasons) if why is Reason.LINKS and n > prose[0]]
    stop = len(reasons)
    for start in reversed(headings[-_MOST_HEADINGS:]):
        told = [number for number in prose if start < number < stop]
        full = set(told)
        titles = [n for n in range(start, stop) if reasons[n] is None and n not in full]
        by_turns = sum(number > told[0] for number in titles) if told else 0
        if told and (by_turns < 2 or len(titles) < len(told) or len(told) > len(prose) // 5):
            return
        for number in range(start + 1, stop):
            reasons[number] = reasons[number] or Reason.TITLE
        prose[:] = [number for number in prose if number < start]
        stop = start


def _of_fragment(page: Sequence[Line], reasons: list[Reason | None]) -> list[Reason | None]:
    """A text without one full sentence is a snippet: all of it counts, save sure furniture."""
    if len(page) == 1:
        return [None]
    return [reason if reason in _SURE else None for reason in reasons]


def _headline(
    page: Sequence[Line], reasons: Sequence[Reason | None], prose: Sequence[int]
) -> int | None:
    """Which line before the lead is the headline.

    One that is marked as such or that the page repeats; the first line; the first long one;
    one above a stamp or byline.
    """
    lead = _lead(reasons, prose)
    fits = [n for n in range(lead) if reasons[n] is None and _may_be_headline(page, n)]
    above = [n for n in fits if n < prose[0]]
    fits = above or fits
    again = {line.key for line, why in zip(page, reasons, strict=True) if why is Reason.REPEAT}
    top = next((n for n, why in enumerate(reasons) if why is not Reason.ADDRESS), 0)
    marked = (n for n in fits if page[n].heading)
    repeated = (n for n in fits if page[n].words >= 5 and page[n].key in again)
    first = (n for n in fits if n == top)
    stamped = (n for n in fits if reasons[n + 1] in (Reason.STAMP, Reason.BYLINE))
    longer = (n for n in fits if page[n].words >= 5)
    return next(chain(marked, repeated, first, longer, stamped, fits), None)


def _may_be_headline(page: Sequence[Line], number: int) -> bool:
    line = page[number]
    if line.heading:
        return True
    over_menu = any(
        near.marked and near.words <= 3 and not near.tells_figure
        for near in page[number + 1 : number + 4]
    )
    return not over_menu and not is_prose(line) and 3 <= line.words <= _LONGEST_HEADLINE


def _by_place(
    page: Sequence[Line],
    reasons: Sequence[Reason | None],
    number: int,
    headline: int | None,
    body: range,
) -> Reason | None:
    """Judge a line that is no running text by what stands before it."""
    line = page[number]
    before = _before(reasons, number)
    if number < body.start and headline is None:
        return Reason.MENU
    if before is not Reason.LINKS and _is_of_a_table(page, number):
        return None
    if before in (Reason.LINKS, Reason.TITLE):
        return Reason.TITLE
    if number >= body.stop:
        goes_on = before is None and (line.ends_sentence or line.text[-1] in ",;")
        return None if goes_on else Reason.TITLE
    if line.heading:
        return Reason.TITLE
    if line.ends_sentence or line.text[-1] in ":,;" or _is_item(page, reasons, number):
        return None
    least = 6 if number < body.start else 9
    says = line.words >= least and line.function_words >= 1 and line.capitals < 0.6
    return None if says else Reason.TITLE


def _before(reasons: Sequence[Reason | None], number: int) -> Reason | None:
    """Why the line before is left out, looking past repeats, stamps, credits and buttons."""
    past = (Reason.REPEAT, Reason.STAMP, Reason.CREDIT, Reason.BUTTON)
    for above in range(number - 1, max(-1, number - 30), -1):
        if reasons[above] not in past:
            return reasons[above]
    return None


def _is_item(page: Sequence[Line], reasons: Sequence[Reason | None], number: int) -> bool:
    """Whether a line is an entry of a list: marked as one, or below a line that opens one."""
    if page[number].marked:
        return page[number].words >= 4 or (number > 0 and reasons[number - 1] is None)
    for above in range(number - 1, max(-1, number - 30), -1):
        if reasons[above] is not None or page[above].ends_sentence:
            return False
        if page[above].text[-1] == ":":
            return True
    return False


def _is_of_a_table(page: Sequence[Line], number: int) -> bool:
    """Whether a line gives a figure under its label, and so does the line above or below."""
    beside = (*page[max(0, number - 1) : number], *page[number + 1 : number + 2])
    return page[number].tells_figure and any(line.tells_figure for line in beside)
