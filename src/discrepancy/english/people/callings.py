"""What somebody is called, out of the phrase by which a text brings him in: no more and no noise.

>>> calling("German shipbuilder Norby Yards"), calling("site manager at the mill that burned")
('Norby Yards', 'site manager at the mill')
>>> calling("police chief http"), calling("MUST SEE"), calling("newly")
('police chief', None, None)
"""

import re

from discrepancy.patterns import pattern
from discrepancy.tables import words
from discrepancy.words import is_adverb

_LONGEST = 9
"""Words of a phrase that still calls somebody something; a longer one is half a clause."""


def calling(phrase: str) -> str | None:
    """The name at the end of a description, else the phrase without its clause; None for noise."""
    bare = _addresses().split(phrase, maxsplit=1)[0].strip(" ,;:-–—|(")
    bare = _clause().split(bare, maxsplit=1)[0].strip(" ,;")
    parts = bare.split()
    while parts and parts[-1].lower() in _said("openers") | {"also", "there"}:
        parts.pop()
    if not parts or len(parts) > _LONGEST or _is_shouted(parts) or _leads_nowhere(parts):
        return None
    if len(parts) == 1:
        return None if _only_describes(parts[0]) else parts[0]
    return " ".join(_named(parts) or parts)


def _named(parts: list[str]) -> list[str]:
    """The name that ends a description: of "mobile operator Norby Cell", "Norby Cell"."""
    first = len(parts)
    while first and parts[first - 1][0].isupper():
        first -= 1
    if not 0 < first < len(parts):
        return []
    before = parts[first - 1]
    joined = before.lower() in _said("prepositions") | _said("stops") | _said("definite") | {"and"}
    described = before.isalpha() and before.islower() and not joined
    linked = any(part.lower() in _said("prepositions") for part in parts[:first])
    return parts[first:] if described and not linked else []


def _is_shouted(parts: list[str]) -> bool:
    """Whether it is a line of a page, not a name in capitals: "CHARGED WITH MURDER"."""
    told = _said("finite") | _said("prepositions") | _said("modal")
    return all(part.isupper() for part in parts) and any(part.lower() in told for part in parts)


def _leads_nowhere(parts: list[str]) -> bool:
    """Whether the phrase begins amid another: "aside what the office", "Inc. and Norby"."""
    opens = parts[0].lower()
    return opens in ("aside", "inc", "inc.", "co.", "corp.") or opens in _said("prepositions")


def _only_describes(word: str) -> bool:
    lower = word.lower()
    return (is_adverb(word) and lower not in words("verbs_of_saying", "groups")) or lower in _said(
        "no_name"
    )


def _said(name: str) -> frozenset[str]:
    return words("verbs_of_saying", name)


# "police chief http"
_addresses = pattern(r"\s*\b(?:https?|www)\b\S*", re.IGNORECASE)


# "the manager who left", "authorities about the effects"
_clause = pattern(r",?\s+(?:who|whom|whose|which|that|wearing|about)\s", re.IGNORECASE)
