r"""Regular expressions that are compiled when they are first asked for: a run asks for few of them.

>>> year = pattern(r"\b(?:19|20)\d\d\b")
>>> year().findall("from 1998 to 2004")
['1998', '2004']
"""

import re
from collections.abc import Callable
from functools import cache, partial


def pattern(written: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What compiles a regular expression when it is first called, and gives the same ever after."""
    return cache(partial(re.compile, written, flags))
