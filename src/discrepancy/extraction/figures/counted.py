"""What a bare figure counts: the noun behind it, with its modifiers.

>>> tokens = Tokens("3,000 North Korean troops were sent")
>>> counted_noun(tokens, 1, plural=True)
((1, 4), 'troop')
>>> counted_noun(Tokens("5 were hurt"), 1, plural=True) is None
True
"""

from discrepancy.english.numbers.number_words import numbers
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.amounts import past_amount
from discrepancy.extraction.figures.figure import Places
from discrepancy.patterns import pattern
from discrepancy.tables import words
from discrepancy.words import is_stop, lemma, singular

REACH = 8
"""How many tokens a noun phrase may have."""
QUOTES = frozenset("\"'“”‘’")


def counted_noun(tokens: Tokens, at: int, *, plural: bool) -> tuple[Places, str] | None:
    """The noun phrase that begins at `at` and its head in the singular.

    Args:
        tokens: the sentence
        at: the first token behind the figure
        plural: whether a plural is wanted; after "one" the last noun before a pause is the head
    """
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        return _hyphenated(tokens, at + 1)
    at = past_amount(tokens, _past_linking(tokens, at))
    head = _plural_head(tokens, at) if plural else _singular_head(tokens, at)
    if head is None and plural and _attributive(tokens, at):
        head = at
    if head is None:
        return None
    return (at, head + 1), _unit(tokens, head)


def _unit(tokens: Tokens, head: int) -> str:
    """The counted noun as a unit; demonyms keep their capital, so that they can be told."""
    raw, word = tokens.raw(head).replace("’", "'"), tokens.word(head)
    if word in words("counting", "people"):
        return "person"
    if word == "s":  # AK-47s
        maker = tokens.raw(head - 3) + "-" if tokens.word(head - 2) == "-" else ""
        return maker + tokens.raw(head - 1)
    if _is_abbreviation(raw):
        return raw.removesuffix("s").lower()
    if _is_men(word):
        return word[:-3] + "man"
    if word.endswith("children"):
        return word[:-3]
    one = raw[:-1] if _is_people(raw) else singular(raw)
    if raw[0].isupper() and _demonym().search(one) and not tokens.capital(head - 1):
        return one.capitalize()
    people = one.capitalize() in words("demonyms", "words")
    if people and raw.islower() and word in words("ordinary", "words"):
        people = False  # 40 poles
    return "person" if people else one.lower()


_demonym = pattern(r"(?:[^aeiou]ian|ean|ican|an|ese|[^aeiou]i|ish)$")
"""American, Israeli, Japanese, British: the endings of the names of peoples."""


def _hyphenated(tokens: Tokens, at: int) -> tuple[Places, str] | None:
    """80-employee, four-vehicle: only the one word behind the hyphen; 200-plus people."""
    word = tokens.word(at)
    if word in ("plus", "odd"):
        return counted_noun(tokens, at + 1, plural=True)
    if word in ("strong", "member"):
        return (at, at + 1), "person"
    if not word.isalpha() or is_stop(word) or len(word) < 3 or word in numbers("cardinal"):
        return None
    return (at, at + 1), singular(tokens.word(at))


def _past_linking(tokens: Tokens, at: int) -> int:
    """More, other, of the: what may stand between a figure and its noun phrase."""
    if tokens.word(at) in QUOTES and tokens.word(at + 1).isalpha():
        at += 1  # “at least 3,000” troops
    if tokens.word(at) == "of" and tokens.word(at + 1) not in ("them", "whom", "which"):
        at += 1
        while tokens.word(at) in words("counting", "determiners"):
            at += 1
    while tokens.word(at) in words("counting", "further"):
        at += 1
    return at


# --- plurals ----------------------------------------------------------------------------------


def _plural_head(tokens: Tokens, at: int) -> int | None:
    """The first plural; a participle or "dead" by itself counts people."""
    if tokens.word(at) in words("counting", "people") and not _modifies(tokens, at):
        return at
    if tokens.raw(at) == "times":
        return at  # five times winners of the cup
    k = at
    while k < at + REACH:
        if _is_part(tokens, at, k):
            k += 1
            continue
        word = tokens.word(k)
        if not word or not word[0].isalpha() or is_stop(word) or word in numbers("cardinal"):
            return None  # seven of the nine crew members: the second figure has the noun
        if word == "s" and not tokens.word(k - 1)[-1:].isdecimal():
            return None
        if is_plural(tokens.raw(k)) and not _modifies(tokens, k):
            return k
        if word.endswith("ed") and k > at and not _describes(tokens, k):
            return None
        k += 1
    return None


def _is_part(tokens: Tokens, at: int, k: int) -> bool:
    """Marks and numbers inside a noun phrase: full-time, N.Korean, AK-47 rifles, USB 3.0 ports."""
    word = tokens.word(k)
    if k == at:  # three 10-year sentences, 12 9-mm shells
        number = word[:1].isdecimal() or word in numbers("cardinal")
        return number and tokens.word(k + 1) == "-" and tokens.glued(k + 1)
    if word == "s" and tokens.glued(k) and tokens.word(k - 1)[:1].isdecimal():
        return False
    if word in ("-", "‑", "."):
        return tokens.glued(k) and tokens.glued(k + 1)
    if word in QUOTES or word == "&":
        return True
    if word in ("(", ")"):  # 15 National Army (NA) personnel
        opened = k if word == "(" else k - 2
        short = tokens.raw(opened + 1)
        return short.isupper() and tokens.word(opened) == "(" and tokens.word(opened + 2) == ")"
    if word in ("and", "or", ","):
        return _pairs(tokens, at, k)
    if word[:1].isdecimal() and len(word) < 5:
        named = tokens.capital(k - 1) and not tokens.capital(k + 1)  # 43 Ligue 1 games
        named = named or tokens.raw(k - 1).isupper()
        return named or tokens.word(k - 1) == "-" or tokens.word(k + 1) == "-"
    return False


