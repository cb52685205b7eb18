"""The proof of docs/examples/draft.md in a real browser, opened from disk as a reader would."""

from pathlib import Path

import pytest

from discrepancy import cli

from .browsing import LOOKS, css, displayed, narrow, one, words

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "docs" / "examples" / "draft.md"
CARDS = "#mend .dx-finding"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The proof as a file."""
    path = tmp_path_factory.mktemp("proof") / "proof.html"
    asked = ["proof", str(DRAFT), "--against", str(ROOT / "seeds"), "--output", str(path)]
    assert cli.main([*asked, "--fail-on", "never"]) == 0
    return path


@pytest.fixture
def opened(browser, page, requests):
    """The page freshly opened; afterwards its console and its requests must be empty."""
    requests()
    browser.get_log("browser")
    browser.get("about:blank")
    browser.get(page.as_uri())
    yield browser
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    assert requests() == []


def shown(browser):
    return displayed(browser, CARDS)


def _own_words(title):
    """The words of the draft in a title, without those of the source that stand beside them."""
    told = words(title)
    for other in css(title, "ins"):
        told = told.replace(f" {words(other)}", "")
    return told


def test_every_card_has_its_mark_in_the_draft_and_the_draft_is_whole(opened):
    cards = css(opened, CARDS)
    assert cards
    text = words(one(opened, "#texts .words"))
    assert all(_own_words(one(card, ".dx-title")) in text for card in cards)
    places = [one(card, ".dx-note a").get_attribute("hash") for card in cards]
    assert all(css(opened, f"#texts {place}") for place in places)


def test_a_mark_leads_to_its_card_and_the_words_of_the_sources(opened):
    mark = css(opened, "#texts a.dx-m-conflict")[0]
    mark.click()
    card = one(opened, mark.get_attribute("hash"))
    assert card.get_attribute("open") is not None
    assert "current" in card.get_attribute("class")
    assert "lit" in mark.get_attribute("class")
    assert one(card, ".dx-quote mark").is_displayed()


def test_a_mark_has_a_sign_beside_its_colour(opened):
    signs = {
        tone: opened.execute_script(
            "return getComputedStyle(arguments[0], '::before').content",
            css(opened, f"#texts .dx-m-{tone}")[0],
        )
        for tone in ("conflict", "update", "agree")
    }
    assert len(set(signs.values())) == 3
    assert "none" not in signs.values()


def test_what_is_borne_out_is_folded_until_it_is_asked_for(opened):
    assert {card.get_attribute("data-tone") for card in shown(opened)} == {"conflict", "update"}
    tile = one(opened, ".tile[data-show='agree']")
    tile.click()
    assert tile.get_attribute("aria-pressed") == "true"
    assert {card.get_attribute("data-tone") for card in shown(opened)} == {"agree"}


def test_the_keyboard_walks_and_opens(opened):
    body = one(opened, "body")
    body.send_keys("j")
    body.send_keys("j")
    first, second = shown(opened)[:2]
    assert "current" in second.get_attribute("class")
    active = opened.switch_to.active_element
    assert active == one(second, "summary")
    before = second.get_attribute("open")
    active.send_keys("\ue007")  # Enter
    assert second.get_attribute("open") != before
    body.send_keys("k")
    assert "current" in first.get_attribute("class")
    body.send_keys("o")
    assert css(opened, "#texts .dx-m.lit")
    body.send_keys("?")
    assert one(opened, "#help").is_displayed()


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_axe_finds_nothing_serious(opened, serious, theme, width):
    assert serious(theme, width) == []


def test_a_narrow_screen_needs_no_sideways_scrolling(opened):
    assert narrow(opened, 360) <= 360
