"""A way of writing a name, with all claims of a story that write it so.

>>> NameReading("Sim Ha-rin", ()).surname, NameReading("Mara Hale", ()).surname
('Sim', 'Hale')
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from discrepancy import words
from discrepancy.claims import NameClaim
from discrepancy.words import spelling


@dataclass(frozen=True)
class NameReading:
    """All claims of a story that write one name in one way."""

    text: str
    claims: tuple[NameClaim, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())

    @cached_property
    def by_source(self) -> Mapping[str, Sequence[NameClaim]]:
        """The claims of each source that writes it so."""
        found: defaultdict[str, list[NameClaim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.source].append(claim)
        return found

    @cached_property
    def sources(self) -> frozenset[str]:
        """Which sources write it so."""
        return frozenset(self.by_source)

    @cached_property
    def type(self) -> str:
        """The type that most of its claims have."""
        types = Counter(claim.type for claim in self.claims)
        return max(sorted(types), key=types.__getitem__)

    @cached_property
    def lead(self) -> NameClaim:
        """The first claim of that type that writes the name out, if one does."""
        alike = [claim for claim in self.claims if claim.type == self.type]
        return next((claim for claim in alike if claim.text == claim.value.text), alike[0])

    @property
    def in_syllables(self) -> bool:
        """Whether the name is a surname and a given name in syllables: "Sim Ha-rin"."""
        return len(self.words) == 2 and spelling.in_syllables(self.words[1])

    @property
    def surname(self) -> str:
        """The word of the name that a family shares."""
        return self.words[0 if self.in_syllables else -1]

    @cached_property
    def roles(self) -> frozenset[str]:
        """The words of all roles and titles that are told with it."""
        said = (claim.role or claim.title or "" for claim in self.claims)
        return frozenset(word for role in said for word in words.content_words(role))
