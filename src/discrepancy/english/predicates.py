"""Which words name an event or a measurand, and the class each belongs to.

>>> [row.id for row in of_verb("kill")], [row.id for row in of_noun("depth")]
(['die'], ['depth'])
"""

from functools import cache, cached_property, lru_cache

from discrepancy.tables import Row, rows
from discrepancy.words import singular

_EVENT = "count date time name status quote rank ratio"


AWAY = "away"
"""The class of distances from a place: two such distances need one place in common."""

Counted = frozenset[str]
"""The noun that a figure counts, as singular, and its class; empty for what is no count."""


class Predicate(Row):
    """One class of events or measurands; data/predicates.toml explains the fields."""

    id: str
    verbs: str = ""
    nouns: str = ""
    roles: str = ""
    adjectives: str = ""
    phrases: str = ""
    takes: str = _EVENT
    of: str = ""
    near: str = ""
    state: bool = False
    follows: bool = False
    placed: bool = False
    settled: bool = False
    weak: bool = False
    sample: str

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The categories and kinds of claims that it may govern."""
        return frozenset(self.takes.split())

    @cached_property
    def counted(self) -> frozenset[str]:
        """The noun classes it is limited to; empty: no limit."""
        return frozenset(noun for noun in self.of.split() if noun[0] != "-")

    @cached_property
    def uncounted(self) -> frozenset[str]:
        """The noun classes that it never counts."""
        return frozenset(noun[1:] for noun in self.of.split() if noun[0] == "-")

    @cached_property
    def beside(self) -> frozenset[str]:
        """The nouns of which one stands in its clause; empty: none need."""
        return frozenset(self.near.split())

    def fits(self, key: str, counted: Counted) -> bool:
        """Whether it may govern a claim of this category over this noun and its class."""
        if key not in self.kinds:
            return False
        if not counted:
            return True
        return not (counted & self.uncounted) and (not self.counted or bool(counted & self.counted))


def table() -> tuple[Predicate, ...]:
    """All classes, in the order in which they are tried."""
    return rows("predicates", Predicate)


@lru_cache(maxsize=20_000)
def of_verb(base: str) -> tuple[Predicate, ...]:
    """The classes that a verb may stand for, by its base form, first choice first."""
    return _index("verbs").get(base, ())


@lru_cache(maxsize=20_000)
def of_noun(noun: str) -> tuple[Predicate, ...]:
    """The classes that an event noun in lower case may stand for."""
    return _index("nouns").get(noun, ()) or _index("nouns").get(singular(noun), ())


@lru_cache(maxsize=20_000)
def of_state(word: str) -> tuple[Predicate, ...]:
    """The classes that an adjective or adverb such as "dead" or "below" may stand for."""
    return _index("adjectives").get(word, ())


@lru_cache(maxsize=20_000)
def of_role(noun: str) -> tuple[Predicate, ...]:
    """The classes that a counted noun such as "protesters" says its bearers belong to."""
    return _index("roles").get(singular(noun), ())


@cache
def phrase_events() -> dict[str, tuple[tuple[tuple[str, ...], Predicate], ...]]:
    """Fixed phrases by their first word, longest first: "lose" -> ((lose, life), die)."""
    listed: dict[str, list[tuple[tuple[str, ...], Predicate]]] = {}
    for row in table():
        for phrase in filter(None, row.phrases.split("; ")):
            parts = tuple(phrase.split())
            listed.setdefault(parts[0], []).append((parts, row))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in listed.items()
    }


def fitting(candidates: tuple[Predicate, ...], key: str, counted: Counted) -> Predicate | None:
    """The first class that may govern a claim of this category over this noun class."""
    return next((row for row in candidates if row.fits(key, counted)), None)


@cache
def settled() -> frozenset[str]:
    """Classes whose figures are the same whether the deed is planned or done."""
    return frozenset(row.id for row in table() if row.settled)


@cache
def placed() -> tuple[Predicate, ...]:
    """The classes of those who are somewhere: "300 soldiers are in the north"."""
    return tuple(row for row in table() if row.placed)


@cache
def _index(field: str) -> dict[str, tuple[Predicate, ...]]:
    """The classes of each word of one field, in table order."""
    listed: dict[str, list[Predicate]] = {}
    for row in table():
        for word in getattr(row, field).split():
            listed.setdefault(word, []).append(row)
    return {word: tuple(found) for word, found in listed.items()}
