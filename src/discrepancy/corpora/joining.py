"""DuckDB as it is used here: over files of this machine, and nothing that it would fetch.

>>> with connected("to join two numbers") as db:
...     db.execute("SELECT 1 + 1").fetchone()
(2,)
"""

from typing import Any

from discrepancy.extras import library

_NOTHING_FETCHED = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
"""Left to itself it installs from its makers' server whatever a query seems to need."""


def connected(why: str) -> Any:
    """A database in memory, to be closed; `why` tells what for, should DuckDB be missing.

    Raises:
        MissingExtra: it is not installed.
    """
    db = library("duckdb", "corpus", why).connect(config=_NOTHING_FETCHED)
    db.execute("SET enable_progress_bar = false")
    return db
