"""What a web page calls itself, and its outlet: its headline and a name, not those of its software.

>>> from lxml import html
>>> page = html.document_fromstring("<title>Lock closed | Arn Post</title><h1>Lock closed</h1>")
>>> title_of(page, {}, {}), outlet_of(page, (), {}, None)
('Lock closed', 'Arn Post')
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from discrepancy.patterns import pattern
from discrepancy.tables import lines

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")


def title_of(tree: Any, data: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    """The headline: as it is described where a heading or the page's title bears it out.

    Args:
        tree: the page, parsed by lxml.
        data: what JSON-LD says of its article.
        meta: its meta elements by name.
    """
    whole = _whole(tree)
    heads = [_words(one) for one in tree.xpath("//h1 | //h2") if _words(one) and not _is_site(one)]
    described = [str(data.get("headline") or ""), *(meta.get(name, "") for name in _TITLES)]
    for one in (" ".join(name.split()) for name in described):
        if one and _is_borne_out(one, whole, heads):
            return _without_outlet(one, heads, meta)
    held = [one for one in heads if len(one.split()) > 1 and _folded(one) in _folded(whole)]
    named = {_folded(meta.get(name, "")) for name in _OUTLETS}
    fits = [one for one in held if _folded(one) not in named]
    if fits and (best := max(fits, key=len)):
        return best
    marked = tree.xpath("//*[contains(@class, 'headline') or contains(@itemprop, 'headline')]")
    first = tree.xpath("//article//h1 | //main//h1 | //h1")
    near = [_words(one) for one in (*marked, *first) if not _is_site(one)]
    told = next((one for one in (*near, *heads) if 1 < len(one.split()) < 40), "")
    return told or _before_outlet(whole) or None


def outlet_of(
    tree: Any, publishers: Iterable[str], meta: Mapping[str, str], address: str | None
) -> str | None:
    """The name of the publisher; None where all that is told is an address or a handle.

    Args:
        tree: the page, parsed by lxml.
        publishers: what JSON-LD calls the publisher of its article.
        meta: its meta elements by name.
        address: where it was fetched, if that is known.
    """
    told = (*publishers, *(meta.get(name, "") for name in _OUTLETS))
    named = next((one for one in told if is_name(one)), None) or _behind_headline(tree, address)
    return " ".join(named.split()) if named else None


def is_name(told: str) -> bool:
    """Whether this is what an outlet is called: no address, no handle, no file, no software.

    >>> [is_name(one) for one in ("Arn Post", "http://www.arn.example", "@arn", "Arn_Co_Uk")]
    [True, False, False, False]
    """
    told = told.strip()
    software = lines("furniture", "names_of_software")
    return (
        bool(told)
        and len(told) < 80
        and not re.search(r"://|^www\.|^@|_|^\W*$", told)
        and " ".join(told.casefold().split()) not in software
    )


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _whole(tree: Any) -> str:
    return next((_words(one) for one in tree.xpath("//head//title | //title")), "")


def _is_site(element: Any) -> bool:
    """Whether a heading is that of the site, not of a story: its logo, its name in the masthead."""
    return any(_site().search(_marks(one)) for one in (element, *element.iterancestors()))


def _marks(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")


_site = pattern(r"(?i)(?:^|[\s-])(?:logo|masthead|branding|site-?(?:title|name|logo))(?:[\s-]|$)")


def _is_borne_out(told: str, whole: str, heads: Iterable[str]) -> bool:
    """Whether a title that the page describes itself by is one: not the name of its software."""
    folded = _folded(told)
    if len(told.split()) >= 4:
        return True
    return len(told.split()) > 1 and any(folded in _folded(one) for one in (whole, *heads))


def _folded(told: str) -> str:
    return re.sub(r"\W+", " ", told).strip().casefold()


def _without_outlet(told: str, heads: Iterable[str], meta: Mapping[str, str]) -> str:
    """A title without the outlet behind it, where a heading or the site's name bears that out."""
    for mark in _marks_between().finditer(told):
        before, behind = told[: mark.start()], told[mark.end() :]
        named = any(_folded(behind) == _folded(meta.get(name, "")) for name in _OUTLETS)
        if named or any(_folded(before) == _folded(one) for one in heads):
            return before
    return told


_marks_between = pattern(r"\s+[|·•–—»-]\s+|\s*\|\s*")


def _before_outlet(whole: str) -> str:
    """The page's title without the outlet's name behind it: "Lock closed - Arn Post"."""
    parts = _marks_between().split(whole)
    return parts[0] if len(parts[0].split()) > 2 or len(parts) == 1 else whole


def _behind_headline(tree: Any, address: str | None) -> str | None:
    """The name that the page's title has behind its headline: "Lock closed - Arn Post"."""
    whole = _whole(tree)
    heads = {_folded(_words(one)) for one in tree.xpath("//h1 | //h2")}
    host = re.sub(r"\W", "", address or "").casefold()
    for mark in _marks_between().finditer(whole):
        if _folded(whole[: mark.start()]) in heads:
            last = _marks_between().split(whole[mark.end() :])[-1]
            borne_out = re.sub(r"\W", "", last).casefold() in host
            if is_name(last) and (borne_out or (not address and _is_called(last))):
                return last
    return None


def _is_called(told: str) -> bool:
    """Whether words look like the name of an outlet: two to five, each with a capital letter."""
    longer = [one for one in told.split() if len(one) > 3]
    return 2 <= len(told.split()) <= 5 and all(one[0].isupper() for one in longer)
