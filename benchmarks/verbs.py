"""Write data/verbs.toml from the counts of WordNet, as Debian's wordnet-base installs them.

    apt-get install wordnet-base
    python benchmarks/verbs.py [FOLDER] > src/discrepancy/data/verbs.toml

A verb is listed where its senses were met in the texts that WordNet's makers read and marked.
"""

import argparse
import textwrap
from pathlib import Path

HEADER = """\
# Base forms of verbs, most of which are nouns as well: what the one verb of a sentence may be.
# Origin: WordNet 3.0, copyright 2006 by Princeton University, whose licence lets anyone use, copy,
# modify and distribute it with this notice; written by benchmarks/verbs.py from Debian's
# wordnet-base.
"""

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default="/usr/share/wordnet", type=Path)
    words = met(parser.parse_args().folder / "cntlist.rev")
    print(f'{HEADER}\nmet = """\n{textwrap.fill(" ".join(words), 100)}\n"""')


if __name__ == "__main__":
    main()
