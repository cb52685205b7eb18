"""Drafts of schema.org ClaimReview as JSON-LD; whether a claim holds is left to a person.

Every reading of a conflict is one claim to review: what it says, where it appeared and when.
The rating says no more than that the sources disagree, and the address of the review is
missing: both are to be filled in by whoever publishes it.
"""

import json
from collections.abc import Iterator

from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.reporting import Options
from discrepancy.reporting.formats.links import web_address
from discrepancy.reporting.outline import reading_words, told_by_reader
from discrepancy.reporting.passages import Passage, Texts, spelt_out
from discrepancy.reporting.wording import read_as
from discrepancy.source import named

UNRATED = "Sources disagree; not yet rated"
DOUBTED = "Set aside by a second reader; not yet rated"

Json = dict[str, object]


def render(report: Report, options: Options) -> str:
    """One graph of drafts, a draft for each reading of each conflict."""
    texts = Texts(report.sources)
    shown = [one for one in report.findings if one.sure or options.possible]
    conflicts = [finding for finding in shown if finding.verdict is Verdict.CONFLICT]
    drafts = [draft for finding in conflicts for draft in _drafts(finding, texts)]
    if report.unread:  # a node of its own: a word beside @graph would make it a named graph
        told = reading_words(report)
        drafts.append({"@type": "CreativeWork", "name": "What was read", "description": told})
    graph: Json = {"@context": "https://schema.org", "@graph": drafts}
    return spelt_out(json.dumps(graph, indent=2, ensure_ascii=False)) + "\n"


def _drafts(finding: Finding, texts: Texts) -> Iterator[Json]:
    for number, reading in enumerate(finding.readings):
        yield {
            "@type": "ClaimReview",
            "@id": f"urn:discrepancy:{finding.id}:{number}",
            "claimReviewed": _sentence(finding, reading, texts),
            "reviewBody": " ".join(
                [finding.because, *(f"({words})" for words in told_by_reader(finding))]
            ),
            "reviewRating": {
                "@type": "Rating",
                "alternateName": DOUBTED if finding.set_aside else UNRATED,
            },
            "itemReviewed": _claim(reading, texts),
        }


def _sentence(finding: Finding, reading: Reading, texts: Texts) -> str:
    """The sentence of the source that claims it; of what was typed in, one of our own."""
    passage = texts.passage(reading.claims[0])
    if passage.entry:
        told = f"{finding.measurand} is given as {read_as(reading)}"
        return f"{told} by {named(passage.source)}."
    words = " ".join(f"{passage.before}{passage.words}{passage.after}".split())
    return words if words.endswith(tuple(".?!…”\"’'")) else f"{words}."


def _claim(reading: Reading, texts: Texts) -> Json:
    works = [_work(claim, texts) for claim in reading.claims]
    dated = sorted(str(work["datePublished"]) for work in works if "datePublished" in work)
    credited = dict.fromkeys(claim.attribution for claim in reading.claims if claim.attribution)
    words = (f"{part.before}{part.words}{part.after}" for part in _passages(reading, texts))
    claim: Json = {
        "@type": "Claim",
        "text": list(dict.fromkeys(words)),
        "appearance": works,
    }
    if dated:
        claim["datePublished"] = dated[0]
    if credited:  # an author would have to be told as a person or an organization
        claim["creditText"] = list(credited)
    return claim


def _passages(reading: Reading, texts: Texts) -> Iterator[Passage]:
    return (texts.passage(claim) for claim in reading.claims)


def _work(claim: Citation, texts: Texts) -> Json:
    source = texts.source(claim.source)
    work: Json = {
        "@type": "Article",
        "name": source.title or source.id,
        "publisher": {"@type": "Organization", "name": named(source)},
    }
    if address := web_address(claim.entry.url if claim.entry else source.url):
        work["url"] = address
    if source.published:
        work["datePublished"] = source.published.isoformat()
    return work
