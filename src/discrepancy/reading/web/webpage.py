"""The article of a web page, and what the page says of itself (extra `html`)."""

import re
from typing import Any

from discrepancy.errors import UnreadableSource
from discrepancy.extras import library
from discrepancy.patterns import pattern
from discrepancy.reading.files.decoding import decoded
from discrepancy.reading.files.limits import LIMITS, MEGABYTE, Limits
from discrepancy.reading.files.silence import silent
from discrepancy.reading.web.pagedata import page_data
from discrepancy.reading.web.pageparts import pruned
from discrepancy.source import Source

_LOUD = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def page(content: bytes, name: str, address: str | None = None, limits: Limits = LIMITS) -> Source:
    """The article of an HTML page.

    Args:
        content: the page.
        name: the id of the document.
        address: where it was fetched, if that is known.
        limits: how much of a page may be.

    Raises:
        UnreadableSource: the page holds no article.
        MissingExtra: the library that reads pages is not installed.
    """
    library("trafilatura", "html", "to read web pages")
    markup = _page(decoded(content))
    with silent(*_LOUD):
        tree = parsed(markup, limits)
        told = page_data(tree, address)
        note = pruned(tree, told.title)
        text = _text(tree)
    if not text.strip():
        raise UnreadableSource("the page holds no article text")
    printed = told.printed
    return Source(
        id=name,
        text=under_title(text, told.title),
        title=told.title,
        outlet=told.outlet,
        url=told.address,
        published=printed.moment.day if printed else None,
        published_at=printed.moment.at if printed else None,
        published_from=printed.told if printed else None,
        notes=(note,) if note else (),
    )


def _page(markup: str) -> str:
    """A fragment of HTML as a page of its own, else nothing is read from it."""
    is_page = "<html" in markup[:5000].lower() or "<body" in markup.lower()
    return markup if is_page else f"<html><body>{markup}</body></html>"


def parsed(markup: str, limits: Limits = LIMITS) -> Any:
    """The tree of a page.

    Raises:
        UnreadableSource: it has no element at all, or more of them than are read.
    """
    from lxml import html

    _refuse_endless(markup, limits)
    try:
        return html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError) as error:
        raise UnreadableSource(f"the page cannot be read: {error}") from None


def _refuse_endless(markup: str, limits: Limits) -> None:
    """A page of a million elements, or an element of a million attributes, is no article's.

    Scripts, styles and pictures that stand in the page itself cost little, and may be long.
    """
    tags = markup.count("<")
    if tags > limits.tags:
        raise UnreadableSource(f"the page has {tags:,} tags, and at most {limits.tags:,} are read")
    size = len(markup) - sum(len(found[0]) for found in _pictures().finditer(markup))
    began = None
    for found in _scripts().finditer(markup):
        if found[1] and began is not None:
            size, began = size - (found.start() - began), None
        elif not found[1] and began is None:
            began = found.end()
    if size > limits.page:
        told = f"{size / MEGABYTE:,.1f} MB, and at most {limits.page / MEGABYTE:,.1f} MB are read"
        raise UnreadableSource(f"the page's markup has {told}")


_pictures = pattern(r"data:[^\s\"'<>)]{100,}+")
_scripts = pattern(r"<(/?)(?:script|style)\b", re.IGNORECASE)


def _text(tree: Any) -> str:
    """The article's text, a paragraph a line."""
    import trafilatura
    from lxml import html

    markup = html.tostring(tree, encoding="unicode")
    found = trafilatura.bare_extraction(
        markup, with_metadata=False, include_comments=False, include_tables=True, favor_recall=True
    )
    # A page of a sentence or two is too short for it to tell what is the article.
    text = getattr(found, "text", None)
    return text if isinstance(text, str) and text.strip() else str(trafilatura.html2txt(markup))


def under_title(text: str, title: str | None) -> str:
    """A text below its title, unless it begins with it."""
    if not title or " ".join(text[: 2 * len(title)].split()).startswith(title):
        return text
    return f"{title}\n\n{text}"
