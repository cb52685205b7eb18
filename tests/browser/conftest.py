"""A real browser for the pages: Debian's chromium, and axe-core to judge what it shows."""

import fcntl
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AXE = "axe-core@4.14.1"


@pytest.fixture(scope="session")
def chromium():
    """The browser's and its driver's programs, installed where they are missing and can be."""
    pytest.importorskip("selenium", reason="selenium is not installed")
    with (Path(tempfile.gettempdir()) / "discrepancy-browser.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test processes, one installation
        ended = subprocess.run(
            ["sh", HERE / "set-up.sh"], capture_output=True, text=True, timeout=400, check=False
        )
    if ended.returncode:
        pytest.skip(f"no browser: {ended.stdout.strip()}")
    return shutil.which("chromium"), shutil.which("chromedriver")


@pytest.fixture(scope="module")
def browser(chromium):
    """A headless window of a desk's size that keeps its console and its requests."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    program, driver = chromium
    options = webdriver.ChromeOptions()
    options.binary_location = program
    switches = "--headless=new --no-sandbox --disable-gpu --window-size=1440,900"
    for switch in (*switches.split(), "--force-prefers-reduced-motion"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    window = webdriver.Chrome(options=options, service=Service(driver))
    yield window
    window.quit()


@pytest.fixture(scope="session")
def axe(request, fetch):
    """The source of axe-core, fetched once by npm."""
    home = request.config.cache.mkdir("axe")
    path = home / "node_modules/axe-core/axe.min.js"
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            fetch(AXE, home)
    return path.read_text(encoding="utf-8")


@pytest.fixture
def requests(browser):
    """The addresses that the page has asked the network for since the last look."""

    def since():
        asked = []
        for entry in browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return [url for url in asked if not url.startswith(("file:", "data:", "about:"))]

    return since


@pytest.fixture
def serious(browser, axe):
    """What axe finds serious or critical on the page that is open, in a theme and at a width."""

    def found(theme, width):
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        browser.execute_script(f"document.body.dataset.theme = '{theme}'")
        browser.execute_script(
            "document.querySelectorAll('details').forEach(d => { d.open = true })"
        )
        browser.execute_script(axe)
        result = browser.execute_async_script(
            "const done = arguments[0]; axe.run({resultTypes: ['violations']}).then(done)"
        )
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        return [
            f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:200]}"
            for rule in result["violations"]
            if rule["impact"] in ("serious", "critical")
        ]

    return found
