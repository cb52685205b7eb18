"""The HTML report of seeds/ in a real browser, opened from disk as a reader would."""

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from discrepancy import cli
from discrepancy.finding import Citation, Disagreement, Finding, Reading, Report, Verdict
from discrepancy.reporting import Options, render
from discrepancy.reporting.deciding import decisions
from discrepancy.source import Source

from .browsing import LOOKS, css, displayed, narrow, one, words

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The report of seeds/ as a file."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    cli.main(["check", str(SEEDS), "--output", str(path), "--fail-on", "never"])
    return path


@pytest.fixture
def opened(browser, page, requests):
    """The page freshly opened; afterwards its console and its requests must be empty."""
    requests()
    browser.get_log("browser")
    browser.get(page.as_uri())
    browser.execute_script("localStorage.clear()")
    browser.get(page.as_uri())
    yield browser
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    assert requests() == []


def shown(browser):
    return displayed(browser, "#findings .dx-finding")


def keys(browser, text):
    one(browser, "body").send_keys(text)


def pact(browser):
    """The finding on the day of the pact."""
    cards = css(browser, "#findings .dx-finding[data-tone='conflict'][data-kind='date']")
    (card,) = (card for card in cards if "summer" in words(card) and "June" in words(card))
    return card


def test_filtering_to_conflicts_shows_conflicts_alone(opened):
    everything = len(css(opened, "#findings .dx-finding"))
    tile = one(opened, ".tile[data-show='conflict']")
    tile.click()
    assert tile.get_attribute("aria-pressed") == "true"
    assert {card.get_attribute("data-tone") for card in shown(opened)} == {"conflict"}
    assert one(opened, "#count").text == f"{len(shown(opened))} of {everything} shown"
    tile.click()
    assert len(shown(opened)) == everything


def test_a_finding_leads_to_the_words_and_the_words_lead_back(opened):
    one(opened, ".tile[data-show='conflict']").click()
    card = pact(opened)
    if not card.get_attribute("open"):
        one(card, "summary").click()
    link = one(card, "cite a")
    link.click()
    (mark,) = css(opened, ".dx-m.lit")
    assert mark.is_displayed()
    assert words(mark) == words(one(card, "mark"))
    assert opened.execute_script(
        "const r = arguments[0].getBoundingClientRect();"
        "return r.top >= 0 && r.bottom <= innerHeight",
        settled(opened, mark),
    )
    opened.execute_script("arguments[0].open = false", card)
    mark.click()
    assert card.get_attribute("open") is not None
    assert opened.current_url.endswith("#" + card.get_attribute("id"))


def settled(browser, element):
    """The element, once the page has stopped scrolling."""
    browser.execute_async_script(
        "const done = arguments[1]; let last = null; const look = () => {"
        "const now = arguments[0].getBoundingClientRect().top;"
        "if (now === last) done(); else { last = now; setTimeout(look, 120); } }; look();",
        element,
    )
    return element


def test_searching_keeps_what_holds_the_words(opened):
    one(opened, "#search").send_keys("Kursk")
    found = shown(opened)
    assert found
    assert all("kursk" in words(card).lower() for card in found)
    hidden = [card for card in css(opened, "#findings .dx-finding") if card not in found]
    assert all("kursk" not in words(card).lower() for card in hidden)
    assert opened.execute_script("return CSS.highlights.get('sought').size") > 0
    one(opened, "#search").send_keys(" zzz")
    assert one(opened, "#none").is_displayed()
    one(opened, "#clear").click()
    assert len(shown(opened)) == len(css(opened, "#findings .dx-finding"))


@pytest.mark.parametrize("name", ["kind", "source", "said"])
def test_each_filter_keeps_what_it_names(opened, name):
    selects = css(opened, f"#by-{name}")
    if not selects:
        pytest.skip(f"the findings of seeds/ have one {name} at most")
    choice = css(selects[0], "option")[1]
    choice.click()
    value = choice.get_attribute("value")
    found = shown(opened)
    assert found
    assert all(value in card.get_attribute(f"data-{name}").split() for card in found)


def test_the_order_can_be_changed(opened):
    one(opened, "#order option[value='sources']").click()
    for section in css(opened, "[data-group]"):
        cards = css(section, ".dx-finding")
        counts = [int(card.get_attribute("data-sources")) for card in cards]
        assert counts == sorted(counts, reverse=True)


