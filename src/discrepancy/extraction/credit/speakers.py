"""The people and bodies of one document, so that "Mr Hale" and "he" are credited as one man.

>>> from discrepancy.source import Layout, Source
>>> text = "Fire chief Ann Hale came. Mr Smith left. Ms Hale said so. She said no."
>>> ends = [25, 40, 57, 70]
>>> spans = tuple(Span(start=a, end=b) for a, b in zip([0, 26, 41, 58], ends))
>>> named = Speakers(Source(id="a", text=text, layout=Layout(sentences=spans)))
>>> named.credit(Span(start=41, end=48)), named.credit(Span(start=58, end=61))
('Ann Hale', 'Ann Hale')
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from discrepancy.english.people import sexes
from discrepancy.english.people.callings import calling
from discrepancy.extraction.credit import descriptions, issuers
from discrepancy.extraction.credit.focus import BODY, PEOPLE, PERSON, Focus, Somebody
from discrepancy.extraction.credit.sentence_words import listed
from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.extraction.names.entities import Entity, entities_of
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words.spelling import initials

_FARTHEST = 200
"""How many of those named before are looked at."""


class Speakers:
    """Resolves the phrases of one document in the order of the text."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._named = entities_of(source)
        self._starts = [entity.span.start for entity in self._named]
        self._surnames = descriptions.surnames(self._named)
        self._initials = {
            initials(entity.text): entity.text
            for entity in reversed(self._named)
            if " " in entity.text and entity.type in ("organisation", "thing")
        }
        self._by_office = {
            short: one.full or one.text
            for one in reversed(self._named)
            if one.type == "person"
            for short in descriptions.short_offices(one.role or "")
        }
        self._titles = {one.full or one.text: one.title for one in self._named if one.title}
        self._focus = Focus()
        self._subjects = list(self._subjects_of(source))
        for known in self._subjects:
            self._focus.add(known)

    def credit(self, phrase: Span, *, since: int | None = None) -> str | None:
        """The name of whom `phrase` means; None where the document does not decide.

        A pronoun means somebody named before `since`: in "The dam burst, he said" the start
        of the sentence, else the phrase itself.
        """
        found = self._resolved(phrase, phrase.start if since is None else since)
        name = calling(found.name) if found else None
        if found is None or name is None:
            return None
        found = found._replace(name=name)
        called = set(phrase.of(self._text).lower().split())
        if found.sorts == PERSON:
            called -= listed("agents") | listed("groups")  # "police chief Hale" is not the police
        self._focus.add(found._replace(at=phrase.start), called)
        return found.name

    def subject_of(self, sentence: Span) -> str | None:
        """The person who is the subject of this sentence's first clause."""
        at = bisect_left(self._subjects, sentence.start, key=lambda one: one.at)
        found = self._subjects[at : at + 1]
        return next((one.name for one in found if one.at < sentence.end), None)

    def _resolved(self, phrase: Span, since: int) -> Somebody | None:
        said = phrase.of(self._text)
        if said.lower() in listed("he"):
            return self._person_in_focus(since, said.lower())
        for pronouns, sort in (("it", "body"), ("they", "people")):
            if said.lower() in listed(pronouns):
                return self._focus.last(sort, since)
        bare = _bare(said)
        if not bare:
            return None
        if bare in self._by_office:
            return Somebody(phrase.start, self._by_office[bare], PERSON)
        people = self._people(phrase)
        if len(people) > 1 and _pair().search(said):
            return Somebody(phrase.start, bare, PEOPLE)
        if people or bare in self._surnames:
            name = people[0] if people else self._surnames[bare]
            return Somebody(phrase.start, name, PERSON)
        first = Span(start=phrase.start, end=phrase.start + len(said.split(",")[0]))
        return self._described(first, self._in_full(_bare(first.of(self._text))))

    def _in_full(self, bare: str) -> str:
        """The body that capitals stand for, where the document names it: "ACM"."""
        short = bare.replace(".", "")
        return self._initials.get(short, bare) if short.isupper() and len(short) > 1 else bare

    def _inside(self, phrase: Span) -> Sequence[Entity]:
        """Whoever and whatever is named in the phrase."""
        first = bisect_left(self._starts, phrase.start)
        last = bisect_left(self._starts, phrase.end)
        return [entity for entity in self._named[first:last] if phrase.holds(entity.span)]

    def _before(self, at: int) -> Iterator[Entity]:
        """Those named before a place, the last first."""
        end = bisect_left(self._starts, at)
        return reversed(self._named[max(0, end - _FARTHEST) : end])

    def _people(self, phrase: Span) -> list[str]:
        """The people named by the phrase itself, not in "the lawyer of Ann Hale"."""
        found = []
        for entity in self._inside(phrase):
            before = self._text[phrase.start : entity.span.start].lower()
            after = self._text[entity.span.end : phrase.end]
            owner = _belonging().match(after) and after.strip(" '’s")
            headed = entity.span.end == phrase.end and (entity.title or entity.role)
            dependent = not headed and _dependent().search(before)
            if entity.type == "person" and not owner and not dependent:
                found.append(_office().sub("", entity.full or entity.text))
        return [name for name in found if name]

    def _described(self, phrase: Span, bare: str) -> Somebody:
        """A body, a group, or somebody without a name."""
        head, said = _head(bare), phrase.of(self._text)
        definite = said[:4].lower() == "the "
        alone = " " not in bare and (definite or head in listed("firms"))
        if alone and (known := self._known(phrase, head)):
            return known
        if meant := self._meant(phrase.start, said, bare, head):
            return meant
        if head in listed("papers") | listed("made") and f" {head}" in f" {bare}":
            return Somebody(phrase.start, self._issuer(phrase) or bare, BODY)
        return Somebody(phrase.start, bare, self._sorts(phrase, head, bare))

    def _meant(self, at: int, said: str, bare: str, head: str) -> Somebody | None:
        """Whom a description means that the text has used before, or that an office holds."""
        led = {"his ": "he", "her ": "she"}.get(said[:4].lower())
        if led:
            leader = self._person_in_focus(at, led)
            names = (leader.name,) if leader else ()
            return descriptions.body_led(at, self._before(at), names, descriptions.kin(head))
        if said[:4].lower() == "the " and bare.islower():
            return descriptions.named_so(self._text, at, self._before(at), bare)
        return None

    def _sorts(self, phrase: Span, head: str, bare: str) -> frozenset[str]:
        """What a pronoun for the phrase can be."""
        agent = head in listed("agents")
        if head in listed("surveys") or head.removesuffix("s") in listed("papers"):
            return BODY
        if head in listed("people") or (not agent and _someone().match(phrase.of(self._text))):
            return PERSON
        if not self._inside(phrase) and (bare.islower() or bare.istitle()):
            if head.endswith("s") or head in listed("groups"):
                return PEOPLE | BODY if head == "police" else PEOPLE
            if not agent and bare.islower():
                return frozenset()
        body = any(one.type == "organisation" for one in self._inside(phrase))
        name = bare.replace(" ", "").isalpha() and bare.istitle() and bare.count(" ") < 4
        return PERSON | BODY if name and not body else BODY  # "Hale said": a woman or a firm

    def _issuer(self, phrase: Span) -> str | None:
        """The body in "a statement from the Hale Ministry"."""
        bodies = (one.text for one in self._inside(phrase) if one.type == "organisation")
        found = next(bodies, None) or issuers.behind(self._text, phrase.end, self._named)
        return _bare(found) if found else None

    def _known(self, phrase: Span, head: str) -> Somebody | None:
        """Whom "the agency", "the spokesman", "the statement" mean, if somebody fits."""
        at = phrase.start
        if head in listed("papers"):
            return self._focus.last("body", at)
        called = self._focus.called(head)
        if called and head in listed("firms"):
            last = self._focus.last("body", at)
            return last if last and last.at > called.at and not last.name.islower() else called
        if called:
            return called
        if head in listed("agents"):
            return self._fitting(at, head)
        for entity in self._before(at):
            if entity.type == "person" and head in self._offices(entity):
                return Somebody(at, entity.full or entity.text, PERSON)
        return None

    def _offices(self, entity: Entity) -> list[str]:
        """The words that say what somebody is: "nurse", of "Ann Hale, a nurse at the mill"."""
        behind = self._text[entity.span.end : entity.span.end + 60]
        described = behind.startswith((", a ", ", an ", ", the "))
        told = behind.removeprefix(", ").split(",")[0].split()[1:5] if described else []
        told = [word for word in told if word.islower()]  # not "citing Ann Hale, the Post said"
        return [*f"{entity.role or ''} {entity.title or ''}".lower().split(), *told]

    def _fitting(self, at: int, head: str) -> Somebody | None:
        """The body that "the agency" means: one so named, else the last one in focus."""
        kin = descriptions.kin(head)
        for entity in self._before(at):
            words = entity.text.lower().split()
            paper = "paper" in head and words[-1] in kin and len(words) > 1
            if paper or (entity.type == "organisation" and not kin.isdisjoint(words)):
                return Somebody(at, entity.text, BODY)
        last = self._focus.last("body", at) if head in listed("firms") else None
        return last if last and not last.name.islower() else None

    def _person_in_focus(self, at: int, pronoun: str) -> Somebody | None:
        """Whom "he" or "she" means: the last one in focus, else the last one named."""

        def fits(name: str) -> bool:
            return sexes.fits(pronoun, name, self._titles.get(name))

        known = self._focus.last("person", at, fits)
        if known:
            return known
        people = (one.full or one.text for one in self._before(at) if one.type == "person")
        return next((Somebody(at, name, PERSON) for name in people if fits(name)), None)

    def _subjects_of(self, source: Source) -> Iterator[Somebody]:
        """The people and bodies that open a sentence or stand before a verb."""
        starts = [span.start for span in source.layout.sentences] if source.layout else []
        for entity in self._named:
            at = bisect_right(starts, entity.span.start)
            lead = self._text[starts[at - 1] if at else 0 : entity.span.start]
            role = entity.role and entity.role.removeprefix("The ")
            described = role is not None and lead.removeprefix("The ") == f"{role}, "
            opens = described or (len(lead) < 60 and "," not in lead)
            verb = _next_word().match(self._text, entity.span.end)
            acts = verb is not None and verb.group(1) in listed("finite")
            if entity.type == "person" and (opens or acts):
                yield Somebody(entity.span.start, entity.full or entity.text, PERSON)
            elif (entity.type == "organisation" and (acts or not lead.strip())) or (
                entity.type == "thing"
                and verb
                and not lead.strip()
                and descriptions.is_firm(verb.group(1))
            ):
                yield Somebody(entity.span.start, entity.text, BODY)


def _bare(phrase: str) -> str:
    """The phrase without article and stray marks."""
    return _article().sub("", " ".join(phrase.split())).strip(" ,.'’")


def _head(bare: str) -> str:
    """The noun of a phrase: "spokesman" of "spokesman for the mill"."""
    return _tail().split(bare, maxsplit=1)[0].rsplit(" ", 1)[-1].lower()


# what is left of an office before the name: "(Secretary) of State Ann Hale"
_office = SHAPES("office")


_article = SHAPES("article")


_tail = SHAPES("tail")


_dependent = SHAPES("dependent")


_belonging = SHAPES("belonging")


_someone = SHAPES("someone")


_pair = SHAPES("pair")


_next_word = SHAPES("next_word")
