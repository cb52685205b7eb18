"""Pages of many shapes: nothing from around the article is read, and hardly any of it is lost."""

import re
import tomllib
from pathlib import Path

import pytest

import discrepancy as dx

pytest.importorskip("trafilatura", reason="the extra html is not installed")

DATA = tomllib.loads((Path(__file__).parent / "cases" / "pages.toml").read_text("utf-8"))
PAGES = DATA["page"]
OUTSIDE = re.compile(r"\b(?:7\d\d|8\d\d|9\d\d|Rowan)\b")


def _built(html: str) -> str:
    for number, words in enumerate(DATA["paragraphs"], start=1):
        html = html.replace(f"P{number}", f"<p>{words}</p>").replace(f"S{number}", words)
    return re.sub(r"\bH\b", DATA["headline"], html)


def _source(page, folder):
    path = folder / "a.html"
    path.write_text(_built(page["html"]), encoding="utf-8")
    (source,) = dx.read(path)
    return source


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["title"])
def test_no_claim_is_read_from_outside_the_article(page, tmp_path):
    source = _source(page, tmp_path)
    claims = dx.extract(source, published="2024-10-23")
    assert not [claim.text for claim in claims if OUTSIDE.search(claim.text)], source.text
    assert source.title == DATA["headline"]
    assert str(source.published or "") == page.get("published", "")
    assert bool(source.notes) == page.get("noted", False)
    if "outlet" in page:
        assert source.outlet == page["outlet"]


def test_hardly_a_sentence_is_lost(tmp_path):
    wanted = found = 0
    for page in PAGES:
        source = _source(page, tmp_path)
        read = " ".join(" ".join(s.of(source.text).split()) for s in source.layout.sentences)
        for words in DATA["paragraphs"]:
            for sentence in re.split(r"(?<=[.”]) (?=[A-Z])", words):
                wanted += 1
                found += sentence in read
    assert len(PAGES) >= 25
    assert found >= 0.98 * wanted, f"{found} of {wanted}"
