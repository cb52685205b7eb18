"""The people and bodies of one document, so that "Mr Hale" and "he" are credited as one man.

>>> from discrepancy.source import Layout, Source
>>> text = "Fire chief Ann Hale came. Mr Smith left. Ms Hale said so. She said no."
>>> ends = [25, 40, 57, 70]
>>> spans = tuple(Span(start=a, end=b) for a, b in zip([0, 26, 41, 58], ends))
>>> named = Speakers(Source(id="a", text=text, layout=Layout(sentences=spans)))
>>> named.credit(Span(start=41, end=48)), named.credit(Span(start=58, end=61))
('Ann Hale', 'Ann Hale')
"""

import re
from functools import cache
from typing import NamedTuple

from discrepancy.extraction.entities import Entity, entities
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.tables import words


class _Told(NamedTuple):
    """Somebody who was credited or opened a sentence, at a place of the text."""

    at: int
    name: str
    sort: str
    """"person", "people" or "body"."""


class Speakers:
    """Resolves the phrases of one document in the order of the text."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._named = entities(source)
        self._told: list[_Told] = []
        self._subjects = self._opening_sentences(source)

    def credit(self, phrase: Span) -> str | None:
        """The name of whom `phrase` means; None where the document does not decide."""
        found = self._resolved(phrase)
        if found is None:
            return None
        self._told.append(found)
        return found.name

    def last_person(self, at: int) -> str | None:
        """The person in focus at this place: the last one credited, or who opened a sentence."""
        found = self._last(at, "person")
        return found.name if found else None

    def _resolved(self, phrase: Span) -> _Told | None:
        said = phrase.of(self._text)
        lower = said.lower()
        if lower in words("verbs_of_saying", "he"):
            return self._again(phrase.start, "person")
        if lower in words("verbs_of_saying", "it"):
            return self._again(phrase.start, "body")
        if lower in words("verbs_of_saying", "they"):
            return self._again(phrase.start, "people")
        bare = _bare(said)
        if not bare:
            return None
        person = self._person(phrase)
        if person is not None:
            return _Told(phrase.start, person, "person")
        return self._described(phrase, bare)

    def _person(self, phrase: Span) -> str | None:
        """The person named by the phrase itself, not in "the lawyer of Ann Hale"."""
        start = phrase.start
        for entity in self._named:
            if entity.span.start < start:
                continue
            if entity.span.end > phrase.end:
                break
            before = self._text[start : entity.span.start].lower()
            after = self._text[entity.span.end : phrase.end]
            if _belonging().match(after) and after.strip(" '’s"):
                continue
            if entity.type == "person" and not _dependent().search(before):
                return entity.full or entity.text
        return None

    def _described(self, phrase: Span, bare: str) -> _Told:
        """A body, a group, or somebody without a name."""
        head = _head(bare)
        definite = phrase.of(self._text)[:4].lower() == "the "
        single = " " not in bare
        if definite and single and (known := self._known(phrase.start, head)):
            return known
        if head in words("verbs_of_saying", "people") or _someone().match(phrase.of(self._text)):
            return _Told(phrase.start, bare, "person")
        plural = head.endswith("s") and head.islower()
        return _Told(phrase.start, bare, "people" if plural else "body")

    def _known(self, at: int, head: str) -> _Told | None:
        """Whom "the agency", "the spokesman", "the statement" mean, if somebody fits."""
        if head in words("verbs_of_saying", "papers"):
            return self._again(at, "body")
        for told in reversed(self._told):
            if head in told.name.lower().split():
                return told._replace(at=at)
        if head in words("verbs_of_saying", "people"):
            for entity in reversed(self._before(at)):
                if entity.type == "person" and head in (entity.role or "").lower().split():
                    return _Told(at, entity.full or entity.text, "person")
            return None
        if head in words("verbs_of_saying", "agents"):
            bodies = {told.name for told in self._told if told.sort == "body"}
            return _Told(at, bodies.pop(), "body") if len(bodies) == 1 else None
        return None

    def _again(self, at: int, sort: str) -> _Told | None:
        found = self._last(at, sort)
        return found._replace(at=at) if found else None

    def _last(self, at: int, sort: str) -> _Told | None:
        told = [one for one in (*self._told, *self._subjects) if one.sort == sort and one.at < at]
        if told:
            return max(told, key=lambda one: one.at)
        if sort != "person":
            return None
        people = [entity for entity in self._before(at) if entity.type == "person"]
        return _Told(at, people[-1].full or people[-1].text, sort) if people else None

    def _before(self, at: int) -> list[Entity]:
        return [entity for entity in self._named if entity.span.end <= at]

    def _opening_sentences(self, source: Source) -> list[_Told]:
        """The people who open a sentence, as its subject does."""
        starts = [span.start for span in source.layout.sentences] if source.layout else []
        found = []
        for entity in self._named:
            start = max((at for at in starts if at <= entity.span.start), default=0)
            lead = self._text[start : entity.span.start]
            if entity.type == "person" and len(lead) < 60 and "," not in lead:
                found.append(_Told(entity.span.start, entity.full or entity.text, "person"))
        return found


def _bare(phrase: str) -> str:
    """The phrase without article and stray marks."""
    return _article().sub("", " ".join(phrase.split())).strip(" ,.'’")


def _head(bare: str) -> str:
    """The noun of a phrase: "spokesman" of "spokesman for the mill"."""
    return _tail().split(bare, maxsplit=1)[0].rsplit(" ", 1)[-1].lower()


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"^(?:the|a|an|one|his|her|its|their|some)\s+(?=\S)", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"\s(?:for|of|from|in|at|with|who|on|to)\s|,")


@cache
def _dependent() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|for|to|by|with|about|against|from)\s(?:\w+\s){0,4}$")


@cache
def _belonging() -> re.Pattern[str]:
    return re.compile(r"\s?['’]\s?s\b|['’]\s")


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(
        r"(?:an?|one|another|the)\s[^,]*?(?:er|or|man|woman|ist|ian|ent|ant)\b", re.IGNORECASE
    )
