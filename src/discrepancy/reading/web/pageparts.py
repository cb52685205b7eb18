"""Which part of a web page is its article: teasers, comments and further articles taken out.

What another library then makes of the rest is the text. Nothing is judged here by what the story
says, only by how the page is built and by the labels of data/furniture.toml.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from discrepancy.patterns import pattern
from discrepancy.reading.page.furniture import comments, is_over_links
from discrepancy.reading.page.lines import Line
from discrepancy.span import Span

_BLOCKS = ("p", "li", "blockquote", "td", "dd")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OF_AN_ARTICLE = 25
"""Words of running text that make what stands under a heading an article."""

_LONGEST_TEASER = 40
"""Words; a longer paragraph below a heading over links is of the article again."""


def pruned(tree: Any, title: str | None) -> str | None:
    """Take out of a page what is not its article; the note to be told, where there were several.

    Args:
        tree: the page, parsed by lxml; it is changed.
        title: the page's own title, by which the article is chosen where there are several.
    """
    everything = _prose(tree)
    _drop_named(tree, everything)
    _unfold_tables(tree)
    _drop_comments(tree)
    note = _drop_other_articles(tree, title)
    for heading in list(tree.iter(*_HEADINGS, "p", "div", "strong")):
        if heading.getparent() is not None and _is_over_links(heading):
            _drop_links_below(heading)
    return note


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _prose(tree: Any) -> int:
    """Words of running text."""
    return sum(len(_words(one).split()) for one in tree.iter("p"))


def _line(element: Any) -> Line:
    text = _words(element)
    return Line(Span(start=0, end=len(text)), text, 0)


def _drop(element: Any) -> None:
    """Take an element out, the text behind it kept."""
    above = element.getparent()
    if above is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            above.text = (above.text or "") + element.tail
    above.remove(element)


_aside = pattern(
    r"""(?ix)(?:^|[\s-])(?:related|trending|most-?(?:read|popular|viewed|shared)|popular|
        recommend(?:ed|ations?)?|promos?|teasers?|newsletters?|signup|sign-up|social|share(?:-?bar|
        -?tools|-?buttons|-?links|-?this)?|sharing|comments?|comment-?(?:list|section|area)|disqus|
        sidebar|side-bar|rail|breadcrumbs?|cookies?|consent|gdpr|advert\w*|ads?|ad-?slot|sponsor\w*|
        outbrain|taboola|tags?|tag-?list|masthead|logo|site-?(?:title|name|logo|header|footer|nav)|
        navbar|menu|footer|pagination|pager|gallery-?(?:count|nav)\w*|slide-?count|read-?(?:more|
        next|also)|more-?(?:from|on|stories|news)|also-?(?:on|read|in)|up-?next|you-?may\S*|
        next-?(?:article|story)|paywall|subscribe|skip-?link|print-?only|visually-hidden|sr-only|
        screen-reader-text)(?:[\s-]|$)"""
)


def _drop_named(tree: Any, everything: int) -> None:
    """Take out what its element or its class says is no article, unless most of the text is in."""
    for one in list(tree.iter()):
        if not isinstance(one.tag, str) or one.getparent() is None:
            continue
        if one.tag in ("html", "head", "body", "main", "article"):
            named = one.tag == "article" and _is_comment(one)
        else:
            named = one.tag in _NEVER or bool(_aside().search(_classes(one)))
            named = named or one.get("hidden") is not None or _is_undisplayed(one)
        if named and 3 * _prose(one) <= everything:
            _drop(one)


_NEVER = (
    *("nav", "aside", "footer", "form", "script", "style", "noscript", "template", "button"),
    *("svg", "iframe", "dialog", "select"),
)


def _classes(element: Any) -> str:
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return re.sub(r"_+|(?<=[a-z])(?=[A-Z])|--+", "-", told)


def _is_comment(element: Any) -> bool:
    return re.search(r"(?i)\bcomments?\b", _classes(element)) is not None


def _is_undisplayed(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("aria-hidden") == "true"


def _unfold_tables(tree: Any) -> None:
    """Keep of a table that lays out a page the one cell that holds the article."""
    for table in list(tree.iter("table")):
        words = len(_words(table).split())
        for cell in table.iter("td"):
            parts = sum(1 for _ in cell.iter("p", "br"))
            if parts > 2 and 2 * len(_words(cell).split()) > max(words, 100):
                cell.tag, cell.tail = "div", table.tail
                table.getparent().replace(table, cell)
                break


def _drop_comments(tree: Any) -> None:
    """Take out what stands below a heading over readers' comments."""
    for heading in list(tree.iter(*_HEADINGS)):
        if heading.getparent() is not None and comments().fullmatch(_line(heading).key):
            for one in [heading, *heading.itersiblings()]:
                _drop(one)


