"""What a web page says of itself: title, outlet, address, and when it was printed.

Only what says that it is a day of printing is one: JSON-LD, OpenGraph and their like, a time
element in the article's head, a label such as "Published". A year, a copyright line, the path of
a picture and the days of the story itself are none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from discrepancy.patterns import pattern
from discrepancy.reading.imprint import published
from discrepancy.reading.imprint.moments import Moment, moment
from discrepancy.reading.web import pagenames


class Printed(NamedTuple):
    """When a page was printed, and where it says so."""

    moment: Moment
    told: str


class PageData(NamedTuple):
    """What a page says of itself; what it does not say is None."""

    title: str | None
    outlet: str | None
    address: str | None
    printed: Printed | None


_ARTICLES = ("article", "report", "blogposting", "liveblogposting", "webpage", "posting")

_DAYS = (
    *("article:published_time", "og:article:published_time", "og:published_time"),
    *("article.published", "publish-date", "publishdate", "publish_date", "published-date"),
    *("published_time", "published", "publication_date", "publicationdate", "pubdate", "pub_date"),
    *("datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued"),
    *("dcterms.created", "parsely-pub-date", "sailthru.date", "article_date_original", "ptime"),
    *("originalpublicationdate", "displaydate", "article:published", "rnews:datepublished"),
    *("citation_publication_date", "citation_date", "cxenseparse:recs:publishtime"),
)
"""Names of meta elements that tell the day of printing. Origin: the documentation of OpenGraph,
Dublin Core, Parse.ly, Sailthru, Highwire Press and Cxense, and own reading of news pages."""

_UPDATES = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")


def page_data(tree: Any, address: str | None = None) -> PageData:
    """Read what a page says of itself.

    Args:
        tree: the page, parsed by lxml, nothing taken out.
        address: where it was fetched, if that is known.
    """
    records = list(_records(tree))
    data = next(iter(_described(records)), {})
    meta = dict(_meta(tree))
    told = _address(tree, meta) or address
    return PageData(
        title=pagenames.title_of(tree, data, meta),
        outlet=pagenames.outlet_of(tree, _publishers(data, records), meta, told),
        address=told,
        printed=_printed(tree, data, meta),
    )


def _records(tree: Any) -> Iterator[dict[str, Any]]:
    """What JSON-LD says of the page and of whatever else."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            record = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):  # also a number of thousands of digits
            continue
        yield from _objects(record)


def _objects(record: Any) -> Iterator[dict[str, Any]]:
    left = [record]
    while left:
        one = left.pop()
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, dict):
            yield one
            left += [one.get(name) for name in ("mainEntityOfPage", "mainEntity", "@graph")]


