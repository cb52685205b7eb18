"""What is read of five real pages: claims from outside the article, sentences of it that are lost.

    python benchmarks/originals.py ../shared/eval/stories/north-korea-troops-2024/docs

The pages are not ours to copy: `originals.toml` tells by line number which lines are the article.
The sentences of a line are told by full stops and capitals here, not by the reader that is
measured; one is inside if its last word lies in a sentence that is read.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import discrepancy as dx
from discrepancy.span import Span

_END = re.compile(r"[.?!]['\"’”)]*(?=\s+['\"‘“(]?[A-Z]|\s*$)|\S(?=\s*$)")
"""The end of a sentence, or of a line without a full stop."""


def main() -> None:
    """Read every page and print what came from outside, and how much of the article is inside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the docs of the story")
    folder = parser.parse_args().folder
    lines = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    total = [0, 0, 0, 0]
    for stem, article in lines.items():
        (source,) = dx.read(folder / f"{stem}.txt")
        spans = list(_article(source.text, article["first"], article["last"], article["aside"]))
        claims = [claim.span for claim in dx.extract(source)]
        strangers = [span for span in claims if not _lies_in(span, spans)]
        wanted = [end for span in spans for end in _ends(source.text, span)]
        lost = [end for end in wanted if not _is_read(end, source)]
        found = len(claims), len(strangers), len(wanted), len(wanted) - len(lost)
        total = [one + more for one, more in zip(total, found, strict=True)]
        print(
            f"{stem}: {found[0]} claims, {found[1]} from outside; {found[3]} of {found[2]} inside"
        )
        for span in strangers:
            print(f"  from outside: {span.of(source.text)[:90]!r}")
        for end in lost:
            print(f"  lost: ...{source.text[max(0, end - 60) : end]!r}")
    print(f"all: {total[0]} claims, {total[1]} from outside; sentences {total[3] / total[2]:.3f}")


def _article(text: str, first: int, last: int, aside: list[int]) -> Iterator[Span]:
    """The lines of the article."""
    for number, line in enumerate(re.finditer(r"[^\n]*\n?", text), 1):
        if first <= number <= last and number not in aside and line[0].strip():
            yield Span(start=line.start(), end=line.end())


def _lies_in(span: Span, lines: list[Span]) -> bool:
    """Whether both ends of a span lie in lines of the article."""
    return all(
        any(line.start <= at < line.end for line in lines) for at in (span.start, span.end - 1)
    )


def _ends(text: str, line: Span) -> Iterator[int]:
    for found in _END.finditer(line.of(text)):
        yield line.start + found.start()


def _is_read(end: int, source: dx.Source) -> bool:
    """Whether the last word before a place is in a sentence that is read."""
    layout = source.layout
    return layout is not None and any(one.start < end <= one.end for one in layout.sentences)


if __name__ == "__main__":
    main()
