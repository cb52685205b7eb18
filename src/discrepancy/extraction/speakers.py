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
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from discrepancy.extraction.entities import Entity, entities
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.tables import words


class _Told(NamedTuple):
    """Somebody who was credited or is the subject of a clause, at a place of the text."""

    at: int
    name: str
    sorts: frozenset[str]
    """"person", "people", "body": what a pronoun for it can be."""


_PERSON, _PEOPLE, _BODY = frozenset(["person"]), frozenset(["people"]), frozenset(["body"])


class Speakers:
    """Resolves the phrases of one document in the order of the text."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._named = entities(source)
        self._told: list[_Told] = []
        self._surnames = {
            entity.text.rsplit(" ", 1)[1]: entity.text
            for entity in self._named
            if entity.type == "person" and " " in entity.text
        }
        self._subjects = self._subjects_of(source)

    def credit(self, phrase: Span, *, since: int | None = None) -> str | None:
        """The name of whom `phrase` means; None where the document does not decide.

        A pronoun means somebody named before `since`: in "The dam burst, he said" the start
        of the sentence, else the phrase itself.
        """
        found = self._resolved(phrase, phrase.start if since is None else since)
        if found is None:
            return None
        self._told.append(found._replace(at=phrase.start))
        return found.name

    def subject_of(self, sentence: Span) -> str | None:
        """The person who is the subject of this sentence's first clause."""
        return next(
            (one.name for one in self._subjects if sentence.start <= one.at < sentence.end), None
        )

    def _resolved(self, phrase: Span, since: int) -> _Told | None:
        said = phrase.of(self._text)
        lower = said.lower()
        if lower in words("verbs_of_saying", "he"):
            return self._last(since, "person")
        if lower in words("verbs_of_saying", "it"):
            return self._last(since, "body")
        if lower in words("verbs_of_saying", "they"):
            return self._last(since, "people")
        bare = _bare(said)
        if not bare:
            return None
        people = self._people(phrase)
        if len(people) > 1 and _pair().search(said):
            return _Told(phrase.start, bare, _PEOPLE)
        if people or bare in self._surnames:
            name = people[0] if people else self._surnames[bare]
            return _Told(phrase.start, name, _PERSON)
        return self._described(phrase, _bare(said.split(",")[0]))

    def _people(self, phrase: Span) -> list[str]:
        """The people named by the phrase itself, not in "the lawyer of Ann Hale"."""
        found = []
        for entity in self._named:
            if entity.span.start < phrase.start or entity.type != "person":
                continue
            if entity.span.end > phrase.end:
                break
            before = self._text[phrase.start : entity.span.start].lower()
            after = self._text[entity.span.end : phrase.end]
            owner = _belonging().match(after) and after.strip(" '’s")
            if not owner and not _dependent().search(before):
                found.append(entity.full or entity.text)
        return found

    def _described(self, phrase: Span, bare: str) -> _Told:
        """A body, a group, or somebody without a name."""
        head = _head(bare)
        said = phrase.of(self._text)
        if " " not in bare and said[:4].lower() == "the " and (known := self._known(phrase, head)):
            return known
        if head in words("verbs_of_saying", "papers"):
            return _Told(phrase.start, self._issuer(phrase) or bare, _BODY)
        if head in words("verbs_of_saying", "people") or _someone().match(said):
            return _Told(phrase.start, bare, _PERSON)
        small = bare if self._names(phrase) else bare.lower()
        if small.islower() and (head.endswith("s") or head in words("verbs_of_saying", "groups")):
            return _Told(phrase.start, bare, _PEOPLE | _BODY if head == "police" else _PEOPLE)
        if small.islower() and head not in words("verbs_of_saying", "agents"):
            return _Told(phrase.start, bare, frozenset())
        one_name = bare.isalpha() and not bare.isupper()  # "Hale said": a woman or a firm
        return _Told(phrase.start, bare, _PERSON | _BODY if one_name else _BODY)

    def _names(self, phrase: Span) -> bool:
        """Whether anybody or anything is named in the phrase."""
        return any(phrase.holds(entity.span) for entity in self._named)

    def _issuer(self, phrase: Span) -> str | None:
        """The body in "a statement from the Hale Ministry"."""
        inside = [
            entity
            for entity in self._named
            if phrase.holds(entity.span) and entity.type == "organisation"
        ]
        return inside[0].text if inside else None

    def _known(self, phrase: Span, head: str) -> _Told | None:
        """Whom "the agency", "the spokesman", "the statement" mean, if somebody fits."""
        at = phrase.start
        if head in words("verbs_of_saying", "papers"):
            return self._last(at, "body")
        for told in reversed(self._told):
            if head in told.name.lower().split():
                return told
        if head in words("verbs_of_saying", "people"):
            for entity in reversed(self._before(at)):
                if entity.type == "person" and head in (entity.role or "").lower().split():
                    return _Told(at, entity.full or entity.text, _PERSON)
            return None
        if head in words("verbs_of_saying", "agents"):
            return self._fitting(at, head)
        return None

    def _fitting(self, at: int, head: str) -> _Told | None:
        """The body that "the agency" means: one so named, else the last one in focus."""
        for entity in reversed(self._before(at)):
            if entity.type == "organisation" and head in entity.text.lower().split():
                return _Told(at, entity.text, _BODY)
        last = self._last(at, "body") if head in words("verbs_of_saying", "firms") else None
        return last if last and not last.name.islower() else None

    def _last(self, at: int, sort: str) -> _Told | None:
        told = [one for one in (*self._told, *self._subjects) if sort in one.sorts and one.at < at]
        if told:
            return max(told, key=lambda one: one.at)
        if sort != "person":
            return None
        people = [entity for entity in self._before(at) if entity.type == "person"]
        return _Told(at, people[-1].full or people[-1].text, _PERSON) if people else None

    def _before(self, at: int) -> list[Entity]:
        return [entity for entity in self._named if entity.span.end <= at]

    def _subjects_of(self, source: Source) -> list[_Told]:
        """The people and bodies that open a sentence or stand before a verb."""
        starts = [span.start for span in source.layout.sentences] if source.layout else []
        found = []
        for entity in self._named:
            at = bisect_right(starts, entity.span.start)
            lead = self._text[starts[at - 1] if at else 0 : entity.span.start]
            opens = len(lead) < 60 and "," not in lead
            verb = _next_word().match(self._text, entity.span.end)
            acts = verb is not None and verb.group(1) in words("verbs_of_saying", "finite")
            if not opens and not acts:
                continue
            if entity.type == "person":
                found.append(_Told(entity.span.start, entity.full or entity.text, _PERSON))
            elif entity.type == "organisation" and (acts or not lead.strip()):
                found.append(_Told(entity.span.start, entity.text, _BODY))
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
    return re.compile(
        r"\b(?:of|for|to|by|with|about|against|from|along|near|in|at|on)\s(?:\w+\s){0,4}$"
    )


@cache
def _belonging() -> re.Pattern[str]:
    return re.compile(r"\s?['’]\s?s\b|['’]\s")


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(
        r"(?:an?|one|another)\s(?:[^,]*?\s)?\w*(?:er|or|man|woman|ist|ian|ant|ent|ess|friend|eur)\b",
        re.IGNORECASE,
    )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"[A-Z]\w+ and [A-Z]")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r" ([a-z]+)\b")
