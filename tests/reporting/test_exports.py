"""The interchange formats hold what the tools that read them ask for."""

import fcntl
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.finding import Report
from discrepancy.reporting import Options, render
from discrepancy.reporting.formats.github import command
from discrepancy.reporting.formats.links import web_address


@pytest.fixture(scope="session")
def sarif_schema(request, fetch):
    """The published schema, from the package that carries it, fetched once."""
    home = request.config.cache.mkdir("sarif")
    path = home / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test processes, one fetching
        if not path.exists():
            fetch("@microsoft/jest-sarif@1.0.0-beta.0", home)
    return json.loads(path.read_text(encoding="utf-8"))


def test_sarif_fits_the_published_schema(report, sarif_schema):
    from jsonschema.validators import validator_for

    log = json.loads(render(report, "sarif", Options(folders=("story",))))
    validator = validator_for(sarif_schema)(sarif_schema)
    assert [error.message for error in validator.iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator.iter_errors(log))


def test_sarif_regions_point_at_the_words(report):
    log = json.loads(render(report, "sarif", Options(folders=("story",))))
    texts = {source.id: source.text for source in report.sources}
    for result in log["runs"][0]["results"]:
        for place in result["locations"] + result["relatedLocations"]:
            physical = place["physicalLocation"]
            region = physical["region"]
            text = texts[physical["artifactLocation"]["uri"].removeprefix("story/")]
            line = text.split("\n")[region["startLine"] - 1]
            words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words == region["snippet"]["text"]
            at = region["charOffset"]
            assert text[at : at + region["charLength"]] == words


def test_sarif_results_have_rules_and_fingerprints(report):
    (run,) = json.loads(render(report, "sarif"))["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == rules
    prints = [result["partialFingerprints"]["discrepancyFinding/v1"] for result in run["results"]]
    assert prints == [finding.id for finding in report.findings]


def test_sarif_points_first_at_the_two_places_that_clash(report):
    (run,) = json.loads(render(report, "sarif"))["runs"]
    for finding, result in zip(report.findings, run["results"], strict=True):
        clash = finding.clash
        sides = zip((clash.a, clash.b), clash.cited or (0, 0), strict=True)
        cited = [finding.readings[number].claims[place].text for number, place in sides]
        first = [*result["locations"], *result["relatedLocations"]][:2]
        shown = [place["physicalLocation"]["region"]["snippet"]["text"] for place in first]
        assert shown == cited
        places = sum(len(reading.claims) for reading in finding.readings)
        assert len(result["locations"]) + len(result["relatedLocations"]) == places


def test_github_is_told_of_each_finding_at_its_lines(report):
    *commands, summary = render(report, "github", Options(folders=("story",))).splitlines()
    assert not summary.startswith("::")
    assert len(commands) == len(report.findings) + len(report.unread)
    pattern = r"::(error|warning|notice) file=story/[^,:]+,line=\d+,endLine=\d+"
    for finding, told in zip(report.findings, commands, strict=False):
        assert re.match(pattern, told), told
        assert finding.id in told
    levels = [told.split(" ")[0] for told in commands]
    assert levels.count("::error") == len(report.conflicts)


@given(st.text(), st.text())
def test_nothing_in_a_message_ends_a_command_or_begins_another(message, title):
    told = command("error", message, title=title)
    assert "\n" not in told
    assert "\r" not in told
    assert told.split("::")[1].startswith("error title=")


def test_a_claim_review_reviews_a_sentence_of_its_source(report):
    graph = json.loads(render(report, "claimreview"))
    texts = " ".join(" ".join(source.text for source in report.sources).split())
    for review in graph["@graph"]:
        sentence = review["claimReviewed"]
        assert sentence[-1] in ".?!…”\"’'"
        assert " " in sentence
        assert sentence.rstrip(".") in texts


def test_claim_reviews_leave_the_rating_to_a_person(report):
    graph = json.loads(render(report, "claimreview"))
    assert graph["@context"] == "https://schema.org"
    reviews = graph["@graph"]
    assert len(reviews) == sum(len(finding.readings) for finding in report.conflicts)
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert "ratingValue" not in review["reviewRating"]
        assert review["itemReviewed"]["appearance"]
    first = reviews[0]["itemReviewed"]["appearance"][0]
    assert first["url"] == "https://courier.example/ferry"
    assert first["datePublished"] == "2026-03-03"


def test_annotations_select_the_words_by_quote_and_by_position(report):
    page = json.loads(render(report, "annotations"))
    texts = {source.url or source.id: source.text for source in report.sources}
    claims = [c for f in report.findings for r in f.readings for c in r.claims]
    assert len(page["items"]) == len(claims)
    assert len({item["id"] for item in page["items"]}) == len(claims)
    for item in page["items"]:
        text = texts[item["target"]["source"]]
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_junit_counts_conflicts_as_failures(report):
    suite = ElementTree.fromstring(render(report, "junit"))
    assert suite.get("failures") == str(len(report.conflicts))
    assert len(suite.findall("testcase/failure")) == len(report.conflicts)


def test_junit_is_read_by_the_library_for_it(report):
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suite = junitparser.TestSuite.fromstring(render(report, "junit"))
    results = [result for case in suite for result in case.result]
    assert suite.tests == len(list(suite))
    assert suite.failures == sum(isinstance(one, junitparser.Failure) for one in results)
    assert suite.skipped == sum(isinstance(one, junitparser.Skipped) for one in results)
    assert suite.failures + suite.skipped == len(results)
    assert all(one.message for one in results)


@pytest.mark.parametrize(
    "form", ["sarif", "claimreview", "annotations", "junit", "csv", "markdown", "github"]
)
def test_an_empty_report_is_written(form):
    assert render(Report(), form)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", "file:///a", "", None],
)
def test_only_addresses_of_the_web_become_links(url):
    assert web_address(url) is None


def test_sarif_finds_the_file_of_a_renamed_document_and_claims_no_lines_of_a_page(tmp_path):
    text = "---\nid: a.txt\n---\nFive boats sank.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>Six boats sank.</p>", encoding="utf-8")
    places = [("a.txt", text, "Five"), ("b.html", "Six boats sank.", "Six")]
    readings = [
        {
            "value": {"text": words},
            "claims": [
                {
                    "document": name,
                    "start": text.index(words),
                    "end": text.index(words) + len(words),
                    "text": words,
                }
            ],
        }
        for name, text, words in places
    ]
    finding = {
        "id": "f1",
        "verdict": "conflict",
        "kind": "quantity",
        "measurand": "boats",
        "because": "five is not six",
        "readings": readings,
        "disagreements": [],
    }
    files = {"a.txt": "a.md"}
    sources = [
        {"id": name, "text": text, "file": files.get(name, name)} for name, text, _ in places
    ]
    report = Report.model_validate({"findings": [finding], "sources": sources, "claims": 2})
    written = json.loads(render(report, "sarif", Options(folders=(str(tmp_path),))))
    (result,) = written["runs"][0]["results"]
    first, second = (
        place["physicalLocation"] for place in result["locations"] + result["relatedLocations"]
    )
    assert first["artifactLocation"]["uri"].endswith("a.md")
    assert first["region"]["startLine"] == 4
    assert second["artifactLocation"]["uri"].endswith("b.html")
    assert "region" not in second
