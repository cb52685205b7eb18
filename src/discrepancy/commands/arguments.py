"""What options are given, from words into values; what is none is told by the parser.

>>> field("text=story.body"), megabytes("2.5")
(('text', 'story.body'), 2.5)
"""

import argparse
from datetime import date


def day(words: str) -> date:
    """A day as it is given to an option.

    >>> day("2024-10-31")
    datetime.date(2024, 10, 31)
    """
    from discrepancy.errors import BadValue
    from discrepancy.reading import accounts

    try:
        found = accounts.day(words)
    except BadValue as why:
        raise argparse.ArgumentTypeError(str(why)) from None
    assert found is not None
    return found


def megabytes(words: str) -> float:
    """A size as it is given to an option.

    >>> megabytes("2.5")
    2.5
    """
    try:
        size = float(words)
    except ValueError:
        size = 0.0
    if not 0.0001 <= size <= 1000:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of megabytes from 0.0001 to 1000")
    return size


def seconds(words: str) -> float:
    """A time to wait as it is given to an option: above nothing, and a day at most.

    >>> seconds("0.5")
    0.5
    """
    try:
        told = float(words)
    except ValueError:
        told = 0.0
    if not 0 < told <= 86_400:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of seconds up to 86400")
    return told


def field(words: str) -> tuple[str, str]:
    """The name of a field in JSON exports, as it is given to an option.

    >>> field("text=story.body")
    ('text', 'story.body')
    """
    name, _, called = words.partition("=")
    if name not in FIELDS or not called:
        raise argparse.ArgumentTypeError(f"{words!r} is none of {', '.join(FIELDS)} = FIELD")
    return name, called


FIELDS = ("text", "title", "outlet", "published", "url", "id")
"""What can be told of a document of an export."""


def columns(words: str) -> dict[str, str]:
    """The names of columns as they are given to an option.

    >>> columns("value=figure,source=outlet")
    {'value': 'figure', 'source': 'outlet'}
    """
    pairs = [pair.partition("=") for pair in words.split(",")]
    if not all(ours.strip() and theirs.strip() for ours, _, theirs in pairs):
        raise argparse.ArgumentTypeError(f"{words!r} is not like value=figure,source=outlet")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
