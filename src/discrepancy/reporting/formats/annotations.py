"""The claims of all findings as W3C Web Annotations, for tools that show them on the pages."""

import json
from collections.abc import Iterator
from urllib.parse import quote

from discrepancy.finding import Citation, Finding, Reading, Report
from discrepancy.reporting import Options
from discrepancy.reporting.formats.links import web_address
from discrepancy.reporting.outline import ASIDE, reading_words, told_by_reader
from discrepancy.reporting.passages import Texts, spelt_out
from discrepancy.reporting.wording import heading, read_as

_REACH = 32
"""Characters of prefix and suffix: what annotation tools commonly keep."""

Json = dict[str, object]


def render(report: Report, options: Options) -> str:
    """One page of annotations, one for each claim of a finding."""
    texts = Texts(report.sources)
    items = [item for finding in report.findings for item in _items(finding, texts)]
    page: Json = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:discrepancy:page",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    if report.unread:
        page["label"] = reading_words(report)
    return spelt_out(json.dumps(page, indent=2, ensure_ascii=False)) + "\n"


def _items(finding: Finding, texts: Texts) -> Iterator[Json]:
    for number, reading in enumerate(finding.readings):
        for place, claim in enumerate(reading.claims):
            yield {
                "id": f"urn:discrepancy:{quote(finding.id)}:{number}:{place}",
                "type": "Annotation",
                "motivation": "assessing",
                "body": _body(finding, reading),
                "target": _target(claim, texts),
            }


def _body(finding: Finding, reading: Reading) -> list[Json]:
    said = f"{finding.measurand}: read as {read_as(reading)}. {finding.because}"
    said += "".join(f" ({words})" for words in told_by_reader(finding))
    tag = ASIDE if finding.set_aside else heading(finding)
    return [
        {"type": "TextualBody", "value": said, "format": "text/plain", "purpose": "assessing"},
        {"type": "TextualBody", "value": tag, "purpose": "tagging"},
    ]


def _target(claim: Citation, texts: Texts) -> Json:
    source = texts.source(claim.source)
    address = web_address(claim.entry.url if claim.entry else source.url)
    told: Json = {"source": address or quote(claim.source)}
    if claim.document is None:
        exact = (claim.entry.words if claim.entry else None) or claim.text
        return {**told, "selector": [{"type": "TextQuoteSelector", "exact": exact}]}
    place = claim.place
    start = max(0, place.start - _REACH)
    return {
        **told,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.text,
                "prefix": source.text[start : place.start],
                "suffix": source.text[place.end : place.end + _REACH],
            },
            {"type": "TextPositionSelector", "start": place.start, "end": place.end},
        ],
    }
