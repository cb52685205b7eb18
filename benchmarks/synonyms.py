"""Write data/synonyms.toml from the files of WordNet, as Debian's wordnet-base installs them.

    apt-get install wordnet-base
    python benchmarks/synonyms.py [FOLDER] > src/discrepancy/data/synonyms.toml

Two words are one head where the first sense of both is one synset; a deed is told by its verb where
a sense of the noun is derived from that verb. Only senses that WordNet has met in running text are
taken: rare ones make synonyms of words that news never exchanges. Nouns of doers are no deeds.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HEADER = """\
# Words that may head one measurand or event: synonyms by their first sense, deeds with their verbs.
# Origin: WordNet 3.0, copyright 2006 by Princeton University, whose licence lets anyone use, copy,
# modify and distribute it with this notice; written by benchmarks/synonyms.py from Debian's
# wordnet-base. A line of verbs or nouns is one set, of deeds a verb and its nouns.
"""

DOERS = ("er", "or", "ar", "ant", "ent", "ist", "ee", "man")
"""Endings of nouns that name who does it."""


class Synset(NamedTuple):
    """One sense: its words, and which of them are derived from which words of verbs."""

    words: tuple[str, ...]
    derived: tuple[tuple[int, str, int], ...]
    """Number of the word here, the synset of the verb, the number of the word there."""


def synsets(path: Path) -> dict[str, Synset]:
    """The synsets of a data file by their offsets."""
    found = {}
    for fields in _lines(path):
        count = int(fields[3], 16)
        words = tuple(word.lower() for word in fields[4 : 4 + 2 * count : 2])
        rest = fields[4 + 2 * count :]
        pointers = zip(*(rest[1 + at : 1 + 4 * int(rest[0]) : 4] for at in range(4)), strict=True)
        derived = tuple(
            (int(ends[:2], 16), offset, int(ends[2:], 16))
            for sign, offset, part, ends in pointers
            if sign == "+" and part == "v"
        )
        found[fields[0]] = Synset(words, derived)
    return found


def met_senses(path: Path) -> dict[str, list[str]]:
    """The offsets of the senses of each single word that were met in texts, commonest first."""
    found = {}
    for fields in _lines(path):
        word, first = fields[0], 6 + int(fields[3])
        met = int(fields[first - 1])
        if met and word.isalpha():
            found[word] = fields[first : first + met]
    return found


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            yield line.partition(" | ")[0].split()


def sets(senses: dict[str, list[str]]) -> list[str]:
    """The words of each first sense that several have, a line each."""
    held = defaultdict(list)
    for word, offsets in senses.items():
        held[offsets[0]].append(word)
    return sorted(" ".join(sorted(words)) for words in held.values() if len(words) > 1)


def deeds(
    senses: dict[str, list[str]], nouns: dict[str, Synset], verbs: dict[str, Synset]
) -> list[str]:
    """Each verb with the nouns that are derived from it and look like it, a line each."""
    held = defaultdict(list)
    for noun, offsets in sorted(senses.items()):
        verb = next(filter(None, (_verb_of(noun, nouns[at], verbs) for at in offsets)), None)
        if verb and verb != noun and not noun.endswith(DOERS):
            held[verb].append(noun)
    taken = {noun for found in held.values() for noun in found}
    return [" ".join((verb, *found)) for verb, found in sorted(held.items()) if verb not in taken]


def _verb_of(noun: str, sense: Synset, verbs: dict[str, Synset]) -> str | None:
    place = sense.words.index(noun) + 1
    made = {verbs[to].words[there - 1] for here, to, there in sense.derived if here == place}
    return min((verb for verb in made if verb[:3] == noun[:3] and verb.isalpha()), default=None)


def main() -> None:
    """Read the files and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/usr/share/wordnet"))
    folder = parser.parse_args().folder
    verbs, nouns = (met_senses(folder / f"index.{part}") for part in ("verb", "noun"))
    made = deeds(nouns, synsets(folder / "data.noun"), synsets(folder / "data.verb"))
    print(HEADER)
    for name, lines in (("verbs", sets(verbs)), ("nouns", sets(nouns)), ("deeds", made)):
        print("\n".join((f'{name} = """', *lines, '"""\n')))


if __name__ == "__main__":
    main()