def test_dark_and_light_are_a_button_and_are_remembered(opened, page):
    def paper():
        return opened.execute_script("return getComputedStyle(document.body).backgroundColor")

    light = paper()
    one(opened, "#theme").click()
    dark = paper()
    assert dark != light
    assert one(opened, "#theme").get_attribute("aria-pressed") == "true"
    opened.get(page.as_uri())
    assert paper() == dark
    keys(opened, "t")
    assert paper() == light


def test_the_keyboard_walks_opens_and_searches(opened):
    keys(opened, "j")
    keys(opened, "j")
    first, second = shown(opened)[:2]
    assert "current" in second.get_attribute("class")
    active = opened.switch_to.active_element
    assert active == one(second, "summary")
    before = second.get_attribute("open")
    active.send_keys("\ue007")  # Enter
    assert second.get_attribute("open") != before
    keys(opened, "k")
    assert "current" in first.get_attribute("class")
    keys(opened, "o")
    assert css(opened, ".dx-m.lit")
    keys(opened, "/")
    assert opened.switch_to.active_element == one(opened, "#search")
    opened.switch_to.active_element.send_keys("zzz")
    assert not shown(opened)
    opened.switch_to.active_element.send_keys("\ue00c")  # Escape
    assert shown(opened)
    keys(opened, "?")
    assert one(opened, "#help").is_displayed()


def test_a_finding_can_be_copied_as_text(opened):
    opened.execute_script(
        "Object.defineProperty(navigator, 'clipboard',"
        "{value: {writeText: async (text) => { window.copied = text; }}})"
    )
    card = shown(opened)[0]
    one(card, ".copy").click()
    copied = opened.execute_script("return window.copied")
    assert copied.startswith(words(one(card, ".dx-title")).strip())
    for quote in css(card, ".dx-quote mark"):
        assert " ".join(words(quote).split()) in copied


def saved(browser):
    """The file of decisions that the page would save."""
    browser.execute_script(
        "URL.createObjectURL = (blob) => { window.blob = blob; return '#'; };"
        "HTMLAnchorElement.prototype.click = () => {};"
    )
    one(browser, "#save-decisions").click()
    return browser.execute_async_script("window.blob.text().then(arguments[0])")


def test_decisions_are_kept_by_the_browser_and_saved_as_the_file_that_review_keeps(
    opened, page, tmp_path
):
    assert not one(opened, "#save-decisions").is_displayed()
    first, second, third = shown(opened)[:3]
    note = 'ask "both" \\ again'
    one(first, "[data-verdict=confirmed]").click()
    one(first, ".dx-decide input").send_keys(note + Keys.TAB)
    one(second, "[data-verdict=dismissed]").click()
    one(third, "[data-verdict=dismissed]").click()
    one(third, "[data-verdict=dismissed]").click()  # taken back
    names = [card.get_attribute("data-finding") for card in (first, second, third)]
    opened.get("about:blank")
    opened.get(page.as_uri())
    first, second, third = shown(opened)[:3]
    assert words(one(first, ".dx-decided")) == "confirmed"
    assert "dismissed" in second.get_attribute("class")
    assert not one(third, ".dx-decided").is_displayed()
    file = tmp_path / "saved.toml"
    file.write_text(saved(opened), encoding="utf-8")
    kept = decisions.load(file)
    assert {name: one.verdict for name, one in kept.items()} == {
        names[0]: "confirmed",
        names[1]: "dismissed",
    }
    assert kept[names[0]].note == note
    home = tmp_path / "decisions.toml"
    told = ["review", str(SEEDS), "--decisions", str(home), "--take", str(file)]
    assert cli.main(told) == 0
    assert decisions.load(home) == kept


def test_an_address_with_a_finding_opens_it(opened, page):
    name = shown(opened)[-1].get_attribute("id")
    opened.get("about:blank")
    opened.get(f"{page.as_uri()}#{name}")
    assert one(opened, f"#{name}").get_attribute("open") is not None


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_axe_finds_nothing_serious(opened, serious, theme, width):
    assert serious(theme, width) == []


