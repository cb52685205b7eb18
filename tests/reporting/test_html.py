"""The page without a browser: whole, self-contained, and deaf to what its sources would do."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.finding import Citation, Disagreement, Finding, Reading, Report, Verdict
from discrepancy.reporting import FORMATS, Options, render
from discrepancy.reporting.formats.marked import Marked, marked_text
from discrepancy.reporting.passages import steering
from discrepancy.source import Source

HOSTILE = (
    "</textarea></title></script><script>alert(1)</script>\n"
    '"><img src=x onerror=alert(2)> [x](javascript:alert(3)) {{ 7*7 }}\n'
    "\x1b[31mred \x07 \u202ereversed\u202c \u2066isolated\u2069 \u200bnothing \ufeff &amp; 'x'\n"
)


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the text between them."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.text = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def ids(self):
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    def links(self):
        return [attrs["href"] for tag, attrs in self.elements if tag == "a"]


@pytest.fixture(scope="module")
def page(report):
    return render(report, "html", Options(title="Ferry fire"))


@pytest.fixture(scope="module")
def hostile_report():
    """Every string of the report that may come from a source is hostile."""
    source = Source(
        id=f"{HOSTILE}.txt", text=HOSTILE, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(4)"
    )
    words = "[x](javascript:alert(3))"
    start = HOSTILE.index(words)
    first = Citation(
        document=source.id, start=start, end=start + len(words), text=words, attribution=HOSTILE
    )
    second = Citation(document=source.id, start=0, end=8, text=HOSTILE[:8], as_of=HOSTILE)
    finding = Finding(
        id="f1",
        verdict=Verdict.CONFLICT,
        kind="quote",
        measurand=HOSTILE,
        because=HOSTILE,
        note=HOSTILE,
        readings=[
            Reading(value={"text": HOSTILE}, claims=[first]),
            Reading(value={"edtf": HOSTILE}, claims=[second]),
        ],
        disagreements=[
            Disagreement(a=0, b=1, verdict=Verdict.CONFLICT, level="x.y", because=HOSTILE)
        ],
    )
    return Report(findings=[finding], sources=[source], claims=2, notes=[HOSTILE])


def test_the_page_loads_nothing(page):
    found = Elements(page)
    assert {tag for tag, _ in found.elements} & {"img", "iframe", "object", "embed"} == set()
    loading = [
        a for tag, a in found.elements if tag in ("link", "script") and ("src" in a or "href" in a)
    ]
    assert [attrs["href"] for attrs in loading] == ["data:,"]
    assert "@import" not in page
    assert "url(" not in page


def test_every_id_is_given_once_and_every_link_leads_somewhere(page):
    found = Elements(page)
    ids = found.ids()
    assert len(ids) == len(set(ids))
    inside = {link.removeprefix("#") for link in found.links() if link.startswith("#")}
    assert inside <= set(ids)
    assert "https://courier.example/ferry" in found.links()


def test_every_citation_links_to_its_words_and_back(page, report):
    found = Elements(page)
    for number, source in enumerate(report.sources):
        for finding in report.findings:
            for reading in finding.readings:
                for claim in reading.claims:
                    if claim.document == source.id:
                        anchor = f"c{number}-{claim.start}-{claim.end}"
                        assert f"#{anchor}" in found.links()
                        marks = [a for _, a in found.elements if anchor in a.get("data-c", "")]
                        assert marks
                        assert marks[0]["href"] == f"#f-{finding.id}"


def test_the_full_texts_are_on_the_page(page, report):
    told = "".join(Elements(page).text)
    for source in report.sources:
        assert source.text in told


def test_hostile_words_stay_text(hostile_report):
    page = render(hostile_report, "html", Options(title=HOSTILE))
    found = Elements(page)
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert {tag for tag, _ in found.elements} & {"img", "textarea"} == set()
    assert not [a for _, a in found.elements if any(name.startswith("on") for name in a)]
    assert not [link for link in found.links() if "javascript" in link]
    assert "{{ 7*7 }}" in page
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", page
    )
    assert "U+202E" in page


@pytest.mark.parametrize("form", ["terminal", "markdown", "junit"])
def test_nothing_steers_the_reader_of_the_written_formats(hostile_report, form):
    written = render(hostile_report, form, Options(title=HOSTILE, verbose=True))
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", written
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_a_hostile_story(hostile_report, form):
    assert render(hostile_report, form, Options(title=HOSTILE, verbose=True, folders=("a b",)))


def test_markdown_of_a_hostile_story_holds_no_markup_of_its_own(hostile_report):
    from markdown_it import MarkdownIt

    written = render(hostile_report, "markdown")
    html = MarkdownIt("commonmark").render(written)
    found = Elements(html)
    assert {tag for tag, _ in found.elements} & {"script", "img", "a"} == set()


def test_the_policy_of_the_page_allows_its_own_script_alone(page):
    import base64
    import hashlib

    script = page[page.index("<script>") + 8 : page.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = (
        attrs["content"]
        for _, attrs in Elements(page).elements
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_an_empty_report_says_so():
    page = render(Report(), "html")
    assert "do not disagree" in page


@given(
    text=st.text(min_size=1, max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=8),
)
def test_marking_loses_nothing_of_any_text(text, spans):
    claims = [
        Marked(
            start=min(start, len(text) - 1),
            end=min(start + length, len(text)),
            anchor=f"c{number}",
            grade=number % 3,
            style="conflict",
            target="f-1" if number % 2 else "",
        )
        for number, (start, length) in enumerate(spans)
        if min(start, len(text) - 1) < min(start + length, len(text))
    ]
    found = Elements(str(marked_text(Source(id="a", text=text), claims)))
    spelt_out = steering().sub(lambda sign: f"U+{ord(sign[0]):04X}", text)
    assert "".join(found.text).replace("\r", "") == spelt_out.replace("\r", "")
    assert sorted(found.ids()) == sorted(claim.anchor for claim in claims)


def test_the_page_of_a_whole_story_stays_small(annotated_stories):
    import discrepancy

    report = discrepancy.check(annotated_stories / "aceh-quake-2013" / "docs")
    page = render(report, "html")
    assert len(page.encode("utf-8")) < 1_000_000


def test_two_findings_with_one_fingerprint_are_two_cards(report):
    twice = report.model_copy(update={"corroborated": report.findings})
    found = Elements(render(twice, "html"))
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {"f-c0ffee12", "f-c0ffee12.2"} <= set(ids)


def test_an_inferred_day_is_told_as_one():
    source = Source(
        id="a.txt", text="A boat sank.", anchor="2026-03", anchored_by="other texts say so"
    )
    page = render(Report(sources=[source]), "html")
    assert "March 2026, inferred" in page
    assert "other texts say so" in page
