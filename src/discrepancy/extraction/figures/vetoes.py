"""Numbers that are no figures: years, names, labels, list marks, pronouns.

Each veto is a predicate with a name. *Evidence* (a currency, a unit, a scale, a share) silences
those on digits; the vetoes of `codes` are silenced by nothing.

>>> from discrepancy.english.numbers.numerals import numeral
>>> def why(text, at):
...     tokens = Tokens(text)
...     return veto(tokens, Figure.of(numeral(tokens, at)))
>>> why("in 2016", 1), why("a Zorblatt 737", 2), why("page 12", 1), why("about 12", 1)
('year', 'name', 'label', None)
"""

import re

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.numbers.ordinals import ENDINGS
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.codes import Predicate
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.word_vetoes import WORDY, adjective, top
from discrepancy.tables import words
from discrepancy.words import noun_class


def veto(tokens: Tokens, figure: Figure) -> str | None:
    """The name of the veto that strikes a figure out, None where it stands."""
    if figure.numeral.form is not Form.DIGITS:
        return next((name for name, strikes in WORDY.items() if strikes(tokens, figure)), None)
    if figure.evident:
        return None
    for name, strikes in SOFT.items():
        if strikes(tokens, figure):
            return name
    return None


def _year(tokens: Tokens, figure: Figure) -> bool:
    """1500 to 2099 without a comma, unless people or the like are counted; '86."""
    written = tokens.word(figure.numeral.first)
    if tokens.word(figure.first - 1) in ("'", "’", "‘") and tokens.glued(figure.first):
        return len(written) == 2
    season = tokens.word(figure.first - 1) in ("-", "–", "/") and tokens.glued(figure.first)
    if season and len(written) == 2 and len(tokens.word(figure.first - 2)) == 4:
        return tokens.word(figure.first - 2).isdecimal()  # 2018-19
    if not (len(written) == 4 and written.isdecimal() and "1500" <= written <= "2099"):
        return False
    if figure.low < 1500 or _is_width(tokens, figure):
        return False
    if figure.unit is None or figure.noun is None:
        return True
    if figure.noun[1] - figure.noun[0] > 3 or figure.noun[0] != figure.last:
        return True
    if tokens.capital(figure.noun[0]):
        return True
    hedged = tokens.word(figure.first - 1) in words("labels", "hedged_year")
    return not (hedged or noun_class(figure.unit) in ("person", "building"))


def _is_width(tokens: Tokens, figure: Figure) -> bool:
    """2880 x 1800, 2880 pixels by 1800."""
    other = tokens.word(figure.first - 2)
    crossed = tokens.word(figure.first - 1) in ("x", "×", "by")
    return crossed and (other[:1].isdecimal() or other == "pixels")


def _model_number(tokens: Tokens, figure: Figure) -> bool:
    """The 8900, its 8320: three digits or more behind "the" count nothing."""
    before, written = tokens.word(figure.first - 1), tokens.word(figure.numeral.first)
    named = before in ("the", "its", "his", "her", "'s", "’s", "this", "new")
    return figure.bare and named and written.isdecimal() and len(written) >= 3


def _emergency(tokens: Tokens, figure: Figure) -> bool:
    """Called 911; a 999 call."""
    if tokens.word(figure.numeral.first) not in words("labels", "emergency"):
        return False
    if tokens.word(figure.first - 1) in words("labels", "dialled"):
        return True
    return tokens.word(figure.last) in words("labels", "callers")


def _street_block(tokens: Tokens, figure: Figure) -> bool:
    """The 2500 block of a street."""
    return tokens.word(figure.last) in ("block", "blk") and tokens.word(figure.first - 1) == "the"


def numbering(tokens: Tokens, at: int) -> bool:
    """Whether "number" is a verb there: the dead number 57, the wounded now number 300."""
    k = at - 1 - (tokens.word(at - 1) in words("counting", "by_now"))
    return tokens.word(k) in words("counting", "people") and tokens.word(k - 1) in ("the", "and")


