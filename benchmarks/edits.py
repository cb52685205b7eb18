"""Edits of one claim's words: changes that alter what is claimed, and rewrites that do not.

>>> another_figure("1,200 soldiers"), another_unit("5 km"), another_date("3 June")
('3,600 soldiers', '5 miles', '3 September')
"""

import re
from calendar import day_name, month_name
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from num2words import num2words

from discrepancy.claims import Claim, DateClaim, QuantityClaim
from discrepancy.measures import units

MONTHS = month_name[1:]
WEEKDAYS = day_name[:]
SMALL = {num2words(number): number for number in range(1, 100)}

# What a slip of the pen or a translation makes of a unit.
SWAPS = (
    ("kilometres", "miles"),
    ("kilometers", "miles"),
    ("km", "miles"),
    ("miles", "kilometres"),
    ("metres", "feet"),
    ("meters", "feet"),
    ("feet", "metres"),
    ("million", "billion"),
    ("billion", "million"),
    ("hours", "days"),
    ("minutes", "hours"),
    ("days", "weeks"),
    ("weeks", "months"),
    ("months", "years"),
    ("dollars", "euros"),
    ("euros", "dollars"),
    ("tons", "kilograms"),
    ("pounds", "tons"),
    ("$", "€"),
    ("€", "$"),
    ("£", "$"),
)

# 1,200 and 2.5 and 46 of "46-year-old"; not 21st, 1950-53, 3/4
_NUMERAL = re.compile(
    r"(?<![\d/])(?<!\d-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d/]|-\d|st|nd|rd|th)"
)
_WORD = re.compile(r"(?<!no )(?<![-A-Za-z])[A-Za-z]+(?:-[a-z]+)?", re.IGNORECASE)


def another_figure(words: str) -> str | None:
    """Another number in the same form; None where no number is there."""
    found = _NUMERAL.search(words)
    if found is not None:
        return _put(words, found, _other(found[0]))
    named = next((one for one in _WORD.finditer(words) if one[0].lower() in SMALL), None)
    if named is None:
        return None
    other = num2words(SMALL[named[0].lower()] * 2 + 1)
    return _put(words, named, other.capitalize() if named[0][0].isupper() else other)


def _other(numeral: str) -> str | None:
    value = Decimal(numeral.replace(",", ""))
    if re.fullmatch(r"(?:1[89]|20)\d\d", numeral):
        return str(value - 3)
    if "." in numeral:
        return f"{value * Decimal('1.4'):.{len(numeral.rpartition('.')[2])}f}"
    other = value * 3 if value % 10 == 0 else value * 2 + 1
    return f"{other:,}" if "," in numeral else str(other)


def another_unit(words: str) -> str | None:
    """The same number in another unit or of another scale."""
    if "nautical" in words:
        return None
    for unit, other in SWAPS:
        edge = r"(?<![A-Za-z])" if unit[0].isalpha() else ""
        found = re.search(rf"{edge}{re.escape(unit)}(?![A-Za-z])", words)
        if found is not None:
            return _put(words, found, other)
        if not unit[0].isalpha() and unit in words:
            return words.replace(unit, other, 1)
    return None


def another_date(words: str) -> str | None:
    """Another month, weekday or year."""
    for names in (MONTHS, WEEKDAYS):
        found = re.search(rf"\b(?:{'|'.join(names)})\b", words)
        if found is not None:
            return _put(words, found, names[(names.index(found[0]) + 3) % len(names)])
    year = re.fullmatch(r"(?:1[89]|20)\d\d", words)
    return str(int(words) - 3) if year else None


CHANGES: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "figure": ("quantity", another_figure),
    "unit": ("quantity", another_unit),
    "date": ("date", another_date),
}
"""What is changed, and in which kind of claim."""


def _put(words: str, found: re.Match[str], new: str | None) -> str | None:
    return None if new is None else words[: found.start()] + new + words[found.end() :]


def spelled_out(claim: Claim) -> str | None:
    """6 people > six people."""
    if not isinstance(claim, QuantityClaim):
        return None
    found = re.match(r"\d{1,2}(?= [A-Za-z])", claim.text)
    return found and _put(claim.text, found, num2words(int(found[0])))


def in_digits(claim: Claim) -> str | None:
    """Six people > 6 people; "one" is left alone, it is seldom a count."""
    if not isinstance(claim, QuantityClaim):
        return None
    found = re.match(r"[A-Za-z]+(?= [a-z])", claim.text)
    number = SMALL.get(found[0].lower(), 1) if found else 1
    return _put(claim.text, found, str(number)) if found and number > 1 else None


