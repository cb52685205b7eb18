"""What stands beside a name that only somebody has beside it: an age, a verb of saying, a deed.

>>> text = "Brown, 34, earns 40,000."
>>> is_aged(text, 5), does_as_one_does(["earns"]), does_as_one_does(["was", "jailed"])
(True, True, True)
"""

from collections.abc import Sequence

from discrepancy import tables
from discrepancy.extraction.names import gazetteer
from discrepancy.extraction.names.capitals import NameWord
from discrepancy.words import lemma


def is_one(text: str, name: Sequence[NameWord], before: str, after: Sequence[str]) -> bool:
    """Whether the words beside a name say that it is somebody's."""
    alone = len(name) == 1  # a name of several words may be a body's, and bodies earn and deny
    told = is_aged(text, name[-1].end) or speaks(before, after)
    return told or (alone and does_as_one_does(after))


def is_aged(text: str, end: int) -> bool:
    """Whether an age stands behind a name that ends there."""
    # "Mara Hale, 43,", "Mara Hale, who is 43,"
    lead = next((lead for lead in (", who is ", ", ") if text.startswith(lead, end)), "")
    tail = text[end + len(lead) : end + len(lead) + 3]
    return bool(lead) and tail[:2].isdigit() and tail[2:] in (",", ".", " ", "")


def speaks(before: str, after: Sequence[str]) -> bool:
    """Whether a verb of saying stands beside a name: "Hale said", "said Hale"."""
    sayers = gazetteer.listed("sayers")
    return before in sayers or (bool(after) and after[0] in sayers)


def does_as_one_does(after: Sequence[str]) -> bool:
    """Whether the words behind a name tell what a single person does, or what is done to one."""
    words = list(after)
    while words and words[0] in tables.words("grammar", "auxiliaries"):
        done_to = lemma(words.pop(0)) == "be"
        if words and done_to and words[0] in gazetteer.listed("done_to_one"):
            return True
    return bool(words) and lemma(words[0]) in gazetteer.listed("done_by_one")
