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


def fits_title(name: str, title: str | None) -> bool:
    """Whether nothing speaks against the bearer of a full name having the title.

    >>> fits_title("Peter Hale", "Mrs"), fits_title("Mara Hale", "Mrs"), fits_title("Hale", "Dr")
    (False, True, True)
    """
    sex, told = _TITLES.get((title or "").rstrip(".")), _sex(name, None)
    return sex is None or told is None or sex == told


def one_sex(name: str, other: str) -> bool:
    """Whether one person may bear both full names, as far as their given names tell.

    >>> one_sex("Oliver Marn", "Olivia Marn"), one_sex("Quill Marn", "Olivia Marn")
    (False, True)
    """
    here, there = _sex(name, None), _sex(other, None)
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
