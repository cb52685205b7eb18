"""The examples of README and docs run, their links lead somewhere, their commands exist."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from discrepancy import cli
from discrepancy.testing import known

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#([\w-]+))?\)")


def _blocks(page, language):
    text = page.read_text(encoding="utf-8")
    return [body for found, body in FENCE.findall(text) if found == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_run(page):
    examples = "\n".join(body for body in _blocks(page, "python") if ">>>" in body)
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    told = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert "".join(told) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_links_lead_somewhere(page):
    for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
        there = (page.parent / target).resolve()
        assert there.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in [title.lower().replace(" ", "-") for title in titles]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_are_known_to_the_parser(page):
    commands = re.findall(r"^discrepancy .+$", "\n".join(_blocks(page, "")), re.MULTILINE)
    for command in commands:
        assert cli._parser().parse_args(shlex.split(command)[1:]) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_known_conflicts_are_of_the_format(page, tmp_path):
    for number, body in enumerate(_blocks(page, "toml")):
        path = tmp_path / f"{number}.conflicts.toml"
        path.write_text(body, encoding="utf-8")
        assert known.read(path).conflict


def test_the_test_of_the_readme_runs(pytester):
    (suite,) = (body for body in _blocks(ROOT / "README.md", "python") if "def test" in body)
    story = pytester.mkdir("story")
    (story / "a.txt").write_text(
        "The two towns signed the treaty in the summer of 2023.", encoding="utf-8"
    )
    (story / "b.txt").write_text("The two towns signed the treaty in June 2024.", encoding="utf-8")
    (entries,) = _blocks(ROOT / "README.md", "toml")
    (story / "treaty.conflicts.toml").write_text(entries, encoding="utf-8")
    pytester.makepyfile(suite)
    pytester.runpytest().assert_outcomes(passed=2)
