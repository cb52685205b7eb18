"""Whether the words around a date look ahead of the day of printing, or back.

The nearest verb group before the date in its sentence decides, else the first one after it.

>>> sentence = "He was arrested on Monday and will be sentenced November 8."
>>> looks_ahead(sentence, 0, 59, 19, 25), looks_ahead(sentence, 0, 59, 48, 58)
(False, True)
"""

import re
from functools import cache

from discrepancy.tables import words

_WINDOW = 160


def looks_ahead(text: str, start: int, end: int, at: int, to: int) -> bool | None:
    """Read the tense around `text[at:to]` in the sentence `text[start:end]`.

    Returns:
        True where it lies ahead, False where it lies behind, None where no verb tells.
    """
    before = list(_cues().finditer(text, max(start, at - _WINDOW), at))
    nearest = before[-1] if before else _cues().search(text, to, min(end, to + _WINDOW))
    return None if nearest is None else nearest.lastgroup == "ahead"


@cache
def _cues() -> re.Pattern[str]:
    will = "|".join(sorted(words("date_cues", "will")))
    to_come = "|".join(sorted(words("date_cues", "to_come")))
    ahead = "|".join(sorted(words("date_cues", "ahead")))
    behind = "|".join(sorted(word for word in words("date_cues", "behind") if "_" not in word))
    return re.compile(
        rf"""\b(?:(?P<ahead>
          # will (also) be sentenced; may appear; 'll meet: the verb belongs to the group
          (?:{will}|(?-i:may)|might)\b(?:[ ](?:not|also|now|be|have|\w+ly)\b){{0,4}}(?:[ ]\w+)?
          # is (expected) to be released; plans to close
        | (?:is|are|{ahead})[ ]to[ ](?:be[ ])?(?!the\b|a\b)\w+
        | to[ ](?:{to_come})\b
        | (?:{ahead})\b(?![ ]to\b)
        )|(?P<behind>(?:{behind}|(?!need|indeed|speed|weed|seed|exceed|proceed|succeed)[a-z]{{2,}}ed)\b
        ))""",
        re.VERBOSE | re.IGNORECASE,
    )
