r"""What ties the last word of a line to the first of the next, whatever the two lines look like.

>>> from discrepancy.reading.page.lines import lines_of
>>> are_tied(*lines_of("It was said today\n(10 May) that the lock is shut."), frozenset())
True
>>> text = "A barge struck the lock at Old Ardlow.\nIt lay in Old\nArdlow for a week."
>>> above, first, second = lines_of(text)
>>> are_tied(first, second, names_within([above, first, second]))
True
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from discrepancy.calendar import written_dates
from discrepancy.patterns import pattern
from discrepancy.reading.page.lines import Line
from discrepancy.tables import words

Pairs = frozenset[tuple[str, str]]
"""Words with capital letters that stand beside each other: ("Christopher", "Hale")."""

_RUNNING = 8
"""Words of a line that is running text, whose capital letters are those of names."""


def names_within(all_lines: Iterable[Line]) -> Pairs:
    """The parts of names that stand beside each other on some line of running text."""
    running = (one for one in all_lines if one.words >= _RUNNING and one.function_words > 1)
    return frozenset(pair for line in running if line.capitals < 0.7 for pair in _pairs(line.text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    small = words("furniture", "function_words")
    for found in _pair().finditer(text):
        if found[1].lower() not in small and found[2].lower() not in small:
            yield found[1], found[2]


_pair = pattern(r"\b([A-Z][\w-]+)[ ](?=([A-Z][\w-]+))")


def are_tied(first: Line, second: Line, names: Pairs) -> bool:
    """Whether the words at a break cannot be parted: a name, a bracket, a span of figures.

    Args:
        first: a line that no full stop ends.
        second: the next one.
        names: the parts of names that the text has elsewhere.
    """
    return (
        _are_in_brackets(first.text, second.text)
        or _is_span(first.text, second.text)
        or _is_first_word(first, second)
        or _wants_rest(first, second)
        or _is_figure_of(first, second)
        or _is_day_of(first, second)
        or _is_within_name(first, second, names)
    )


def _are_in_brackets(first: str, second: str) -> bool:
    """Whether a bracket is opened above and closed below, or the sentence goes on behind one."""
    closes = second.find(")")
    if first.rfind("(") > first.rfind(")") and closes >= 0 and "(" not in second[:closes]:
        return True
    # "(10 May 2011) that the repair" | "(the 9th)."; "(Agency) The lock" begins anew
    return re.match(r"\([^()\n]{1,80}\)(?:[,;]?\s+[a-z]|[.,;:])", second) is not None


def _is_span(first: str, second: str) -> bool:
    # "$140-" / "$150 million"
    return re.search(r"\d[-–]$", first) is not None and re.match(r"[$€£¥]?\d", second) is not None


def _is_first_word(first: Line, second: Line) -> bool:
    # "A" / "barge struck the lock"
    small = words("furniture", "never_last")
    return first.words == 1 and second.words >= 4 and first.text.lower() in small


def _wants_rest(first: Line, second: Line) -> bool:
    """Whether no sentence ends so, nor a headline: with a comma, or with "from"."""
    if not _is_prose(second) or first.words == 0:
        return False
    last = first.text.rsplit(maxsplit=1)[-1]
    return first.text[-1] == "," or (first.words >= 4 and last in words("furniture", "never_ends"))


def _is_prose(line: Line) -> bool:
    return line.words >= 4 and (line.function_words > 0 or line.ends_sentence)


def _is_figure_of(first: Line, second: Line) -> bool:
    """Whether a figure goes on with running text: few sentences begin with one."""
    if not re.match(r"[$€£¥]?\d", second.text) or first.text[0].isdigit() or first.marked:
        return False
    runs = first.words >= _RUNNING and first.function_words > 1 and first.capitals < 0.7
    return runs and first.text[-1].islower() and second.ends_sentence


def _is_day_of(first: Line, second: Line) -> bool:
    # "A bomb exploded" / "Friday at a bank"; "Friday, 5 May" is a stamp
    day = re.match(rf"(?:{written_dates.choice('weekday')})\s+[a-z]", second.text, re.IGNORECASE)
    runs = first.words >= 3 and first.function_words > 0 and first.capitals < 0.7
    return day is not None and runs and first.text[-1].islower()


_suffix = pattern(r"(?:Jr|Sr|Inc|Ltd|Corp)\.[,\s]|(?:I{2,3}|IV)\b[,\s]")


def _is_within_name(first: Line, second: Line, names: Pairs) -> bool:
    if _suffix().match(second.text) and first.tokens and first.tokens[-1][0].isupper():
        return True
    left = re.search(r"([A-Z][\w-]*)$", first.text)
    right = re.match(r"((?:[A-Z]['’])?[A-Z][\w-]+)", second.text)  # "Jim" / "O'Hale"
    if not left or not right or second.words < 4 or second.capitals >= 0.7:
        return False
    if (left[1], right[1]) in names or (left[1], right[1]) in _parts_of_places():
        return True
    begins = right[1].lower() in words("furniture", "function_words")
    return not begins and left[1] in _given_names() and second.function_words > 0


@cache
def _parts_of_places() -> Pairs:
    lists = ("countries", "states", "cities", "regions")
    places = [name.split("_") for one in lists for name in words("places", one) if "_" in name]
    return frozenset(pair for parts in places for pair in pairwise(parts))


@cache
def _given_names() -> frozenset[str]:
    """Given names that are nothing else: no "April", "Grant" or "Paris"."""
    lists = ("countries", "states", "cities", "regions")
    places = frozenset(word for one in lists for word in words("places", one))
    ordinary = words("ordinary", "words")
    return frozenset(
        one for one in words("given_names", "names") - places if one.lower() not in ordinary
    )