def _label(tokens: Tokens, figure: Figure) -> bool:
    """Page 12, flight 370, No. 1, day 3."""
    k = figure.first - 1
    if tokens.word(k) in (".", "-") and k > 0:
        k -= 1
    word = tokens.word(k)
    if tokens.word(k) == "#":
        return True
    if word not in words("labels", "before") or (word == "number" and numbering(tokens, k)):
        return False
    if word == "under" and tokens.word(figure.first - 1) != "-" and not tokens.capital(k):
        return False  # fell to under 20,000; the Under 19 side
    if (
        k == figure.first - 2
        and tokens.word(figure.first - 1) == "."
        and word not in words("labels", "shortened")
    ):
        return False
    if word in words("labels", "weak") or word in ("no", "under"):
        return figure.noun is None or tokens.word(figure.first - 1) == "."
    return "," not in tokens.word(figure.numeral.first)


def _name(tokens: Tokens, figure: Figure) -> bool:
    """Zorblatt 737, AK 47, iPhone 5: a capitalised word before a bare number."""
    k = figure.first - 1
    if tokens.word(k) in ("®", "™", "�"):
        k -= 1
    raw = tokens.raw(k)
    if tokens.word(k) in words("counting", "befall"):
        return False  # Worker Kills 2 Women
    if not raw or "," in tokens.word(figure.numeral.first) or figure.hedge is not None:
        return False
    if not (raw[0].isupper() or re.fullmatch("[a-z][A-Z]\\w*", raw)):
        return False
    if len(raw) == 1 and raw not in "AI" and k > 0:
        return True
    inside = k > 1 and tokens.capital(k - 1)  # the Sea Me We 3 cable
    if tokens.word(k) in words("labels", "openers") and not (
        inside or (raw.isupper() and k > 0 and len(raw) > 1)
    ):
        return False
    written = tokens.word(figure.numeral.first)
    owner = raw.endswith(("'s", "’s"))  # the plant's 1250 workers
    if k > 0 and written.isdecimal() and len(written) > 3 and not owner:
        return True
    if raw.isupper() and len(raw) > 1 and "." in written and figure.category is Category.COUNT:
        return True  # USB 3.0 ports
    lower = figure.noun is not None and not tokens.capital(figure.noun[0])
    if k == 0 and (lower or figure.rate is not None):
        return False
    return figure.noun is None or tokens.capital(figure.noun[0])


def _product(tokens: Tokens, figure: Figure) -> bool:
    """The Orbix 5 costs $300: what seems counted is the verb of a product."""
    k = figure.first - 1
    if not tokens.capital(k) or tokens.word(k) in words("labels", "openers"):
        return False
    if figure.noun is None or figure.hedge is not None:
        return False
    (first, last), behind = figure.noun, tokens.word(figure.noun[1])
    if first != figure.last or last - first > 1 or behind in words("labels", "verbs_of_plurals"):
        return False
    return tokens.word(first) in words("labels", "product_verbs") and not tokens.capital(first)


def _model(tokens: Tokens, figure: Figure) -> bool:
    """11 Pro, 737 Max: a capital word that ends in no plural stands behind a bare number."""
    behind = tokens.raw(figure.last)
    if figure.hedge is not None or "," in tokens.word(figure.numeral.first):
        return False
    if tokens.titled and tokens.word(figure.first - 1) == "of":
        return False
    return figure.bare and len(behind) > 1 and behind.istitle() and figure.low < 10000


def _marker(tokens: Tokens, figure: Figure) -> bool:
    """1. or (2) at the start of a line, a number alone in brackets, "[3]"."""
    first, last = figure.first, figure.last
    if tokens.word(first - 1) in ("[",) and tokens.word(last) == "]":
        return True
    if tokens.word(first - 1) == "(" and tokens.word(last) == ")":
        return figure.noun is None
    begins = first == 0 or (first == 1 and tokens.word(0) in ("(", "-", "•"))
    return (
        begins
        and tokens.word(last) in (".", ")", ":")
        and len(tokens) > last + 1
        and len(tokens.word(first)) < 3
    )


def _house(tokens: Tokens, figure: Figure) -> bool:
    """123 Random Street: capital words that end in a kind of road follow."""
    for k in range(figure.last, figure.last + 5):
        numbered = tokens.word(k).isdecimal() or tokens.word(k) in ENDINGS  # 473 East 52nd Street
        if not tokens.capital(k) and not numbered:
            return False
        if tokens.word(k) in words("labels", "roads"):
            return True
    return False


SOFT: dict[str, Predicate] = {
    "top": top,
    "adjective": adjective,
    "model": _model,
    "model number": _model_number,
    "emergency": _emergency,
    "block": _street_block,
    "year": _year,
    "label": _label,
    "name": _name,
    "product": _product,
    "marker": _marker,
    "house": _house,
}
