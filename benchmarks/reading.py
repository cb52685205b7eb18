"""How fast claims are read: words and sentences a second, beside two other readers in one run.

    reading.py DOCUMENT...         # ours alone: each stage, and how much of the time it takes
    reading.py --peers DOCUMENT... # beside dateparser and quantulum3, where they are installed

The peers each read one kind (dates; quantities), ours reads all kinds with their context. Every
document is read once by each in turn, on new text: the first documents only warm up (tables,
patterns, word caches) and do not count. The clock is the processor time of this process. quantulum3
is slow and reads every fifth document; it runs with its classifier (`quantulum3[classifier]`).
"""

import argparse
import gc
import importlib
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import discrepancy as dx
from discrepancy import extraction, reading
from discrepancy.source import Source

Reader = Callable[[str], object]
WARMING = 12
"""Documents that each reader reads before the clock starts."""
SELDOM = 5
"""Of so many documents a slow peer reads one."""


class Peer(NamedTuple):
    """Another reader: what reads a text, and of how many documents it reads one."""

    reads: Reader
    of: int


def peers() -> dict[str, Peer]:
    """The peers that are installed."""
    found: dict[str, Peer] = {}
    if search := _module("dateparser.search"):
        found["dateparser (en)"] = Peer(lambda text: search.search_dates(text, languages=["en"]), 1)
    if parser := _module("quantulum3.parser"):
        classifies = _module("quantulum3.classifier").USE_CLF
        found[f"quantulum3 ({'' if classifies else 'no '}classifier)"] = Peer(parser.parse, SELDOM)
    return found


def _module(name: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except ImportError:
        return None


class Spent:
    """Processor seconds by name, over texts of so many words and sentences."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.words: dict[str, int] = {}
        self.sentences: dict[str, int] = {}

    def take(self, name: str, source: Source, work: Callable[[], object]) -> None:
        """Do a work and add what it took."""
        began = process_time()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            work()
        self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - began
        self.words[name] = self.words.get(name, 0) + len(source.text.split())
        self.sentences[name] = self.sentences.get(name, 0) + len(_sentences(source))

    def lines(self) -> Iterator[str]:
        """One line for each name: how fast, and how many times as fast ours is."""
        (ours, *_) = self.seconds
        mine = self.sentences[ours] / self.seconds[ours], self.words[ours] / self.seconds[ours]
        for name, seconds in self.seconds.items():
            by_sentence, by_word = self.sentences[name] / seconds, self.words[name] / seconds
            yield (
                f"{name:30} {by_sentence:8,.0f} sentences/s {by_word:9,.0f} words/s   ours: "
                f"{mine[0] / by_sentence:5.2f} x sentences, {mine[1] / by_word:5.2f} x words"
            )


def _sentences(source: Source) -> tuple[object, ...]:
    return source.layout.sentences if source.layout else ()


def stages(source: Source) -> Iterator[tuple[str, Callable[[], object]]]:
    """The stages of reading one document, each with what does it; to be run in this order."""
    claims: list[Any] = []
    for read in extraction.EXTRACTORS:
        name = read.__module__.removeprefix("discrepancy.extraction.")
        yield name, lambda read=read: claims.extend(read(source, tuple(claims)))  # type: ignore[misc]
    yield "context", lambda: extraction.context.situate(source, tuple(claims))


def compared(texts: list[Source], sources: tuple[Source, ...]) -> Spent:
    """Ours and the peers on the same documents, one after the other."""
    others = peers()
    for text in texts[:WARMING]:
        for peer in others.values():
            peer.reads(text.text)
    gc.collect()
    spent = Spent()
    for at, (text, source) in enumerate(zip(texts, sources, strict=True)):
        if at < WARMING:
            continue
        spent.take("discrepancy, all kinds", source, lambda text=text: dx.extract(text))
        for name, peer in others.items():
            if at % peer.of == 0:
                spent.take(name, source, lambda peer=peer, text=text: peer.reads(text.text))
    return spent


def parted(texts: list[Source], sources: tuple[Source, ...]) -> Iterator[str]:
    """What each stage takes of the time, a line each."""
    spent = Spent()
    for text, source in zip(texts[WARMING:], sources[WARMING:], strict=True):
        spent.take("layout", source, lambda text=text: reading.laid_out(text))
        for name, work in stages(source):
            spent.take(name, source, work)
    whole = sum(spent.seconds.values())
    for name, seconds in (*spent.seconds.items(), ("all", whole)):
        each = seconds / spent.sentences["layout"] * 1e6
        yield f"{name:12} {seconds / whole:6.1%} {each:7.0f} microseconds a sentence"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--peers", action="store_true")
    asked = parser.parse_args()
    sources = dx.read(*asked.documents)
    texts = [Source(id=one.id, text=one.text, published=one.published) for one in sources]
    for text in texts[:WARMING]:
        dx.extract(text)
    lines = compared(texts, sources).lines() if asked.peers else parted(texts, sources)
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
