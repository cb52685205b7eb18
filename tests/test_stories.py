"""The whole run on the annotated stories: floors of the scores, and what must never happen.

These stand beside the checkout, not on a user's machine; without them every test here skips.
"""

import re
import sys
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.measures import units
from discrepancy.reporting import render
from discrepancy.source import Source
from discrepancy.words import plural

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT.parent / "shared" / "eval" / "stories"

pytestmark = pytest.mark.skipif(
    not STORIES.is_dir(), reason="the annotated stories do not stand beside the checkout"
)

NAMES = sorted(path.name for path in STORIES.glob("*/")) if STORIES.is_dir() else []


@pytest.fixture(scope="module")
def benchmark():
    """Imports a script of benchmarks/ by its name."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield import_module
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def stories(benchmark):
    return benchmark("stories")


@pytest.fixture(scope="module")
def checked(stories):
    """The scores of the stories, and their reports."""
    reports = {}
    return stories.run(stories.stories(), kept=reports), reports


@pytest.fixture(scope="module")
def counted(checked):
    return checked[0]


_ABOVE = re.compile(r"(?:CONFLICT|UPDATE|APPARENT CONFLICT) [a-z]-")
"""What stands above a sure finding."""


def test_of_every_story_a_finding_takes_at_most_nine_lines_on_average(checked):
    long = {}
    for name, report in checked[1].items():
        blocks = render(report, "terminal").split("\n\n")
        shown = [block.splitlines() for block in blocks if _ABOVE.match(block)]
        findings = sum(finding.sure for finding in report.findings)
        if (lines := sum(map(len, shown))) > 9 * max(findings, 1):
            long[name] = lines, findings
    assert long == {}


def test_titles_are_phrases_in_words_of_the_story_or_of_the_table(checked):
    phrases = (ROOT / "src" / "discrepancy" / "data" / "measurands.toml").read_text().lower()
    ours = set(re.findall(r"[a-z]+", phrases)) | {"when", "spelling", "nationality", "quotation"}
    wrong = []
    for report in checked[1].values():
        texts = " ".join(source.text for source in report.sources).lower()
        told = set(re.findall(r"[a-z]+", texts)) | ours
        told |= {plural(word) for word in told}
        for finding in (*report.findings, *report.corroborated):
            said = re.findall(r"[a-z]+", finding.measurand.lower())
            codes = [
                word
                for word in finding.measurand.split()
                if units.is_currency(word) and word.lower() not in texts  # AMD is a company too
            ]
            if len(said) < 2 or codes or not told.issuperset(said):
                wrong.append((finding.measurand, sorted(set(said) - told)))
    assert wrong == []


def _shares(counts):
    return {
        "findings_precision": counts["good"] / max(counts["findings"], 1),
        "matters_recall": counts["met"] / max(counts["matters"], 1),
        "figures_recall": counts["figures_met"] / max(counts["figures"], 1),
        "verdicts": counts["verdicts"] / max(counts["right"], 1),
        "sure_precision": counts["sure_good"] / max(counts["sure_findings"], 1),
    }


@pytest.mark.parametrize("which", ["ALL", "north-korea-troops-2024"])
def test_no_score_falls_below_its_floor(stories, counted, which):
    floors = _floors(which)
    counts = stories.added(list(counted.values())) if which == "ALL" else counted[which]
    shares = _shares(counts)
    low = {name: (shares[name], floor) for name, floor in floors.items() if shares[name] < floor}
    assert not low


def test_no_score_falls_below_its_floor_on_stories_that_nobody_reads(stories):
    """Scored alone: neither texts nor gold nor misses of these are ever looked at."""
    unread = sorted((STORIES.parent / "validation").glob("*/"))
    if not unread:
        pytest.skip("the stories that nobody reads do not stand beside the checkout")
    shares = _shares(stories.added(list(stories.run(unread).values())))
    floors = _floors("validation")
    assert {name: shares[name] for name, floor in floors.items() if shares[name] < floor} == {}


def _floors(section):
    return tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text())[section]


def test_no_score_of_what_surrounds_a_claim_falls_below_its_floor(benchmark):
    right, asked = Counter(), Counter()
    for mention, question, answer in benchmark("context_gold").answered(
        [STORIES / name for name in NAMES]
    ):
        for name in (f"{mention.kind} {question}", question):
            asked[name] += 1
            right[name] += answer
    shares = {name: right[name] / asked[name] for name in asked}
    floors = _floors("context")
    assert {name: shares[name] for name, floor in floors.items() if shares[name] < floor} == {}


def test_days_that_documents_do_not_tell_are_inferred_rightly(benchmark):
    one, _ = benchmark("undated").hidden([STORIES / name for name in NAMES])
    floors = _floors("undated")
    assert one["settled"] / one["dates"] >= floors["settled"]
    assert one["settled rightly"] / one["settled"] >= floors["settled rightly"]


def _beside(source, text, name, leaving=None):
    """The conflicts between a source and another text of the same day.

    A text that sets two speakers against each other does so beside its copy, too.
    """
    other = Source(id=f"{name} of {source.id}", text=text, published=source.published)
    own = {finding.id for one in (source, other) for finding in dx.check([one]).conflicts}
    found = dx.check([source, other]).conflicts  # ids of both texts' own slips end in "-2"
    return [
        f.because for f in found if "-".join(f.id.split("-")[:2]) not in own and f.kind != leaving
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_beside_its_copy_has_no_conflict(name):
    for source in dx.read(STORIES / name / "docs")[::2]:
        assert _beside(source, source.text, "copy") == []


@pytest.mark.parametrize("name", NAMES[::3])
def test_a_text_beside_its_shortened_form_has_no_conflict(name):
    for source in dx.read(STORIES / name / "docs")[::2]:
        paragraphs = source.layout.paragraphs
        lead = source.text[: paragraphs[len(paragraphs) // 2].end] if paragraphs else source.text
        assert _beside(source, lead, "first half") == []
        digest = "\n\n".join(paragraph.of(source.text) for paragraph in paragraphs[::2])
        # every second paragraph alone cuts remarks that run over paragraphs in two
        assert _beside(source, digest or lead, "digest", leaving="quote") == []


def _rewritten(source, rewrites):
    """The text with its units converted, numerals spelled out, dates in other forms."""
    text, edges = source.text, len(source.text)
    claims = sorted(dx.extract(source), key=lambda claim: -claim.span.end)
    quoted = [part for claim in claims if claim.kind == "quote" for part in claim.parts]
    for claim in claims:
        if claim.kind not in ("quantity", "date") or claim.span.end > edges:
            continue
        if any(quote.overlaps(claim.span) for quote in quoted):
            continue  # words in quotation marks may not be changed
        words = next((words for rewrite in rewrites if (words := rewrite(claim))), None)
        if words is not None:
            text = text[: claim.span.start] + words + text[claim.span.end :]
            edges = claim.span.start
    return text


@pytest.mark.parametrize("name", NAMES[1::3])
def test_a_text_beside_one_with_other_units_and_numerals_has_no_conflict(benchmark, name):
    rewrites = benchmark("edits").REWRITES
    order = [rewrites[kind] for kind in ("converted", "spelled out", "in digits", "in full")]
    changed = 0
    for source in dx.read(STORIES / name / "docs")[::2]:
        text = _rewritten(source, order)
        changed += text != source.text
        assert _beside(source, text, "rewriting") == []
    assert changed


@pytest.mark.parametrize("name", NAMES[::3])
def test_the_order_of_the_documents_does_not_matter(name):
    sources = dx.read(STORIES / name / "docs")
    there, back = dx.check(sources), dx.check(tuple(reversed(sources)))
    assert there.model_dump_json() == back.model_dump_json()
