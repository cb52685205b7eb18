"""Each format for other tools, of a report and of a proof, fits what is published of it."""

import copy
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import discrepancy as dx
from discrepancy.finding import Report
from discrepancy.reporting import Options, proofed, render
from discrepancy.source import Unread

SCHEMAS = Path(__file__).parent.parent / "files" / "schemas"
OPTIONS = Options(folders=("story",), possible=True)

COMMAND = re.compile(
    r"::(?P<name>error|warning|notice)(?: (?P<properties>[^:\r\n]*))?::(?P<message>[^\r\n]*)"
)
"""docs.github.com, Workflow commands for GitHub Actions: ::command name=value,name=value::message.
What would end a value or the command is written %25, %0D, %0A, %3A, %2C, as actions/toolkit does
in packages/core/src/command.ts."""
PROPERTIES = {
    "title": r".+",
    "file": r"[^/].*",
    "line": r"[1-9]\d*",
    "endLine": r"[1-9]\d*",
    "col": r"[1-9]\d*",
    "endColumn": r"[1-9]\d*",
}
"""The properties that the page lists, and what each can be."""


@pytest.fixture(scope="module")
def reports(report):
    """A story, one with a document that was not read, a check of the real stages, and nothing."""
    texts = [
        "The blast at the mill killed nine people, the mayor, Ines Okoro, said.",
        "The blast at the mill killed six people, police said: 50% of them, at 3,000 °C.",
    ]
    unread = [Unread(document="c.pdf", because="it is empty")]
    return [report, report.model_copy(update={"unread": unread}), dx.check(texts), Report()]


@pytest.fixture(scope="module")
def proof():
    return dx.proof("Nine people drowned.", against=["The ferry sank. Six people drowned."])


def _validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _put(value, path, place):
    *within, last = path
    for key in within:
        place = place[key]
    place[last] = value


@pytest.fixture(scope="module")
def claim_review():
    return _validator("claimreview.schema.json")


def test_claim_reviews_fit_the_vocabulary_of_schema_org(reports, claim_review):
    for one in reports:
        graph = json.loads(render(one, "claimreview", OPTIONS))
        assert [error.message for error in claim_review.iter_errors(graph)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["claimReviewed"], None),
        (["reviewRating", "ratingWords"], "false"),
        (["itemReviewed", "author"], {"@type": "Thing", "name": "police"}),
        (["itemReviewed", "appearance"], []),
        (["itemReviewed", "datePublished"], "3 March 2026"),
        (["url"], "javascript:alert(1)"),
        (["@type"], "Recipe"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_refused(report, claim_review, path, value):
    graph = copy.deepcopy(json.loads(render(report, "claimreview", OPTIONS)))
    _put(value, path, graph["@graph"][0])
    assert not claim_review.is_valid(graph)


@pytest.fixture(scope="module")
def annotations():
    return _validator("annotations.schema.json")


def test_annotations_fit_the_model_of_the_w3c(reports, annotations):
    for one in reports:
        page = json.loads(render(one, "annotations", OPTIONS))
        assert [error.message for error in annotations.iter_errors(page)] == []
        names = [item["id"] for item in page["items"]]
        assert len(names) == len(set(names))
        for item in page["items"]:
            places = [told for told in item["target"]["selector"] if "start" in told]
            assert all(place["start"] < place["end"] for place in places)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["motivation"], "judging"),
        (["type"], "Note"),
        (["id"], "no name"),
        (["bodyValue"], "two bodies"),
        (["target"], None),
        (["target", "source"], "with a space"),
        (["target", "selector", 0, "exact"], ""),
        (["target", "selector", 1, "start"], -1),
        (["body", 0, "value"], 3),
    ],
)
def test_what_the_model_does_not_know_is_refused(report, annotations, path, value):
    page = json.loads(render(report, "annotations", OPTIONS))
    _put(value, path, page["items"][0])
    assert not annotations.is_valid(page)


def test_junit_fits_the_published_schema(reports, proof):
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    written = [render(one, "junit", OPTIONS) for one in reports]
    for suite in [*written, proofed.render(proof, "junit", OPTIONS)]:
        schema.assertValid(etree.fromstring(suite))
    wrong = written[0].replace("<failure", "<conflict", 1).replace("</failure", "</conflict", 1)
    assert not schema.validate(etree.fromstring(wrong))


def test_github_is_told_in_the_grammar_of_its_commands(reports, proof):
    written = [render(one, "github", OPTIONS) for one in reports]
    lines = [*"".join(written).splitlines(), *proofed.render(proof, "github", OPTIONS).splitlines()]
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) >= sum(len(one.findings) for one in reports)
    for line in commands:
        told = COMMAND.fullmatch(line)
        assert told, line
        given = [pair.split("=", 1) for pair in (told["properties"] or "").split(",") if pair]
        assert len({name for name, _ in given}) == len(given)
        for name, value in given:
            assert re.fullmatch(PROPERTIES[name], value), line
        places = dict(given)
        assert ("endColumn" in places) == ("col" in places)
        if "col" in places:  # "columns are told within one line alone"
            assert places["line"] == places["endLine"]
            assert int(places["col"]) <= int(places["endColumn"])
    for line in set(lines) - set(commands):  # a line of the log begins no command of the older kind
        assert "##[" not in line
        assert "::" not in line[:2]
