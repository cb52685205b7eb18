"""The page of `discrepancy serve` in a real browser: decided there, kept beside the story."""

import signal
import subprocess
import sys
import time

import pytest
from selenium.webdriver.common.keys import Keys

from discrepancy.reporting.deciding import decisions

from .browsing import one

SIX = "A blast at Norby killed six people on Monday. The hall cost 12 million euros."
NINE = "A blast at Norby killed nine people on Monday. The hall cost 12 million euros."


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The folder of a story and its address; the server ends with 0 on Ctrl-C."""
    pytest.importorskip("starlette", reason="the extra serve is not installed")
    pytest.importorskip("uvicorn", reason="the extra serve is not installed")
    folder = tmp_path_factory.mktemp("norby")
    (folder / "a.txt").write_text(SIX)
    command = [sys.executable, "-m", "discrepancy", "serve", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            yield folder, server.stdout.readline().strip()
            server.send_signal(signal.SIGINT)
            told = server.communicate(timeout=10)[1]
        finally:
            server.kill()
    assert server.returncode == 0
    assert str(folder / "decisions.toml") in told


@pytest.fixture
def story(address):
    """The folder with two accounts that differ, and nothing decided."""
    folder, _ = address
    for file in folder.glob("[!.]*"):
        file.unlink()
    (folder / "a.txt").write_text(SIX)
    (folder / "b.txt").write_text(NINE)
    return folder


@pytest.fixture
def served(story, address, browser):
    """The browser at the page of the story; its console stays empty."""
    browser.get_log("browser")
    browser.get(address[1])
    yield browser
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    browser.get("about:blank")


def until(look, seconds=8):
    """The first true answer, asked for again and again."""
    from selenium.common.exceptions import WebDriverException

    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            if found := look():
                return found
        except WebDriverException:  # the page is loading itself again
            pass
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s")


def kept(story):
    found = decisions.load(story / "decisions.toml")
    return {(str(decision.verdict), decision.note) for decision in found.values()}


def test_what_is_decided_on_the_page_is_kept_beside_the_story_at_once(served, story):
    one(served, "[data-verdict=confirmed]").click()
    until(lambda: kept(story) == {("confirmed", "")})
    one(served, ".dx-decide input").send_keys('ask "both" again' + Keys.TAB)
    until(lambda: kept(story) == {("confirmed", 'ask "both" again')})
    assert not one(served, "#save-decisions").is_displayed()
    served.refresh()
    until(lambda: one(served, ".dx-decided").text == "confirmed")
    assert one(served, ".dx-decide input").get_attribute("value") == 'ask "both" again'
    assert "1 decision is kept" in one(served, "#kept").text
    one(served, "[data-verdict=confirmed]").click()
    one(served, ".dx-decide input").clear()
    one(served, ".dx-decide input").send_keys(Keys.TAB)
    until(lambda: kept(story) == set())


def test_a_decision_made_elsewhere_shows_on_the_open_page(served, story):
    name = one(served, "[data-finding]").get_attribute("data-finding")
    other = decisions.Decision(finding=name, verdict="dismissed", note="by review")
    decisions.change(story / "decisions.toml", {name: other})
    until(lambda: one(served, ".dx-decided").text == "dismissed")
    assert one(served, ".dx-decide input").get_attribute("value") == "by review"


def test_the_page_keeps_up_with_the_story(served, story):
    one(served, ".dx-finding summary").click()  # closed by hand, it stays closed
    (story / "b.txt").write_text(SIX)
    (story / "c.txt").write_text(NINE.replace("nine", "eleven").replace("12", "19"))
    until(lambda: "3 sources" in one(served, ".lead").text)
    until(lambda: "eleven" in one(served, "#findings").get_attribute("textContent"))
    (story / "c.txt").unlink()
    until(lambda: "2 sources" in one(served, ".lead").text)


def test_a_story_that_cannot_be_read_any_more_is_said_and_the_page_stays(served, story):
    for name in ("a.txt", "b.txt"):
        (story / name).unlink()
    until(lambda: "holds no documents" in one(served, "#kept").text)
    assert one(served, ".dx-finding").is_displayed()
