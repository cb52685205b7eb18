"""Which documents may tell one story: one SQL text, which SQLite, DuckDB and Spark run alike.

It reads a table `keys(document, day, kind, key)`, `document` and `key` being integers, `day` the
number of a day or null, and gives `(a, b, likeness)`. No step joins all with all: under each rare
key, in the order of days, a document meets its next few neighbours; what meets so is compared.

>>> keys = [(1, None, "name", 7), (2, None, "name", 7), (3, None, "name", 8)]
>>> keys += [(1, None, "word", 5), (2, None, "word", 5), (3, None, "word", 5)]
>>> linked(keys, Likeness(names=1))
[(1, 2, 2.0)]
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

Row = tuple[int, int | None, str, int]
"""A document, its day, and the kind and number of one of its keys."""

Link = tuple[int, int, float]
"""Two documents and how much alike they are, 0 to 2."""


class Likeness(NamedTuple):
    """When two documents are taken to tell one story.

    Shares are of the keys of the one that has fewer.
    """

    words: float = 0.18
    """Share of content words that they have in common at least."""
    both: float = 0.5
    """That share and the share of names, summed, at least."""
    names: int = 1
    """Names in common at least."""
    share: float = 0.0
    """Share of names in common at least."""
    days: int | None = None
    """Days that may lie between them; None: any number."""
    common: int = 2_000
    """Documents that hold a key beyond which it is no rare one."""
    meetings: int = 1
    """Keys under which the two must meet before they are compared."""
    neighbours: int = 8
    """Documents that one meets under a key."""


FOLDER = Likeness(neighbours=60)
"""Of a folder that a person has put together. `alignment.company` tells where the shares are
from; all documents meet."""

HEAP = Likeness(words=0.2, both=0.6, names=2, meetings=2)
"""Of more documents than anybody reads as one story. Of the 342 documents of thirty annotated
stories in one heap, 17 stay alone, and the two pairs of stories of one firm are joined."""

CORPUS = Likeness(words=0.22, both=0.65, names=3, share=0.5, meetings=2, days=7)
"""Of a corpus, where two stories cost more joined than one costs parted: a place, a firm and a
surname in common do not make two fires one."""


def sql(of: Likeness) -> str:
    """The joins, as one query over the table `keys`.

    Only what the three dialects share is used: no integer division, no order of nulls, no
    functions but count, max, coalesce and row_number.
    """
    steps = " UNION ALL ".join(f"SELECT {n} AS step" for n in range(1, of.neighbours + 1))
    near = "" if of.days is None else f"AND (a.day = 0 OR b.day - a.day <= {of.days})"
    return f"""
WITH counted AS (
  SELECT key, count(*) AS held FROM keys WHERE kind <> 'word' GROUP BY key
), placed AS (
  SELECT k.document, k.key, coalesce(k.day, 0) AS day,
    row_number() OVER (PARTITION BY k.key ORDER BY coalesce(k.day, 0), k.document) AS place
  FROM keys k JOIN counted c ON c.key = k.key
  WHERE k.kind <> 'word' AND c.held >= 2 AND c.held <= {of.common}
), steps AS ({steps}
), met AS (
  SELECT a.document AS a, b.document AS b
  FROM placed a CROSS JOIN steps s
  JOIN placed b ON b.key = a.key AND b.place = a.place + s.step {near}
  GROUP BY a.document, b.document HAVING count(*) >= {of.meetings}
), totals AS (
  SELECT document,
    count(CASE WHEN kind = 'word' THEN 1 END) AS words,
    count(CASE WHEN kind = 'name' THEN 1 END) AS names
  FROM keys GROUP BY document
), shared AS (
  SELECT m.a, m.b,
    count(CASE WHEN x.kind = 'word' THEN 1 END) AS words,
    count(CASE WHEN x.kind = 'name' THEN 1 END) AS names
  FROM met m JOIN keys x ON x.document = m.a JOIN keys y ON y.document = m.b AND y.key = x.key
  WHERE x.kind <> 'claim' GROUP BY m.a, m.b
), alike AS (
  SELECT s.a, s.b, s.names AS common,
    CAST(s.words AS DOUBLE) / CASE WHEN t.words < u.words THEN t.words ELSE u.words END AS words,
    CAST(s.names AS DOUBLE) / CASE WHEN t.names < u.names THEN t.names ELSE u.names END AS names
  FROM shared s JOIN totals t ON t.document = s.a JOIN totals u ON u.document = s.b
  WHERE s.names >= {of.names} AND s.words >= 1
)
SELECT a, b, words + names AS likeness FROM alike
WHERE words >= {of.words} AND names >= {of.share} AND words + names >= {of.both}
ORDER BY likeness DESC, a, b"""


def linked(keys: Iterable[Row], of: Likeness) -> list[Link]:
    """The links among documents whose keys fit into memory, by SQLite; the likest first."""
    store = sqlite3.connect(":memory:")
    try:
        store.execute("CREATE TABLE keys (document INTEGER, day INTEGER, kind TEXT, key INTEGER)")
        store.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", keys)
        store.execute("CREATE INDEX held ON keys (document, key, kind)")
        return list(store.execute(sql(of)))
    finally:
        store.close()