def _described(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is said of the page's article, the main one first."""
    articles = [one for one in records if _is_article(one)]
    return sorted(articles, key=lambda one: _kinds(one) == ("webpage",))


def _is_article(record: dict[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in _kinds(record))


def _kinds(record: dict[str, Any]) -> tuple[str, ...]:
    kinds = record.get("@type")
    return tuple(str(one).lower() for one in (kinds if isinstance(kinds, list) else [kinds]))


def _publishers(data: dict[str, Any], records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The names of who publishes the article, also where a graph names them elsewhere by an id."""
    named = {str(one["@id"]): one for one in records if one.get("name") and one.get("@id")}
    for described in (data.get("publisher"), data.get("sourceOrganization")):
        one = described[0] if isinstance(described, list) and described else described
        if isinstance(one, dict):
            one = one.get("name") or named.get(str(one.get("@id")), {}).get("name")
        if isinstance(one, str):
            yield one


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    """The meta elements by name, the first of each name last, so that it counts in a dict."""
    for one in reversed(tree.xpath("//meta[@content]")):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        if one.get("content").strip():
            yield name.lower(), " ".join(one.get("content").split())


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    told = (*links, meta.get("og:url", ""), meta.get("twitter:url", ""))
    return next((one for one in told if re.match(r"https?://[^/]+/.", one)), None)


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _printed(tree: Any, data: dict[str, Any], meta: dict[str, str]) -> Printed | None:
    """The day of printing; of an update only where no other is told."""
    found = (
        *_stated("the page's metadata ({})", _ld(data, "datePublished", "dateCreated")),
        *_stated("the page's metadata ({})", ((name, meta.get(name)) for name in _DAYS)),
        *_stated("the page's metadata ({})", _microdata(tree, "datePublished")),
        *_stated("a time element in the article's head", _times(tree)),
        *_labelled(tree),
        *_stated("the page's metadata ({})", _ld(data, "dateModified")),
        *_stated("the page's metadata ({})", ((name, meta.get(name)) for name in _UPDATES)),
    )
    return next(iter(found), None)


def _stated(told: str, fields: Iterable[tuple[str, Any]]) -> Iterator[Printed]:
    for name, words in fields:
        if isinstance(words, str) and (at := moment(words)):
            yield Printed(at, told.format(name))


def _ld(data: dict[str, Any], *names: str) -> Iterator[tuple[str, Any]]:
    yield from ((name, data.get(name)) for name in names)


def _microdata(tree: Any, name: str) -> Iterator[tuple[str, Any]]:
    for one in tree.xpath(f"//*[@itemprop='{name}']"):
        if not _is_aside(one):
            yield name, one.get("content") or one.get("datetime") or _words(one)


def _times(tree: Any) -> Iterator[tuple[str, Any]]:
    """The time elements that say that they tell the printing, or stand in the article's head."""
    for one in tree.xpath("//time | //abbr[contains(@class, 'published')]"):
        words = one.get("datetime") or one.get("title") or _words(one)
        if not _is_aside(one) and not _is_within_prose(one) and _has_role(one):
            yield "time", words


_ASIDE = {"aside", "footer", "nav", "li", "table", "blockquote", "figure", "figcaption"}


def _is_aside(element: Any) -> bool:
    """Whether an element is of another story: in a list, a teaser, a comment, a footer."""
    for above in (element, *element.iterancestors()):
        if above.tag in _ASIDE or _other().search(_classes(above)):
            return True
    return False


_other = pattern(
    r"(?i)\b(?:related|teaser|promo|trending|popular|most-?read|recommend\w*|comments?|sidebar"
    r"|footer|copyright|card|more-(?:from|on|stories)|event)\b"
)


def _classes(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")


def _is_within_prose(element: Any) -> bool:
    """Whether it stands in a sentence: "it opened on <time>5 May 1998</time>"."""
    around = element.getparent()
    return around is not None and len(_words(around).split()) - len(_words(element).split()) > 12


def _has_role(element: Any) -> bool:
    """Whether a time element tells the printing: by its own marks, or at the article's head."""
    own = " ".join((element.get("itemprop") or "", element.get("pubdate") or "", _classes(element)))
    if element.get("pubdate") is not None or _role().search(own):
        return True
    above = element.getparent()
    if above is not None and _role().search(f"{_classes(above)} {_words(above)[:60]}"):
        return True
    return _is_under_headline(element)


_role = pattern(
    r"(?i)\b(?:date-?published|publish\w*|pub-?date|posted|entry-?date|dateline|timestamp|byline"
    r"|post-?date|article-?date|updated|date-?time|meta)\b"
)


def _is_under_headline(element: Any) -> bool:
    """Whether it stands between the article's headline and its first sentence."""
    root = element.getroottree().getroot()
    words = 0
    seen = False
    for one in root.iter():
        if one is element:
            return seen
        if one.tag in ("h1", "h2"):
            seen, words = True, 0
        elif one.tag == "p" and not any(element is inner for inner in one.iter()):
            words += len(_words(one).split())
            seen = seen and words < 25
    return False


def _labelled(tree: Any) -> Iterator[Printed]:
    """Days behind a label in a short piece of text: "Published 5 May 2013"."""
    blocks = "//p | //span | //div[not(*[self::div or self::p])] | //header//* | //dt"
    for one in tree.xpath(blocks):
        words = _words(one)
        if one.tag == "dt" and one.getnext() is not None:  # <dt>Published</dt><dd>5 May 2013</dd>
            words = f"{words} {_words(one.getnext())}"
        if 8 <= len(words) <= 160 and not _is_aside(one):
            for label, day in published.labelled(words):
                found = moment(words[day.span.start :]) or moment(day.edtf)
                if found and not day.alternatives:
                    yield Printed(moment(day.edtf) or found, f'"{label.strip()}" on the page')
