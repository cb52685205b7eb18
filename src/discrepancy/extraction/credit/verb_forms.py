"""Whether a form that verbs of saying take is a verb here that has somebody for its subject.

>>> from discrepancy.extraction.credit import sentence_words
>>> from discrepancy.span import Span
>>> text = "The claims were denied, the mayor claims."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> [is_noun(line, at) for at, word in enumerate(line) if word.lower == "claims"]
[True, False]
"""

from collections.abc import Sequence

from discrepancy.extraction.credit.sentence_words import (
    QUOTE,
    STOPS,
    LineWord,
    adverbs_start,
    listed,
)

_BE = frozenset(
    ["is", "are", "was", "were", "been", "be", "being", "gets", "got", "'s", "’s", "’ s"]
)
_NEGATIONS = frozenset(["not", "never", "cannot", "n't"])


def is_passive(line: Sequence[LineWord], at: int) -> bool:
    """Whether a form before "by" is passive: "was told by Hale", "numbers estimated by Hale"."""
    told = line[at].lower == "told" and bool(at) and line[adverbs_start(line, at - 1)].lower in _BE
    return told or line[at].lower.endswith("ed")


def opens_said(line: Sequence[LineWord], at: int) -> bool:
    """Whether a clause follows that is somebody's: "admit that", "admit the toll was higher"."""
    rest = line[at + 1 : at + 12]
    if any(word.lower == "that" for word in rest[:4]):
        return True
    led = bool(rest) and rest[0].lower in listed("pronouns") | listed("definite")
    return led and opens_clause(rest)


def closes_said(line: Sequence[LineWord], at: int) -> bool:
    """Whether it ends a sentence in which a comma sets off its subject: "..., officials admit."."""
    ended = at + 1 == len(line) or line[at + 1].text == "."
    return ended and any(word.text == "," for word in line[max(0, at - 7) : at])


def is_going_on(line: Sequence[LineWord], at: int) -> int | None:
    """Where the "are" of "officials are saying that" stands; None: it is no such form."""
    before = adverbs_start(line, at - 1) if at else 0
    progressive = line[at].lower.endswith("ing") and line[before].lower in _BE
    return before if progressive and before and opens_said(line, at) else None


def going_on(line: Sequence[LineWord], at: int) -> int | None:
    """Where "went on to say" begins, or "except to say"; None where the words are others."""
    before = [word.lower for word in line[max(0, at - 3) : at]]
    if before[-2:] == ["except", "to"]:
        return at - 2
    led = before[-2:] == ["on", "to"] and before[0] in ("went", "goes", "gone")
    return at - 3 if led else None


def is_passive_or_denied(line: Sequence[LineWord], at: int) -> bool:
    """Whether nobody is the speaker: "is said to be", "was quickly reported", "did not say"."""
    start = adverbs_start(line, at - 1)
    if line[start].lower in _BE:
        return is_going_on(line, at) is None
    if start < at - 1 and line[start].lower in listed("before_noun"):
        return True  # "its recently announced line"
    return any(
        word.lower in _NEGATIONS or word.lower.endswith(("n't", "n’t")) for word in line[start:at]
    )


def is_noun(line: Sequence[LineWord], at: int) -> bool:
    """Whether the form is a noun or an adjective here: "the claims", "no clear reports"."""
    word, before = line[at].lower, line[at - 1]
    if before.lower in listed("pronouns"):
        return False  # "as he states in the book"
    if before.lower in listed("before_noun") and not word.endswith("ing"):
        return True
    after = line[at + 1].lower if at + 1 < len(line) else ""
    if line[at].start - before.end > 1 and word in listed("plurals") | listed("bases"):
        return True  # the residents' claims
    if word in listed("plurals"):
        if closes_turned(line, at):
            return False
        if after in listed("after_noun") | {",", "and", "or"}:
            return True  # "the estimates of the bank", "police reports and photos"
        return not (before.large or before.lower in listed("definite") or _determined(line, at))
    if word in listed("bases"):
        plural = before.lower.endswith("s") and not before.lower.endswith(("ous", "ss"))
        opens = after in listed("definite") or after in ("", "that", ".", ",")
        return not (opens and (plural or before.lower in listed("groups")))
    return word.endswith("ing") and not _continues(line, at)


def closes_turned(line: Sequence[LineWord], at: int) -> bool:
    """Whether the sentence ends with the verb and its subject: "..., estimates the insurer"."""
    rest = line[at + 1 :]
    led = bool(rest) and (rest[0].large or rest[0].lower in listed("definite"))
    whole = not any(word.finite or word.text in STOPS - {"."} for word in rest)
    return line[at - 1].text in (",", QUOTE) and led and whole


def _continues(line: Sequence[LineWord], at: int) -> bool:
    """Whether a form in -ing goes on from a clause: ", adding", "by saying", "with Hale saying"."""
    before = line[at - 1]
    if is_going_on(line, at):
        return True
    if before.text in (",", QUOTE) or before.lower in listed("before_ing"):
        return True
    return line[at].lower in listed("said") and with_subject(line, at) is not None


def with_subject(line: Sequence[LineWord], at: int) -> tuple[int, int] | None:
    """The first and last word of the subject in "with the mill saying"."""
    for place in range(at - 2, max(-1, at - 7), -1):
        if line[place].lower == "with":
            known = line[place + 1].large or line[place + 1].lower in listed("definite")
            return (place + 1, at - 1) if known else None
        if line[place].text in STOPS:
            break
    return None


def _determined(line: Sequence[LineWord], at: int) -> bool:
    """Whether "the", "his" or the like stands a few words before, with no verb between."""
    for word in reversed(line[max(0, at - 6) : at]):
        if word.finite or word.lower in listed("stops") or word.text in STOPS:
            return False
        if word.lower in listed("definite"):
            return True
    return False


def opens_clause(rest: Sequence[LineWord]) -> bool:
    """Whether the words behind a verb of saying are a clause: "claims the shed was lost"."""
    if not rest:
        return True
    if rest[0].lower in listed("pronouns") or rest[0].lower.endswith("ing"):
        return True
    stop = next((n for n, word in enumerate(rest) if word.text in STOPS), len(rest))
    return stop == 0 or any(word.finite or word.lower == "that" for word in rest[:stop])
