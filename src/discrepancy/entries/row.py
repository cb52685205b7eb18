"""The row of a claim as people and models write it: flat, every column described.

>>> Row(source="Arn Post", measurand="people killed", value="at least six").unit is None
True
"""

import json
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from discrepancy.claims import Bound
from discrepancy.span import Model

KINDS = ("quantity", "date", "time", "quote", "status", "name")


def _blank(given: object) -> object:
    """An empty cell is no cell; a figure in a column of words is the words of it."""
    if isinstance(given, str):
        return given.strip() or None
    if isinstance(given, float) and given != given:  # what frames hold for "nothing here"
        return None
    return given


def _words(given: object) -> object:
    given = _blank(given)
    if isinstance(given, datetime):
        return given.date().isoformat() if given.time() == datetime.min.time() else str(given)
    if isinstance(given, float) and given.is_integer():
        return str(int(given))
    return given if given is None or isinstance(given, str) else str(given)


def _bound(given: object) -> object:
    given = _blank(given)
    return _BOUNDS.get(given.lower(), given) if isinstance(given, str) else given


def _day(given: object) -> object:
    given = _blank(given)
    return given.date() if isinstance(given, datetime) else given


_BOUNDS = {
    "exact": "=",
    "exactly": "=",
    "about": "~",
    "around": "~",
    "at least": ">=",
    "more than": ">",
    "over": ">",
    "at most": "<=",
    "up to": "<=",
    "less than": "<",
    "under": "<",
    "range": "..",
}
"""Bounds in words, since a spreadsheet takes a cell that begins with = or > for a formula."""

Words = Annotated[str, BeforeValidator(_words), Field(min_length=1)]
Optional = Annotated[str | None, BeforeValidator(_words)]


class Row(Model):
    """One claim: who says what of which thing. Only source, measurand and value are needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Claim")

    source: Words
    """Who says so: an outlet, a document, a person, an agency."""
    measurand: Words
    """What is measured, counted, dated or named, in a few words: "people killed", "range",
    "day of the signing". The same words in every row that speaks of the same thing."""
    value: Words
    """The value as the source puts it, hedge and unit included: "at least six", "85 million
    euros", "summer of 2023", "7:11 am", "2024-06"; or a bare number with `unit`."""
    subject: Optional = None
    """Of whom or what: "missile", "Kerrin bridge". Empty where the measurand says it all."""
    unit: Optional = None
    """The unit of a bare number: "km", "USD", "percent", or the noun that is counted, "soldier"."""
    bound: Annotated[Bound | None, BeforeValidator(_bound)] = None
    """What a hedge makes of the number: "=", "~" (about), ">=", ">", "<=", "<"."""
    kind: Annotated[
        Literal["quantity", "date", "time", "quote", "status", "name"] | None,
        BeforeValidator(_blank),
    ] = None
    """Which kind of value it is; read from the value where it is left out."""
    as_of: Optional = None
    """The day or period at which it held: "2024-10-24", "2024-10"."""
    published: Annotated[date | None, BeforeValidator(_day)] = None
    """The day on which the source printed it: "2024-10-31"."""
    attributed_to: Optional = None
    """Whom the source credits with it: "the ministry", "police"."""
    words: Optional = None
    """The words of the source from which it was taken, copied exactly."""
    url: Optional = None
    """Where it can be looked up."""
    page: Optional = None
    """The page of a printed source."""


COLUMNS = tuple(Row.model_fields)
"""The columns of a table of claims, in the order in which a template has them."""

NEEDED = ("source", "measurand", "value")


def schema() -> str:
    """The JSON Schema (2020-12) of a row, for a form or a language model's structured output."""
    described = Row.model_json_schema(mode="validation")
    described["properties"] = {
        name: _flat(field) for name, field in described["properties"].items()
    }
    described.pop("$defs", None)
    stamped = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(stamped, indent=2, ensure_ascii=False) + "\n"


def _flat(field: dict[str, object]) -> dict[str, object]:
    """A field without references: what it may be stands where it is used."""
    told = {name: part for name, part in field.items() if name not in ("anyOf", "title")}
    options = [part for part in _listed(field.get("anyOf")) if part.get("type") != "null"]
    found: dict[str, object] = {}
    for option in options:
        found |= {"enum": [bound.value for bound in Bound]} if "$ref" in option else option
    if "anyOf" in field:
        found["type"] = ["string", "null"]
    if "enum" in found:
        found["enum"] = [*_listed(found["enum"]), None]
    return {**found, **told}


def _listed(given: object) -> list[dict[str, object]]:
    return list(given) if isinstance(given, list) else []
