"""Other ways of naming one thing: initials, aliases, a people for its country, a body's kind.

>>> peoples_of("Hale Africa")
('Hale African', 'Hale Africans')
"""

from collections.abc import Iterator, Mapping
from functools import cache

from discrepancy import tables
from discrepancy.words import spelling

_ENDS = ("n", "an", "ian", "ese", "ish", "i", "ean")
"""What makes the name of a country that of its people."""


class Alias(tables.Row):
    """Ways of naming one thing, a space standing as "_"."""

    names: str
    people: str = ""
    """Its people: the country bears them out, they do not bear out the country."""
    parts: str = ""
    """Lands that everybody knows to lie in it: a source that names one knows the country."""


def forms(word: str) -> Iterator[str]:
    """The letters of a word, of its singular, and of its other names."""
    letters = spelling.folded(word)
    yield letters
    yield letters.removesuffix("s")
    yield letters + "s"
    if letters in peoples():
        yield from (letters.removesuffix(end) for end in _ENDS if letters.endswith(end))
        yield from (letters.removesuffix(end) + "a" for end in _ENDS if letters.endswith(end))


def peoples_of(name: str) -> tuple[str, ...]:
    """The names of the people of a place: "Japanese" for "Japan", "South African".

    A source that names the people knows the place.
    """
    found: dict[str, None] = {}
    for end in _ENDS:
        for stem in (name, name[:-1]):
            people = f"{stem}{end}"
            plain = name.endswith("a") and people == f"{name}n"  # every place in -a has them
            if plain or (spelling.folded(people) in peoples() and stem[-1:] != end[:1]):
                found.update(dict.fromkeys((people, f"{people}s")))
    return tuple(found)


@cache
def aliases() -> Mapping[str, tuple[str, ...]]:
    """Every name of a thing that has several, by the letters of each."""
    found: dict[str, tuple[str, ...]] = {}
    for row in tables.rows("aliases", Alias):
        names, people, parts = (
            tuple(name.replace("_", " ") for name in told.split())
            for told in (row.names, row.people, row.parts)
        )
        found.update({spelling.folded(name): (*names, *parts) for name in names})
        found.update({spelling.folded(name): (*people, *names) for name in people})
    return found


@cache
def generic() -> frozenset[str]:
    """Words for kinds of places and bodies: a name with them or without them is one."""
    listed = (tables.words("titles", name) for name in ("place_heads", "bodies", "legal_forms"))
    return frozenset(word.lower() for words in listed for word in words)


@cache
def peoples() -> frozenset[str]:
    """The names of peoples, by their letters."""
    return frozenset(map(spelling.folded, tables.words("demonyms", "words")))
