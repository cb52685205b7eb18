"""Takes the pictures of the HTML report in docs/images: light, dark, on a phone, and on paper.

Run it from the checkout, where chromium and its driver are installed:

    python docs/screenshots.py
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from discrepancy import cli

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
VIEWS = {
    "report-light.png": ("light", 1440, 1000),
    "report-dark.png": ("dark", 1440, 1000),
    "report-narrow.png": ("light", 360, 1000),
    "report-print.png": ("light", 794, 1123),  # A4 at 96 dots an inch
}


def main() -> int:
    """Write each view of the report of seeds/."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        cli.main(["check", str(ROOT / "seeds"), "--output", str(page), "--fail-on", "never"])
        browser = _browser()
        for name, (theme, width, height) in VIEWS.items():
            _take(browser, page, IMAGES / name, theme, width, height)
        browser.quit()
    return 0


def _browser() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for switch in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(switch)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def _take(
    browser: webdriver.Chrome, page: Path, image: Path, theme: str, width: int, height: int
) -> None:
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    paper = image.stem.endswith("print")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print" if paper else ""})
    browser.get(page.as_uri())
    if paper:
        browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    browser.execute_script(f"document.body.dataset.theme = '{theme}'")
    if width > 1000:  # show the words of the first finding in its text
        browser.execute_script(
            "const link = document.querySelector('#findings cite a'); if (link) link.click();"
            "scrollTo(0, 0); document.activeElement.blur()"
        )
    time.sleep(0.8)
    browser.save_screenshot(str(image))


if __name__ == "__main__":
    sys.exit(main())
