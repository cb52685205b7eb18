r"""Which number of 03/04/2013 is the day: what the page around it bears out.

In order of trust: the year and month in the address, the months that the story writes out, the
custom of the place (the country of the address, the zone of the clock, full stops).

>>> text = "Ferry sinks\n03/04/2013\nA ferry sank off Arn on 2 April."
>>> (found, *_) = written_dates.find(text)
>>> settle(found, text, None).edtf
'2013-04-03'
"""

import re

from discrepancy.calendar import written_dates
from discrepancy.calendar.written_dates import WrittenDate
from discrepancy.patterns import pattern


def settle(found: WrittenDate, text: str, address: str | None) -> WrittenDate:
    """A date without its other reading, where something bears one out, and else as it was found.

    Args:
        found: a date as it is written in the text.
        text: the whole document.
        address: its address, where it is known.
    """
    if not found.alternatives:
        return found
    path = re.sub(r"[/_-]", "-", address or "")
    readings = (found.edtf, *found.alternatives)
    borne_out = [edtf for edtf in readings if re.search(rf"\b{edtf[:7]}\b", path)]
    if len(borne_out) != 1:
        months = {date.edtf[5:7] for date in written_dates.find(text) if "X" in date.edtf}
        borne_out = [edtf for edtf in readings if edtf[5:7] in months]
    if len(borne_out) != 1:
        borne_out = [edtf for edtf in readings if edtf == _by_custom(found, text, address)]
    if len(borne_out) != 1:
        return found
    return found._replace(edtf=borne_out[0], alternatives=())


def _by_custom(found: WrittenDate, text: str, address: str | None) -> str | None:
    """The reading that the place of the outlet, its clock or its full stops call for."""
    behind = text[found.span.end : found.span.end + 24]
    day_first = next(written_dates.find(found.span.of(text), order="day first")).edtf
    month_first = next(written_dates.find(found.span.of(text), order="month first")).edtf
    if "." in found.span.of(text) or _day_first_country().search(address or ""):
        return day_first  # 08.07.2012
    if re.match(r"(?i)\W*[\d:]+ ?[ap]m\W{0,3}[ECMP][SD]?T\b", behind):
        return month_first  # 09/10/10 08:23 PM ET
    return None


_day_first_country = pattern(
    r"https?://[^/]*\.(?:uk|au|nz|in|ie|za|ng|ke|sg|my|de|fr|eu|pk|lk)(?=[:/]|$)"
)
