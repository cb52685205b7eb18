"""Whether "he" or "she" can mean somebody, by title, given name or noun; in doubt it can.

>>> fits("she", "Peter Hale", None), fits("he", "Peter Hale", None), fits("she", "spokesman", None)
(False, True, False)
>>> fits("he", "Quill", "Mrs"), fits("he", "Quill", None)
(False, True)
"""

from typing import Literal

from discrepancy import tables

Sex = Literal["men", "women"]

_TITLES: dict[str, Sex] = {
    "Mr": "men",
    "Sir": "men",
    "Lord": "men",
    "Mrs": "women",
    "Ms": "women",
    "Miss": "women",
    "Dame": "women",
    "Lady": "women",
}


def fits(pronoun: str, name: str, title: str | None) -> bool:
    """Whether nothing speaks against the pronoun meaning the bearer of the name."""
    sex = _sex(name, title)
    return sex is None or sex == ("women" if pronoun == "she" else "men")


def one_sex(name: str, other: str, title: str | None) -> bool:
    """Whether one person may bear both names, the second with this title: Mara Hale, Mrs Hale.

    >>> one_sex("Peter Hale", "Hale", "Mrs"), one_sex("Mara Hale", "Hale", "Mrs")
    (False, True)
    """
    here, there = _sex(name, None), _sex(other, title)
    return here is None or there is None or here == there


def _sex(name: str, title: str | None) -> Sex | None:
    if title and (known := _TITLES.get(title.rstrip("."))):
        return known
    words = name.split()
    for sex in ("men", "women"):
        if words[0] in tables.words("given_name_sexes", sex):
            return sex
    last = words[-1].lower()
    if last.endswith("woman") or last in ("mother", "wife", "widow", "sister", "daughter"):
        return "women"
    man = last.endswith("man") and last[0] == words[-1][0]
    return "men" if man or last in ("father", "husband", "brother", "son") else None
