"""Whether the words around a date look ahead of the day of printing, or back.

The verb right behind the date decides ("on 24 July ended"), else the nearest verb group before it
in its sentence, else the first one after it.

>>> sentence = "He was arrested on Monday and will be sentenced November 8."
>>> looks_ahead(sentence, 0, 59, 19, 25), looks_ahead(sentence, 0, 59, 48, 58)
(False, True)
"""

import re
from functools import cache, lru_cache

from discrepancy.english import until
from discrepancy.patterns import pattern
from discrepancy.tables import Row, rows, words

_WINDOW = 160


@lru_cache(maxsize=512)
def looks_ahead(text: str, start: int, end: int, at: int, to: int) -> bool | None:
    """Read the tense around `text[at:to]` in the sentence `text[start:end]`.

    Returns:
        True where it lies ahead, False where it lies behind, None where no verb tells.
    """
    if (lasts := until.ahead(text, start, at)) is not None:
        return lasts
    beside = _cues().match(text, min(to + 1, end), end)
    before = [] if beside else list(_cues().finditer(text, max(start, at - _WINDOW), at))
    if not beside and _is_scheduled(text, before[-1] if before else None, start, at):
        return True
    nearest = beside or (before[-1] if before else _cues().search(text, to, min(end, to + _WINDOW)))
    return None if nearest is None else nearest.lastgroup == "ahead"


def _is_scheduled(text: str, last: re.Match[str] | None, start: int, at: int) -> bool:
    """Whether a present tense sets the day: the vote is on Friday, he said the court meets Friday.

    Behind any verb but one of speech, "meet" and "face" may be infinitives (saw them meet).
    """
    begun = max(start, at - _WINDOW, last.end() if last else 0)
    if _is_on().search(text, begun, at):
        return True
    speech = last is None or last[0].lower() in words("verbs_of_saying", "tags")
    return speech and _scheduled().search(text, begun, at) is not None


_is_on = pattern(r"\b(?:is|are)(?: on(?: the)?)? $", re.IGNORECASE)


class _Scheduled(Row):
    verbs: str
    objects: str = ""


@cache
def _scheduled() -> re.Pattern[str]:
    kinds = []
    for row in rows("date_cues", _Scheduled, "scheduled"):
        objects = (r"(?-i:[A-Z])" if one == "Name" else rf"{one}\b" for one in row.objects.split())
        behind = f"(?= (?:{'|'.join(objects)}))" if row.objects else ""
        kinds.append(rf"(?:{row.verbs.replace(' ', '|')})\b{behind}")
    # he faces a judge in Odeby on: a few words, but no other clause
    rest = r"(?: (?!(?:and|or|that|who|which|after|as|since)\b)[\w'’-]+){0,6}? $"
    return re.compile(
        rf"(?<!\bthem )(?<!\bhim )(?<!\bher )(?<!\bto )\b(?:{'|'.join(kinds)}){rest}", re.IGNORECASE
    )


@cache
def _cues() -> re.Pattern[str]:
    will, intend, to_come, ahead, behind = (
        "|".join(sorted(words("date_cues", name)))
        for name in ("will", "intend", "to_come", "ahead", "behind")
    )
    return re.compile(
        rf"""\b(?:(?P<behind>had[ ](?:been[ ])?(?:{ahead}|{intend})\b(?:[ ]to[ ]\w+)?
        )|(?P<ahead>
          # will (also) be sentenced; may appear; 'll meet: the verb belongs to the group
          (?:{will}|(?-i:may)|might)\b(?:[ ](?:not|also|now|be|have|\w+ly)\b){{0,4}}(?:[ ]\w+)?
          # is (expected) to be released; plans to close; due to appear, but not due to low light
        | (?:is|are|{intend}|(?!due)(?:{ahead}))[ ]to[ ](?:be[ ])?(?!the\b|a\b)\w+
        | (?:due[ ])?to[ ](?:{to_come})\b
        | (?:{ahead})\b(?![ ]to\b)
          # is running for mayor, are seeking re-election
        | (?:is|are|['’]s)[ ](?:\w+ly[ ])?(?:running|standing|competing|vying|seeking)\b
        )|(?P<behind2>(?:{behind}
          # sank, and burned, but not: when he is sentenced; need, indeed
        | (?<!\bis[ ])(?<!\bare[ ])(?<!['’]s[ ])(?<!\bbe[ ])
          (?!need|indeed|speed|weed|seed|exceed|proceed|succeed)[a-z]{{2,}}ed)\b
        ))""",
        re.VERBOSE | re.IGNORECASE,
    )
