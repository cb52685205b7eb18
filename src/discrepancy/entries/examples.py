"""An example of a table of claims: one conflict, one pair that agrees, one hedge.

>>> example().splitlines()[0]
'source,subject,measurand,value,unit,bound,as_of,published,attributed_to,words,url'
"""

import csv
from io import StringIO

COLUMNS = (
    "source",
    "subject",
    "measurand",
    "value",
    "unit",
    "bound",
    "as_of",
    "published",
    "attributed_to",
    "words",
    "url",
)
"""The columns that a desk fills in; `kind` and `page` may be added."""

_ROWS: tuple[dict[str, str], ...] = (
    {
        "source": "Arn Post",
        "subject": "Kerrin bridge",
        "measurand": "length",
        "value": "1,230",
        "unit": "m",
        "published": "2024-10-30",
        "words": "The new bridge is 1,230 metres long.",
        "url": "https://example.org/bridge",
    },
    {
        "source": "Norby Courier",
        "subject": "Kerrin bridge",
        "measurand": "length",
        "value": "about 1.2 km",
        "published": "2024-10-31",
    },
    {
        "source": "Arn Post",
        "subject": "Kerrin bridge",
        "measurand": "opening",
        "value": "summer of 2023",
        "published": "2024-10-30",
        "attributed_to": "the mayor",
    },
    {
        "source": "Norby Courier",
        "subject": "Kerrin bridge",
        "measurand": "opening",
        "value": "June 2024",
        "published": "2024-10-31",
    },
    {
        "source": "Norby Courier",
        "subject": "Kerrin bridge",
        "measurand": "cost",
        "value": "85",
        "unit": "million EUR",
        "bound": "at least",
        "as_of": "2024-10",
    },
)


def example(delimiter: str = ",") -> str:
    """The example as text."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_ROWS)
    return out.getvalue()
