"""Number words that are no figures: pronouns, names, labels, what is too vague to compare."""

from discrepancy.claims import Category
from discrepancy.english.numbers.number_words import Form
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.codes import Predicate
from discrepancy.extraction.figures.figure import Figure
from discrepancy.measures.units import dimension
from discrepancy.tables import words
from discrepancy.words import noun_class


def adjective(tokens: Tokens, figure: Figure) -> bool:
    """Two-handed, one-sided, 3-D: the hyphen makes it a word."""
    at = figure.last
    if not (tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)) or figure.evident:
        return False
    word = tokens.word(at + 1)
    if tokens.capital(at + 1) and len(word) > 1:
        return not (tokens.raw(at + 1).isupper() or tokens.titled)  # a 7-Eleven shop
    if word == "time":  # a five-time winner; a one-time lover, all-time
        return figure.low < 2 or not tokens.word(at + 2).isalpha()
    return (
        (word.endswith(("ed", "ly")) and len(word) > 4)
        or len(word) == 1
        or word in ("way", "off", "on", "for", "in", "something")
    )


def top(tokens: Tokens, figure: Figure) -> bool:
    """The top five, the bottom three: ranks, where no noun follows."""
    return figure.bare and tokens.word(figure.first - 1) in ("top", "bottom", "final", "big")


def _labelled(tokens: Tokens, figure: Figure) -> bool:
    """Round two, act three; day six of the youth revolt."""
    alone = figure.bare or tokens.word(figure.last) == "of"
    return alone and tokens.word(figure.first - 1) in words("labels", "wordy")


def _pronoun(tokens: Tokens, figure: Figure) -> bool:
    """A day or two; the two agreed: a pronoun, not a count."""
    before = tokens.word(figure.first - 1)
    joined = (
        before == "-" and tokens.glued(figure.first) and tokens.word(figure.first - 2).isalpha()
    )
    if joined and tokens.word(figure.first - 2) not in ("of", "to"):
        return figure.bare  # a turbo-four
    return figure.bare and before in ("or", "the", "these", "those", "all")


def _one(tokens: Tokens, figure: Figure) -> bool:
    """The pronoun and the adverb: "this one", "one day", "one another", "BBC One"."""
    if tokens.word(figure.numeral.first) != "one" or figure.numeral.last - figure.numeral.first > 1:
        return False
    if figure.evident:
        adverb = figure.unit == "day" and figure.last == figure.numeral.last + 1
        return adverb and tokens.word(figure.first - 1) not in words("labels", "openers")
    before = tokens.word(figure.first - 1)
    if before == "not" or before in words("labels", "before_pronoun"):
        return True
    if before == "-" or (
        tokens.capital(figure.first) and figure.first > 0 and tokens.capital(figure.first - 1)
    ):
        return True
    if figure.hedge is not None or before in words("counting", "befall"):
        return False
    listed = before in (",", ";") and _begins_how(tokens.word(figure.last))
    alone = figure.noun is None and figure.part_of is None
    return alone and not listed and tokens.word(figure.last) != "of"


def _begins_how(word: str) -> bool:
    """Two were shot, one fatally; one with a knife."""
    return word in ("with", "in", "from") or word.endswith("ly")


def _titled(tokens: Tokens, figure: Figure) -> bool:
    """Day One, the Big Two, Group of Seven: a capital number word inside a sentence."""
    if figure.first == 0 or not tokens.capital(figure.first):
        return False
    if not tokens.titled and tokens.word(figure.first - 1).isalpha() and not figure.signed:
        return not tokens.raw(figure.first).isupper()  # the Group of Seven
    if figure.evident:
        return False
    if tokens.titled and figure.noun is not None:
        return False
    if tokens.word(figure.first - 1) in words("counting", "befall"):
        return False
    return tokens.capital(figure.first - 1) or (figure.noun is None and tokens.capital(figure.last))


def _vague(tokens: Tokens, figure: Figure) -> bool:
    """Several innovations, a few games: too vague to compare unless people or houses."""
    if figure.numeral.form is not Form.VAGUE or figure.low > 3:
        return False
    if tokens.word(figure.numeral.first) == "twice":
        in_a_period = dimension(tokens.word(figure.last + 1)) == "[time]"  # twice this year
        compares = tokens.word(figure.last) in words("labels", "behind_twice")
        return compares and not (in_a_period and tokens.word(figure.last) in ("this", "that"))
    if figure.unit is None:
        return True
    if figure.category is not Category.COUNT:
        return False
    return noun_class(figure.unit) not in ("person", "building", "vehicle", "time", "other")


def _ground_zero(tokens: Tokens, figure: Figure) -> bool:
    """Two blocks from ground zero; zero tolerance."""
    if tokens.word(figure.numeral.first) != "zero":
        return False
    if figure.unit == "day" and tokens.word(figure.numeral.last) == "-":
        return True  # a zero-day flaw
    if figure.evident:
        return False
    named = tokens.word(figure.first - 1) in ("ground", "patient", "day", "absolute", "net")
    return named or tokens.word(figure.last) in ("tolerance", "hour", "sum")


WORDY: dict[str, Predicate] = {
    "ground zero": _ground_zero,
    "adjective": adjective,
    "one": _one,
    "titled": _titled,
    "top": top,
    "vague": _vague,
    "label": _labelled,
    "pronoun": _pronoun,
}
