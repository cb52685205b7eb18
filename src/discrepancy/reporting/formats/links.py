"""Which addresses of a source may become links: those of the web alone."""

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address, if a reader may follow it; None for scripts, files and what is no address.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url or not url.isprintable():
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None
