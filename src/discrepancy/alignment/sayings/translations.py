"""Remarks that were made in another language: two hands put them into English in two ways.

>>> is_translated("he said through an interpreter."), is_translated("he said in Velanian.")
(True, True)
>>> is_translated("he said in Norby.")
False
"""

from collections.abc import Mapping

from discrepancy import tables, words
from discrepancy.claims import QuoteClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.patterns import pattern
from discrepancy.words.utterances import shared

AROUND = 120
"""Characters before and behind a remark that may say so."""


def judged(texts: Mapping[str, str], a: QuoteClaim, b: QuoteClaim) -> Comparison | None:
    """Both wordings are right where a text says that the remark was translated.

    A "not" that only one has is a matter all the same.
    """
    if not any(is_translated(_around(texts.get(quote.source, ""), quote)) for quote in (a, b)):
        return None
    found = shared(a.value.text, b.value.text)
    if found is None or not [edit for edit in found.edits if not edit.slight]:
        return None
    counts = {sum(map(words.denies, quote.value.text.lower().split())) for quote in (a, b)}
    if len(counts) > 1:
        return None
    because = "the remark was made in another language, and put into English twice"
    return Comparison(
        verdict=Verdict.COMPATIBLE, level="quote.compatible.translated", because=because
    )


def is_translated(around: str) -> bool:
    """Whether the words around a remark say that it was made in another language."""
    tongues = _tongue().finditer(around)
    named = any(
        one[1] in tables.words("demonyms", "words") or _ending().search(one[1]) for one in tongues
    )
    return named or _told().search(around) is not None


def _around(text: str, quote: QuoteClaim) -> str:
    before = text[max(0, quote.span.start - AROUND) : quote.span.start]
    return f"{before} … {text[quote.span.end : quote.span.end + AROUND]}"


_told = pattern(
    r"\b(?:through|via|with)\s(?:an?|the|his|her|their)\s(?:\w+\s)?(?:interpreter|translator)\b"
    r"|\btranslat(?:ed|ion)\b|\bin (?:his|her|their) (?:native|mother) (?:tongue|language)\b"
    r"|\bspeaking through\b"
)


# "said in Velanian", "speaking in Velanian", "told reporters in Velanian"
_tongue = pattern(r"\b[a-z]+ in ([A-Z][a-z]+)\b(?! (?:[A-Z]|[a-z]+s\b))")


_ending = pattern(r"(?:[aeio]an|ish|ese|[ai]ch|ic)$")
