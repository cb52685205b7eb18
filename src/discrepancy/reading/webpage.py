"""The main text of a web page, and what the page says of itself (extra `html`)."""

from discrepancy.errors import UnreadableSource
from discrepancy.reading.decoding import decoded
from discrepancy.reading.extras import library
from discrepancy.reading.frontmatter import stated_day
from discrepancy.source import Source


def page(content: bytes, name: str) -> Source:
    """The article of an HTML page.

    Raises:
        UnreadableSource: the extra is not installed, or the page holds no article.
    """
    trafilatura = library("trafilatura", "html", "HTML")
    markup = _page(decoded(content))
    found = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=True
    )
    # A page of a sentence or two is too short for it to tell what is the article.
    text = _word(found, "text") or trafilatura.html2txt(markup)
    if not text.strip():
        raise UnreadableSource("the page holds no article text")
    title = _word(found, "title")
    return Source(
        id=name,
        text=text if not title or text.startswith(title) else f"{title}\n\n{text}",
        title=title,
        outlet=_word(found, "sitename"),
        url=_word(found, "url"),
        published=stated_day(_word(found, "date") or ""),
    )


def _page(markup: str) -> str:
    """A fragment of HTML as a page of its own, else nothing is read from it."""
    is_page = "<html" in markup[:5000].lower() or "<body" in markup.lower()
    return markup if is_page else f"<html><body>{markup}</body></html>"


def _word(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return value if isinstance(value, str) and value.strip() else None
