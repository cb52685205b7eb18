"""Write data/verbs.toml from the counts of WordNet, as Debian's wordnet-base installs them.

    apt-get install wordnet-base
    python benchmarks/verbs.py [FOLDER] > src/discrepancy/data/verbs.toml

A verb is listed where its senses were met in the texts that WordNet's makers read and marked; once
more where no noun, adjective or adverb is written so.
"""

import argparse
import textwrap
from pathlib import Path

HEADER = """\
# Base forms of verbs.
# Origin: WordNet 3.0, copyright 2006 by Princeton University, whose licence lets anyone use, copy,
# modify and distribute it with this notice; written by benchmarks/verbs.py from Debian's
# wordnet-base.
"""

COMMENTS = {
    "met": "# most are nouns as well: what the one verb of a sentence may be",
    "only": "# those that are nothing but verbs",
}

VERB = "2"
"""How a key of a sense begins where it is one of a verb, behind the sign of percentage."""


def met(path: Path) -> list[str]:
    """The single words that were met as verbs, in order."""
    found = set()
    for line in path.read_text(encoding="ascii").splitlines():
        word, _, sense = line.split()[0].partition("%")
        if sense.startswith(VERB) and word.isalpha():
            found.add(word)
    return sorted(found)


def indexed(path: Path) -> set[str]:
    """The words of an index file."""
    lines = path.read_text(encoding="ascii").splitlines()
    return {line.split()[0] for line in lines if not line.startswith(" ")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default="/usr/share/wordnet", type=Path)
    folder = parser.parse_args().folder
    words = met(folder / "cntlist.rev")
    others = set().union(*(indexed(folder / f"index.{part}") for part in ("noun", "adj", "adv")))
    print(HEADER, end="")
    for name, listed in (("met", words), ("only", [word for word in words if word not in others])):
        print(f'\n{COMMENTS[name]}\n{name} = """\n{textwrap.fill(" ".join(listed), 100)}\n"""')


if __name__ == "__main__":
    main()