def regrouped(claim: Claim) -> str | None:
    """1,200 > 1200 and back."""
    if not isinstance(claim, QuantityClaim):
        return None
    found = re.search(r"\d{1,3}(?:,\d{3})+|(?<![\d.,])\d{5,}(?![\d.])", claim.text)
    if found is None:
        return None
    return _put(
        claim.text, found, found[0].replace(",", "") if "," in found[0] else f"{int(found[0]):,}"
    )


def in_full(claim: Claim) -> str | None:
    """$2.5 million > $2,500,000."""
    if not isinstance(claim, QuantityClaim) or claim.value.low != claim.value.high:
        return None
    found = re.search(r"(\d+(?:\.\d+)?) (million|billion)", claim.text)
    if found is None:
        return None
    scale = {"million": 10**6, "billion": 10**9}[found[2]]
    return _put(claim.text, found, f"{Decimal(found[1]) * scale:,.0f}")


def percent_sign(claim: Claim) -> str | None:
    """5 percent > 5%, and back."""
    if not isinstance(claim, QuantityClaim) or claim.value.unit != "percent":
        return None
    if claim.text.endswith("%"):
        return f"{claim.text[:-1].rstrip()} percent"
    return re.sub(r" per ?cent$", "%", claim.text)


def converted(claim: Claim) -> str | None:
    """5 km > 3.1 miles: to one digit more than was stated."""
    if not isinstance(claim, QuantityClaim) or not re.fullmatch(r"[\d,.]+ ?\w+", claim.text):
        return None
    other = {"kilometer": "mile", "mile": "kilometer", "meter": "foot", "foot": "meter"}
    unit = claim.value.unit or ""
    if unit not in other or claim.value.low != claim.value.high:
        return None
    figure = units.convert(claim.value.low, unit, other[unit])
    if figure is None:
        return None
    digits = len(claim.value.low.normalize().as_tuple().digits) + 1
    rounded = Decimal(f"{figure:.{digits}g}")
    names = {"mile": "miles", "kilometer": "kilometres", "foot": "feet", "meter": "metres"}
    return f"{rounded:f} {names[other[unit]]}"


def day_first(claim: Claim) -> str | None:
    """June 3, 2024 > 3 June 2024, and back."""
    if not isinstance(claim, DateClaim):
        return None
    months = "|".join(MONTHS)
    american = re.fullmatch(rf"({months}) (\d\d?)(?:, (\d{{4}}))?", claim.text)
    if american:
        return " ".join(filter(None, (american[2], american[1], american[3])))
    british = re.fullmatch(rf"(\d\d?) ({months})(?: (\d{{4}}))?", claim.text)
    if british:
        day = f"{british[2]} {british[1]}"
        return f"{day}, {british[3]}" if british[3] else day
    return None


def day_in_full(claim: Claim) -> str | None:
    """Tuesday > Tuesday, 23 July 2013, where the document tells which Tuesday."""
    if not isinstance(claim, DateClaim) or claim.text not in WEEKDAYS:
        return None
    edtf = claim.value.edtf or ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return None
    day = date.fromisoformat(edtf)
    return f"{claim.text}, {day.day} {day:%B} {day.year}"


REWRITES: dict[str, Callable[[Claim], str | None]] = {
    "spelled out": spelled_out,
    "in digits": in_digits,
    "regrouped": regrouped,
    "in full": in_full,
    "percent sign": percent_sign,
    "converted": converted,
    "day first": day_first,
    "day in full": day_in_full,
}

_ACTIVE = re.compile(
    r"^((?:A|An|The) [^,.\n]{3,60}?) (killed|injured|wounded|destroyed|damaged) "
    r"([^,.\n]{3,60})\.(?=\s|$)",
    re.MULTILINE,
)


def passives(text: str) -> Iterator[tuple[int, int, str]]:
    """The blast killed six people. > Six people were killed by the blast."""
    for found in _ACTIVE.finditer(text):
        subject, verb, other = found.groups()
        verb_form = "was" if re.match(r"(?:a|an|the|one)\b", other) else "were"
        words = f"{other[0].upper()}{other[1:]} {verb_form} {verb} by "
        yield *found.span(), f"{words}{subject[0].lower()}{subject[1:]}."