def test_a_narrow_screen_needs_no_sideways_scrolling(opened):
    assert narrow(opened, 360) <= 360


PAST = """
const cards = [...document.querySelectorAll('.dx-finding')];
return cards.flatMap((card) => {
  const edge = card.getBoundingClientRect().right;
  const inside = [...card.querySelectorAll('*')].filter((one) => !one.closest('.dx-scroll > *'));
  return inside.filter((one) => one.getBoundingClientRect().right > edge + 0.5)
    .map((one) => `${card.id}: ${one.tagName} ${one.textContent.slice(0, 60)}`);
});
"""
"""What reaches past the right edge of its card; a table that scrolls may be wider inside."""


@pytest.fixture
def phone(browser):
    screen = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_runs_past_its_card_on_a_phone(opened, phone):
    phone.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert phone.execute_script(PAST) == []
    pictures = css(phone, ".dx-picture svg")
    assert pictures
    assert all(0 < picture.size["width"] <= 330 for picture in pictures)


def test_long_words_and_a_long_toll_stay_on_their_card_on_a_phone(phone, tmp_path):
    word = "Norby" * 60
    source = Source(id=f"{word}.txt", text=word, outlet=word, published="2024-11-20")
    readings = [
        Reading(
            value={"low": figure, "high": figure, "unit": "person"},
            claims=[
                Citation(
                    document=source.id,
                    start=0,
                    end=9,
                    text=word[:9],
                    attribution=f"{word} {figure}",
                    as_of=f"2024-11-{figure}",
                )
            ],
        )
        for figure in range(10, 20)
    ]
    clash = Disagreement(a=0, b=1, verdict=Verdict.UPDATE, level=word, because=word)
    finding = Finding(
        id="q-1",
        verdict=Verdict.UPDATE,
        kind="quantity",
        measurand=word,
        because=word,
        readings=readings,
        disagreements=[clash],
    )
    path = tmp_path / "long.html"
    report = Report(findings=[finding], sources=[source], claims=10)
    path.write_text(render(report, "html", Options(title=word)), encoding="utf-8")
    phone.get(path.as_uri())
    phone.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert css(phone, ".dx-toll")
    assert phone.execute_script(PAST) == []
    assert phone.execute_script("return document.documentElement.scrollWidth") <= 360


def test_without_scripts_all_findings_and_texts_are_there(browser, page):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page.as_uri())
        texts = css(browser, ".text")
        assert len(texts) > 1
        assert all(text.is_displayed() for text in texts)
        assert shown(browser)
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


HOSTILE = (
    "<script>window.ran = 1</script></textarea></title></script>"
    '"><img src=x onerror="window.ran = 2"> javascript:window.ran=3 \u202eback\u202c'
)


def test_a_hostile_document_runs_nothing(browser, tmp_path, requests):
    source = Source(
        id="<b>.txt", text=HOSTILE, outlet=HOSTILE, title=HOSTILE, url="javascript:window.ran=4"
    )
    cited = Citation(document=source.id, start=0, end=8, text=HOSTILE[:8], attribution=HOSTILE)
    finding = Finding(
        id="f1",
        verdict=Verdict.CONFLICT,
        kind="quote",
        measurand=HOSTILE,
        because=HOSTILE,
        readings=[
            Reading(value={"text": HOSTILE}, claims=[cited]),
            Reading(value={"text": "calm"}, claims=[cited]),
        ],
        disagreements=[
            Disagreement(a=0, b=1, verdict=Verdict.CONFLICT, level="x", because=HOSTILE)
        ],
    )
    path = tmp_path / "hostile.html"
    report = Report(findings=[finding], sources=[source], claims=2, notes=[HOSTILE])
    path.write_text(render(report, "html", Options(title=HOSTILE)), encoding="utf-8")
    requests()
    browser.get_log("browser")
    browser.get(path.as_uri())
    for link in css(browser, "a, summary, button"):
        if link.is_displayed():
            browser.execute_script("arguments[0].click()", link)
    assert browser.execute_script("return window.ran") is None
    assert browser.execute_script("return document.scripts.length") == 1
    assert requests() == []
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    bare = browser.execute_script("return document.querySelector('.words').textContent")
    assert bare.startswith("<script>window.ran = 1</script>")