def _pairs(tokens: Tokens, at: int, k: int) -> bool:
    """Whether "and" or a comma joins two modifiers: digital and physical copies."""
    before, after = tokens.word(k - 1), tokens.word(k + 1)
    if not (before.isalpha() and after.isalpha()) or is_stop(after) or is_stop(before):
        return False
    if tokens.word(k) == ",":
        return tokens.word(k - 2) == "-" or tokens.word(k + 2) == "-"
    described = k == at + 1 or before.endswith(("al", "ic", "ive", "ous", "able", "ary", "ful"))
    described = described or (tokens.capital(k - 1) and tokens.capital(k + 1))
    return described and not before.endswith("ed") and after not in numbers("cardinal")


def _describes(tokens: Tokens, k: int) -> bool:
    """Whether a word in -ed describes the noun: armed men, loaded magazines, marked schools."""
    if tokens.word(k) in words("counting", "participles"):
        return True
    before = tokens.word(k - 1)
    if before == "-" or before.endswith(("ly", "'s", "’s")):
        return True
    after = tokens.word(k + 1)
    return after.isalpha() and not is_stop(after) and is_plural(tokens.raw(k + 1))


def is_plural(raw: str) -> bool:
    """Whether a word looks like the plural of a noun.

    >>> [is_plural(word) for word in ("troops", "PCs", "grandchildren", "women's", "press")]
    [True, True, True, False, False]
    """
    if "'" in raw or "’" in raw:
        return False
    word = raw.lower()
    if word in words("counting", "collective") or _is_people(raw):
        return True
    if _is_men(word) or word.endswith("children") or word == "s":
        return True
    if _is_abbreviation(raw):
        return raw[-1] == "s"
    return len(word) > 2 and singular(word) != word


def _is_men(word: str) -> bool:
    """Gunmen, crewmen: not specimen."""
    return word.endswith("men") and len(word) > 4 and word not in words("counting", "no_men")


def _is_abbreviation(raw: str) -> bool:
    """CPUs, PCs, RBI."""
    return len(raw) > 1 and raw.removesuffix("s").isupper()


def _is_people(raw: str) -> bool:
    """Israelis, Iraqis: demonyms that look like a singular in -is."""
    return (
        len(raw) > 5
        and raw[0].isupper()
        and raw.endswith("is")
        and raw.islower() is False
        and raw[1:].islower()
    )


def _modifies(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` only modifies a plural right behind it: sales jobs, dead men.

    A verb behind a plural has no -s, so two plurals in a row are one noun, if no object follows.
    """
    after = tokens.word(k + 1)
    if tokens.word(k + 2) in words("counting", "objects") or after in words("counting", "no_noun"):
        return False
    return after.isalpha() and not is_stop(after) and is_plural(tokens.raw(k + 1))


# --- singulars --------------------------------------------------------------------------------


def _attributive(tokens: Tokens, at: int) -> bool:
    """A 12 page document; 24 KO."""
    after, raw = tokens.word(at + 1), tokens.raw(at)
    if tokens.word(at) in words("counting", "attributive"):
        return after.isalpha() and not is_stop(after)
    capitals = raw.isupper() and 2 <= len(raw) <= 4 and raw.isalpha()
    return (
        capitals and after in (")", ",", ".", "and", "") and raw not in words("counting", "zones")
    )


def _singular_head(tokens: Tokens, at: int) -> int | None:
    """After "one": the last word before a stop word, a mark or a verb form."""
    if tokens.word(at) in words("counting", "people") and tokens.word(at) != "hurt":
        return at  # one dead
    if is_plural(tokens.raw(at)) or tokens.word(at) in words("counting", "no_heads"):
        return None  # one imagines
    head = None
    for k in range(at, at + REACH):
        word = tokens.word(k)
        if word == "-" and k > at and tokens.glued(k) and tokens.glued(k + 1):
            continue
        if (k > at and _ends_phrase(tokens, k)) or not _may_describe(word):
            break
        after = tokens.word(k + 1)
        if word.endswith("ing") and after.isalpha() and not is_stop(after):
            continue  # scoring title
        if _is_verb(word) or word in words("counting", "no_heads"):
            if k > at:
                break
            continue
        head = k
        if is_plural(tokens.raw(k)) and k > at:
            break
    return head


def _may_describe(word: str) -> bool:
    return word[:1].isalpha() and not is_stop(word) and not word.endswith("ly")


def _ends_phrase(tokens: Tokens, k: int) -> bool:
    """The verb of "one guard put both hands", the day of "one night Wednesday"."""
    word = tokens.word(k)
    dated = word in words("labels", "weekdays") or word in words("labels", "months")
    return (dated and tokens.capital(k)) or tokens.word(k + 1) in words(
        "counting", "objects_behind"
    )


def _is_verb(word: str) -> bool:
    """Whether a word is an inflected verb form: told, made, wounded, hitting."""
    if word in words("counting", "participles") or word.endswith("s"):
        return False
    return lemma(word) != word
