"""Yesterday and tomorrow in what somebody said on another day than that of printing.

A reporter's own "tomorrow" is seen from the printing; that of a speaker in quotation marks, or of
one whose words are reported under a full date, is seen from the day on which they were said.

>>> text = 'He fled yesterday," Dana Roe said on Monday.'
>>> setting = Setting(text, 0, len(text), published=date(2024, 10, 24))
>>> found = [DatePhrase(8, 17, "2024-10-23"), DatePhrase(37, 43, "2024-10-21")]
>>> as_said(setting, found, 0).edtf
'2024-10-20'
"""

from collections.abc import Sequence
from datetime import date

from discrepancy.calendar import edtf
from discrepancy.extraction.dates import day_phrases, offset_phrases, period_phrases
from discrepancy.extraction.dates.setting import DatePhrase, Setting
from discrepancy.extraction.dates.shapes import SHAPES

_QUOTED = 400
"""Characters within which a quotation is looked for that ends behind a phrase."""
_FROM_PRINTING = (
    day_phrases.relative_days,
    offset_phrases.offsets,
    period_phrases.relative_periods,
)


def as_said(setting: Setting, found: Sequence[DatePhrase], number: int) -> DatePhrase:
    """The phrase of that number among those of a sentence, seen from the day it was said."""
    phrase = found[number]
    day = _day_after_the_quote(setting, found, number) or _day_before(setting, found, number)
    return _seen_from(setting, phrase, day) if day else phrase


def _day_after_the_quote(setting: Setting, found: Sequence[DatePhrase], number: int) -> date | None:
    """She left yesterday," Roe said on Monday."""
    at = found[number].end
    closed = _to_its_end().match(setting.text, at, min(setting.end, at + _QUOTED))
    if closed is None:
        return None
    for phrase in found[number + 1 :]:
        if phrase.start >= closed.end():
            said = _said_then().fullmatch(setting.text, closed.end(), phrase.start)
            return _its_day(phrase) if said else None
    return None


def _day_before(setting: Setting, found: Sequence[DatePhrase], number: int) -> date | None:
    """On 5 May he said it would come tomorrow; on Monday he said: "It came yesterday."""
    if number == 0:
        return None
    earlier, phrase = found[number - 1], found[number]
    if not _on_it_said().match(setting.text, earlier.end, phrase.start):
        return None
    quoted = _opened().search(setting.text, earlier.end, phrase.start)
    stated = earlier.template or not earlier.relative
    return _its_day(earlier) if stated or quoted else None


def _its_day(phrase: DatePhrase) -> date | None:
    if not phrase.edtf or edtf.precision(phrase.edtf) != "day":
        return None
    return edtf.interval(phrase.edtf)[0]


def _seen_from(setting: Setting, phrase: DatePhrase, day: date) -> DatePhrase:
    printed, setting.published = setting.published, day
    seen = (again for reader in _FROM_PRINTING for again in reader(setting))
    same = next((one for one in seen if (one.start, one.end) == (phrase.start, phrase.end)), phrase)
    setting.published = printed
    return same


_to_its_end = SHAPES("to_its_end")
"""The rest of a quotation; a straight mark closes one where a space follows it."""


_opened = SHAPES("opened")


_said_then = SHAPES("said_then")


_on_it_said = SHAPES("on_it_said")
