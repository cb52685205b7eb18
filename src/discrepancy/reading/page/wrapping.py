r"""Whether a sentence runs on over the break between two lines, as far as their words tell.

>>> from discrepancy.reading.page.lines import lines_of
>>> runs_on(*lines_of("It was sealed on 9 April\n1987 by both mayors."))
True
>>> runs_on(*lines_of("Ferry sinks off Arn\nIt sank on Monday."))
False
"""

import re

from discrepancy.calendar import written_dates
from discrepancy.reading.page.furniture import Reason, own_reason
from discrepancy.reading.page.lines import Line
from discrepancy.reading.page.sentences import sentences_of
from discrepancy.reading.page.ties import Pairs, are_tied
from discrepancy.span import Span
from discrepancy.tables import words


def runs_on(
    first: Line, second: Line, above: Line | None = None, names: Pairs = frozenset()
) -> bool:
    """Whether what stands on one line, or on several joined, goes on on the next.

    Args:
        first: the lines so far, joined.
        second: the next line.
        above: the line above; below a sentence no headline stands.
        names: the parts of names that the text has elsewhere, on one line.
    """
    if first.heading or second.heading or second.marked or first.tells_figure:
        return False
    if _is_cut_word(first, second):
        return True
    if _ends(first, second):
        return _is_open_quote(first.text, second.text)
    if are_tied(first, second, names):
        return own_reason(second) is None and (first.words == 1 or own_reason(first) is None)
    if first.text[-1] == ":" or not _goes_on(first, second, above):
        return False
    reason = own_reason(second)
    goes_on = _begins_small(second.text) or _asks_for_more(first, second)
    is_rest = goes_on and second.ends_sentence  # "... near Arn" / "on 9 April."
    return own_reason(first) is None and (not reason or (is_rest and reason is not Reason.ADDRESS))


def _goes_on(first: Line, second: Line, above: Line | None) -> bool:
    """Whether the words of two lines ask to be read together, no sentence ending above."""
    if _begins_small(second.text):
        return second.words >= 3 or _is_prose(first) or _is_prose(second)
    if begins_sentence(second) or first.marked:
        return False
    return _asks_for_more(first, second) or _is_running(first, second, above)


def _is_cut_word(above: Line, below: Line) -> bool:
    # "14 mil-" / "lion euros"
    cut = re.search(r"[^\W_][-\u2010\u00ad]$", above.text) is not None
    return cut and (below.text[0].islower() or above.text[-1] == "\u00ad")


def _ends(above: Line, below: Line) -> bool:
    """Whether a sentence ends with the lines above: not in "Mr." / "Hale"."""
    if not above.ends_sentence:
        return False
    word = above.text.rsplit(maxsplit=1)[-1].removesuffix(".").lstrip("\"'“‘(")
    before_name = word in words("abbreviations", "before_name")
    before_digit = below.text[0].isdigit() and word in words("abbreviations", "before_digit")
    return not (before_name or before_digit or _begins_small(below.text))


def _is_open_quote(above: str, below: str) -> bool:
    """Whether the words below go on with a quotation that was begun above."""
    if above.rfind("“") > above.rfind("”"):
        close = below.find("”")
        return close >= 0 and "“" not in below[:close]
    if above.count('"') % 2:
        close = below.find('"')
        return close > 0 and not below[close - 1].isspace() and below.count('"') % 2 == 1
    return False


def _begins_small(text: str) -> bool:
    """Whether it begins in the midst of a sentence: not "iPhone sales fell"."""
    word = text.lstrip("\"'“‘(")
    return word[:1].islower() and not word[1:2].isupper()


def _is_prose(line: Line) -> bool:
    """Whether it has the look of a piece of a sentence rather than of a menu."""
    return (line.words >= 4 and line.function_words > 0) or line.ends_sentence or line.words > 8


def begins_sentence(line: Line) -> bool:
    """Whether it begins with a small word written large, "The" or "He": few names do."""
    first = line.text.lstrip("\"'“‘(").split(maxsplit=1)
    word = first[0].strip(",.;:") if first else ""
    return word.istitle() and word != "I" and word.lower() in _function_words()


def _asks_for_more(above: Line, below: Line) -> bool:
    """Whether the last word above wants another behind it: "the", "$", "9 April"."""
    last = above.text.rsplit(maxsplit=1)[-1]
    word = last.strip("\"'“‘(")
    small = word.lower() if above.words == 1 else word  # "The" / "Hale works"
    if small in words("furniture", "never_last") or above.text[-1] in "$€£¥&(":
        return True
    if above.text[-1] in ",;–—" and (above.function_words or below.text[0].isdigit()):
        return True
    if above.ends_sentence:  # an abbreviation
        return True
    return _is_within_date(above, below)


def _is_within_date(above: Line, below: Line) -> bool:
    start = max(0, len(above.text) - 20)
    joined = f"{above.text[start:]} {below.text[:20]}"
    cut = len(above.text) - start
    found = written_dates.find(joined)
    return any(one.span.start < cut < one.span.end - 1 for one in found)


def _is_running(first: Line, second: Line, above: Line | None) -> bool:
    """Whether what stands first is running text that no full stop has ended."""
    if len(sentences_of(first.text, Span(start=0, end=len(first.text)))) > 1:
        return True
    if not _is_prose(second) or first.capitals >= 0.7:
        return False
    opening = first.text.split(maxsplit=1)[0].lower()
    if opening in ("a", "an", "the") and first.words >= 4:
        return True
    if above is None or not above.ends_sentence or own_reason(above):
        return False
    if opening in _function_words():
        return first.words >= 2
    small = first.words >= 3 and first.function_words >= 0.25 * first.words
    return small or (first.words >= 9 and first.function_words > 1)


def _function_words() -> frozenset[str]:
    return words("furniture", "function_words")
