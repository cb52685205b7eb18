"""Looking up what a page in a browser shows, for the tests in browser/."""


def css(browser, query):
    """All elements of a CSS query."""
    return browser.find_elements("css selector", query)


def one(browser, query):
    """The first element of a CSS query; it must be there."""
    return browser.find_element("css selector", query)


def displayed(browser, query):
    """Those that are seen."""
    return [element for element in css(browser, query) if element.is_displayed()]


def words(element):
    """The text of an element, that of folded parts too."""
    return element.get_attribute("textContent")


def narrow(browser, wide=360):
    """How wide the page becomes on a screen of so many pixels."""
    screen = {"width": wide, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    found = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return found


LOOKS = [(theme, width) for theme in ("light", "dark") for width in (390, 1440)]
"""In which colours and on which widths of a screen axe looks at a page."""