def _drop_other_articles(tree: Any, title: str | None) -> str | None:
    """Keep the article that bears the page's title, or the first; say so where others go."""
    articles = [one for one in _articles(tree) if sum(map(_size, one)) >= _OF_AN_ARTICLE]
    if len(articles) < 2:
        return None
    heads = [_head(one) for one in articles]
    named = (n for n, head in enumerate(heads) if title and _same(head, title))
    kept = next(named, 0)
    for number, parts in enumerate(articles):
        if number != kept:
            for part in parts:
                _drop(part)
    return f'the page holds {len(articles)} articles; only "{heads[kept]}" is read'


def _articles(tree: Any) -> Iterator[list[Any]]:
    """Each article of the page as its elements: by what is marked as one, or by main headings."""
    marked = [
        one
        for one in tree.iter("article", "div", "section")
        if (one.tag == "article" or one.get("role") == "article")
        and not _any(one.iterancestors("article"))
        and _any(one.iter(*_HEADINGS))
    ]
    if len(marked) < 2 and not _any(tree.iter("h1")):
        marked = _called_stories(tree)
    if len(marked) > 1:
        yield from ([one] for one in marked)
        return
    heads = list(tree.iter("h1"))
    for head in heads:
        start = _outermost(head, heads)
        below = []
        for one in start.itersiblings():
            if isinstance(one.tag, str) and _any(one.iter("h1")):
                break
            below.append(one)
        yield [start, *below]


def _called_stories(tree: Any) -> list[Any]:
    """The elements of one class, side by side, that the page calls stories, with a heading each."""
    for first in tree.iter("div", "section", "li", "td"):
        if _story().search(_classes(first)):
            beside = [first, *first.itersiblings(first.tag)]
            alike = [one for one in beside if one.get("class") == first.get("class")]
            if len(alike) > 1 and all(_any(one.iter(*_HEADINGS)) for one in alike):
                return alike
    return []


_story = pattern(r"(?i)(?:^|[\s-])(?:story|article|post|hentry|news-?item)(?:$|\s)")


def _any(elements: Iterable[Any]) -> bool:
    """Whether there is one at all; an element without children counts as false by itself."""
    return next(iter(elements), None) is not None


def _outermost(head: Any, heads: list[Any]) -> Any:
    """The largest element around a heading in which no other heading of its rank stands."""
    at = head
    while (above := at.getparent()) is not None and above.tag not in ("body", "main", "html"):
        if sum(1 for one in above.iter("h1") if one in heads) > 1:
            break
        at = above
    return at


def _size(element: Any) -> int:
    """Words of running text in an element that is one block or holds several."""
    if not isinstance(element.tag, str):
        return 0
    return sum(len(_words(one).split()) for one in element.iter(*_BLOCKS))


def _head(parts: list[Any]) -> str:
    for part in parts:
        if isinstance(part.tag, str):
            for one in part.iter(*_HEADINGS):
                return _words(one)
    return ""


def _same(one: str, other: str) -> bool:
    fold = [re.sub(r"\W+", " ", words).strip().casefold() for words in (one, other)]
    return bool(fold[0]) and (fold[0] in fold[1] or fold[1] in fold[0])


def _is_over_links(element: Any) -> bool:
    """Whether an element is a heading over links to other stories."""
    if element.tag in ("p", "div", "strong") and (len(element) or len(_words(element)) > 40):
        return False
    return is_over_links(_words(element))


def _drop_links_below(heading: Any) -> None:
    """Take out a heading over links and what is listed below it, up to the article's text."""
    start = heading
    while start.getnext() is None and _is_small(start.getparent()):
        start = start.getparent()
    rank = _HEADINGS.index(heading.tag) if heading.tag in _HEADINGS else len(_HEADINGS)
    below = []
    for one in start.itersiblings():
        if isinstance(one.tag, str):
            heads = one.tag in _HEADINGS and _HEADINGS.index(one.tag) <= rank
            if (heads and not _is_over_links(one)) or _is_of_article(one):
                break
        below.append(one)
    for one in [start, *below]:
        _drop(one)


def _is_small(element: Any) -> bool:
    """Whether an element holds no more than a heading does."""
    inside = element is not None and element.tag in ("div", "header", "span", "section", "p", "b")
    return inside and len(_words(element).split()) <= 8


def _is_of_article(element: Any) -> bool:
    """Whether a block is running text of the article again, and no teaser."""
    for one in [element] if element.tag in _BLOCKS else element.iter("p"):
        words = _words(one)
        linked = sum(len(_words(link).split()) for link in one.iter("a"))
        many = len(words.split())
        if many > _LONGEST_TEASER and linked * 2 < many and _line(one).ends_sentence:
            return True
    return False
