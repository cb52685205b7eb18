"""Units and currencies by their words, for the longest match at a token.

>>> longest(Tokens("square miles of sea"), 0, word_trie())
(2, 'square_mile')
"""

from functools import cache
from typing import Any

from discrepancy.english.tokens import Tokens
from discrepancy.measures.units import coins, currencies, measures
from discrepancy.tables import words

Trie = dict[str, Any]
END = "\n"
"""The key of a meaning in a trie: no token is a line break."""
LONGEST = 7
"""Tokens in the longest unit."""


def longest(tokens: Tokens, at: int, node: Trie | None) -> tuple[int, str] | None:
    """The end and the meaning of the longest phrase of a trie that begins at a token."""
    best = None
    for k in range(at, at + LONGEST):
        word = tokens.word(k)
        if word == "-" and node and "-" not in node and k > at and tokens.glued(k):
            continue  # a 12-nautical-mile zone
        node = node.get(word) if node else None
        if node is None:
            break
        if END in node:
            best = (k + 1, node[END])
    return best


def _plant(trie: Trie, phrase: tuple[str, ...], meaning: str) -> None:
    for word in phrase:
        trie = trie.setdefault(word, {})
    trie.setdefault(END, meaning)


def _both_numbers(phrase: str) -> list[tuple[str, ...]]:
    """The phrase and its plural, as tokens."""
    one = tuple(Tokens(phrase).lower)
    last = one[-1]
    if len(last) < 3 or not last.isalpha() or last.endswith("s"):
        return [one]
    plural = last[:-1] + "ies" if last.endswith("ry") else last + "s"
    return [one, (*one[:-1], plural), (*one[:-1], last + "s")]


@cache
def word_trie() -> Trie:
    """The words of units of measure, in lower case."""
    trie: Trie = {}
    for unit in measures().values():
        for phrase in unit.words:
            for form in _both_numbers(phrase):
                _plant(trie, form, unit.name)
    return trie


@cache
def symbol_trie() -> Trie:
    """The symbols of units, as written."""
    trie: Trie = {}
    for unit in measures().values():
        for symbol in unit.symbols:
            tokens = Tokens(symbol)
            _plant(trie, tuple(tokens.raw(k) for k in range(len(tokens))), unit.name)
    return trie


@cache
def rate_symbols() -> Trie:
    """The symbols that may stand behind "per" or a slash, in lower case."""
    trie: Trie = {}
    for unit in measures().values():
        for symbol in unit.symbols:
            if symbol.islower() and symbol.isalpha():
                _plant(trie, (symbol,), unit.name)
    return trie


@cache
def currency_trie() -> Trie:
    """The names, codes and signs of currencies and coins behind a figure."""
    trie: Trie = {}
    for currency in currencies().values():
        for name in currency.names:
            for form in _both_numbers(name):
                _plant(trie, form, currency.code)
        for sign in currency.signs:
            if not sign.isalpha() or (len(sign) == 3 and sign not in ("NIS", "TRY")):
                form = tuple(Tokens(sign).lower)
                if not sign.isalpha() or sign.lower() not in words("unit_traps", "no_codes"):
                    _plant(trie, form, currency.code)
    for coin in coins().values():
        for name in coin.names:
            for form in _both_numbers(name):
                _plant(trie, form, coin.name)
    return trie
