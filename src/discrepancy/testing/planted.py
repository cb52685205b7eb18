"""Small stories whose conflicts and agreements are known, since they were planted.

Every document of a story tells the same measurands of data/planted.toml, each in a wording and
a spelling of its own. The last document gives another value for those that conflict.

>>> killed = measurands()[0]
>>> killed.about, killed.tell("5", wording=0, form=1)
('killed', 'The collapse of the bridge killed five people.')
"""

from datetime import date
from decimal import Decimal
from functools import cache

from discrepancy.source import Source
from discrepancy.span import Model
from discrepancy.tables import Row, rows


class Form(Row):
    """One spelling of a value, with the factor of its unit."""

    text: str
    times: int = 1


class Measurand(Row):
    """Something that every document of a story tells."""

    about: str
    kind: str
    values: tuple[str | int, ...]
    wordings: tuple[str, ...]
    forms: tuple[Form, ...]

    def spelled(self, value: str | int, form: int) -> str:
        """The value in one of its forms; in digits where it has no words."""
        chosen = self.forms[form % len(self.forms)]
        text = chosen.text
        match self.kind:
            case "date":
                day = date.fromisoformat(str(value))
                # %-d is not known on every system.
                return day.strftime(text.replace("%-d", str(day.day)))
            case "time":
                hour, minute = str(value).split(":")
                return text.format(hour=int(hour), minute=minute)
            case "quote":
                return text.format(words=value)
        figure = Decimal(value) * chosen.times
        named = _spelled_out().get(int(figure), f"{figure:,}")
        return text.format(n=figure, grouped=f"{figure:,}", words=named)

    def tell(self, value: str | int, *, wording: int, form: int) -> str:
        """A sentence that gives the value."""
        told = self.wordings[wording % len(self.wordings)]
        sentence = told.format(value=self.spelled(value, form))
        return sentence[0].upper() + sentence[1:]


class Planted(Model):
    """A measurand of a story and what its documents say of it."""

    about: str
    kind: str
    stated: str
    """The value as the first document spells it."""
    changed: str | None
    """The value as the last document spells it, if that is another one."""


class Story(Model):
    """Documents about one event, and what was planted in them."""

    sources: tuple[Source, ...]
    planted: tuple[Planted, ...]

    @property
    def conflicts(self) -> tuple[Planted, ...]:
        """What the documents disagree on; on all else they agree."""
        return tuple(one for one in self.planted if one.changed is not None)


class Filler(Row):
    """A sentence without a value."""

    text: str


class Numeral(Row):
    """A small number and its word."""

    n: int
    word: str


@cache
def measurands() -> tuple[Measurand, ...]:
    """All that a story can tell."""
    return rows("planted", Measurand)


@cache
def fillers() -> tuple[str, ...]:
    """Sentences that stand between the others."""
    return tuple(row.text for row in rows("planted", Filler, "filler"))


@cache
def _spelled_out() -> dict[int, str]:
    return {row.n: row.word for row in rows("planted", Numeral, "numeral")}
