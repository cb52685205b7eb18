"""Figures that a text gives only to take them back: "12, not 15", "an earlier version said 15".

>>> text = "Correction: the lake covers 300 acres, not 300 hectares."
>>> taken_back(text, 0, text.index("300 acres")), taken_back(text, 0, text.index("300 hec"))
(False, True)
"""

import re
from functools import cache

REACH = 160
"""Characters before a figure in which a text may say that an earlier version was wrong."""


def taken_back(text: str, sentence: int, start: int, end: int | None = None) -> bool:
    """Whether the text takes back the figure at `start`.

    Args:
        text: The whole text.
        sentence: Where the sentence of the figure begins.
        start: Where the figure begins, its hedge with it.
        end: Where it ends, its unit and noun with it.
    """
    before = text[max(sentence, start - REACH) : start]
    behind = text[end if end is not None else start :][:40]
    if _contrast().search(before):
        return _distance().match(behind) is None
    if _bare_not().search(before) and _but().match(behind):
        return True
    told = _earlier().search(before)
    return told is not None and _turn().search(before, told.end()) is None


@cache
def _contrast() -> re.Pattern[str]:
    """What sets a figure aside for the one that stands beside it: ", not 15", "rather than 15"."""
    return re.compile(
        r"(?:[,;:()–—-]\s?(?:and )?not|\b(?:rather than|instead of|as opposed to))"
        r"(?: (?:the|some|about|just|only))?[ $£€]*$",
        re.IGNORECASE,
    )


@cache
def _bare_not() -> re.Pattern[str]:
    return re.compile(r"\bnot (?:the )?[$£€]?$", re.IGNORECASE)


@cache
def _but() -> re.Pattern[str]:
    """Tell "not 12 people but 15" from "not 12 people"."""
    return re.compile(r"[^.;]{0,24}\bbut (?:about |some )?[$£€]?(?:\d|[a-z]+)")


@cache
def _distance() -> re.Pattern[str]:
    """Words by which ", not 100 metres from the school" tells how near it was."""
    return re.compile(r"\s(?:from|away|off|behind|ahead|before|after|ago|later)\b")


@cache
def _earlier() -> re.Pattern[str]:
    """Words that tell of a version that was wrong."""
    return re.compile(
        r"\b(?:earlier|previous|original|prior|first) "
        r"(?:versions?|editions?|headlines?|captions?|drafts?|articles?|story|stories)\b"
        r"[^.;]*?\b(?:said|stated|gave|given|put|reported|had|has|misstated|wrote|listed|claimed)\b"
        r"|\b(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately) "
        r"(?:said|stated|reported|gave|given|put|listed|described|quoted|printed|recorded|told)\b"
        r"|\b(?:said|stated|reported|gave|given|put|listed|printed) "
        r"(?:incorrectly|wrongly|mistakenly|erroneously|in error)\b"
        r"|\bmis(?:stated|reported|printed|quoted)\b",
        re.IGNORECASE,
    )


@cache
def _turn() -> re.Pattern[str]:
    """Where the words turn to what is right."""
    return re.compile(
        r"[;:]|\b(?:but|when|whereas|while|in fact|actually|it is|it was|they were)\b"
    )
