"""What a web page says of itself: title, outlet, address, and when it was printed.

Only what says that it is a day of printing is one: JSON-LD, OpenGraph and their like, a time
element in the article's head, a label such as "Published". A year, a copyright line, the path of
a picture and the days of the story itself are none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from discrepancy.reading import published
from discrepancy.reading.moments import Moment, moment


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

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
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
    data = next(_described(tree), {})
    meta = dict(_meta(tree))
    told = _address(tree, meta) or address
    return PageData(
        title=_title(tree, data, meta),
        outlet=_outlet(data, meta, told),
        address=told,
        printed=_printed(tree, data, meta),
    )


def _described(tree: Any) -> Iterator[dict[str, Any]]:
    """What JSON-LD says of the page's article, the main one first."""
    found = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            record = json.loads(script.text or "", strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        found += list(_objects(record))
    articles = [one for one in found if _kind(one).endswith(_ARTICLES)]
    yield from sorted(articles, key=lambda one: _kind(one) == "webpage")


def _objects(record: Any) -> Iterator[dict[str, Any]]:
    if isinstance(record, list):
        for one in record:
            yield from _objects(one)
    elif isinstance(record, dict):
        yield record
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(record.get(name))


def _kind(record: dict[str, Any]) -> str:
    kinds = record.get("@type")
    return str(kinds[0] if isinstance(kinds, list) and kinds else kinds).lower()


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


def _title(tree: Any, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The headline: as it is described where a heading or the page's title bears it out."""
    whole = next((_words(one) for one in tree.xpath("//head//title | //title")), "")
    heads = [_words(one) for one in tree.xpath("//h1 | //h2") if _words(one)]
    described = [str(data.get("headline") or ""), *(meta.get(name, "") for name in _TITLES)]
    for one in (" ".join(name.split()) for name in described):
        if one and _is_borne_out(one, whole, heads):
            return one
    held = [one for one in heads if len(one.split()) > 1 and _folded(one) in _folded(whole)]
    named = {_folded(meta.get(name, "")) for name in _OUTLETS}
    fits = [one for one in held if _folded(one) not in named]
    if fits and (best := max(fits, key=len)):
        return best
    marked = tree.xpath("//*[contains(@class, 'headline') or contains(@itemprop, 'headline')]")
    first = tree.xpath("//article//h1 | //main//h1 | //h1")
    near = next((_words(one) for one in (*marked, *first) if 1 < len(_words(one).split()) < 40), "")
    return near or _without_outlet(whole) or None


def _is_borne_out(title: str, whole: str, heads: Iterable[str]) -> bool:
    """Whether a title that the page describes itself by is one: not the name of its software."""
    folded = _folded(title)
    if len(title.split()) >= 4:
        return True
    return len(title.split()) > 1 and any(folded in _folded(one) for one in (whole, *heads))


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _without_outlet(whole: str) -> str:
    """The page's title without the outlet's name behind it: "Lock closed - Arn Post"."""
    parts = re.split(r"\s+[|·•–—»-]\s+|\s*\|\s*", whole)
    return parts[0] if len(parts[0].split()) > 2 or len(parts) == 1 else whole


def _outlet(data: dict[str, Any], meta: dict[str, str], address: str | None) -> str | None:
    """The name of the publisher; None where all that is told is an address or a handle."""
    for described in (data.get("publisher"), data.get("sourceOrganization")):
        one = described[0] if isinstance(described, list) and described else described
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and is_name(name):
            return " ".join(name.split())
    return next((meta[name] for name in _OUTLETS if is_name(meta.get(name, ""))), None)


def is_name(words: str) -> bool:
    """Whether this is what an outlet is called: no address, no handle, no file name.

    >>> [is_name(one) for one in ("Arn Post", "http://www.arn.example", "@arn", "Arn_Co_Uk")]
    [True, False, False, False]
    """
    words = words.strip()
    return bool(words) and len(words) < 80 and not re.search(r"://|^www\.|^@|_|^\W*$", words)


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


@cache
def _other() -> re.Pattern[str]:
    return re.compile(
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


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
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
    blocks = "//p | //span | //div[not(*[self::div or self::p])] | //header//*"
    for one in tree.xpath(blocks):
        words = _words(one)
        if 8 <= len(words) <= 160 and not _is_aside(one):
            for label, day in published.labelled(words):
                found = moment(words[day.span.start :]) or moment(day.edtf)
                if found and not day.alternatives:
                    yield Printed(moment(day.edtf) or found, f'"{label.strip()}" on the page')
