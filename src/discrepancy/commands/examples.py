"""What help shows below the options: lines that can be copied."""

ALL = """\
examples:
  discrepancy check story/                        what disagrees, in this terminal
  discrepancy check story/ --output report.html   one file to open in a browser
  discrepancy check story/ --format json          for a program
  discrepancy review story/                       confirm or dismiss, one by one
  discrepancy serve story/                        the same on a page that keeps up
  discrepancy explain 3f2a story/                 the rules behind one finding
  discrepancy template claims.csv                 a table to write your own claims into
  discrepancy proof draft.md --against story/     what the sources do not bear out
  discrepancy corpus export.jsonl --out archive/  which of many stories disagree

exit codes of check and proof: 0 nothing at or above --fail-on, 1 found, 2 could not be run
"""

_LINES = {
    "check": (
        "check story/",
        "check story/ --output report.html",
        "check story/*.txt --published 2024-10-31",
        "check story/ --format github --fail-on update",
    ),
    "proof": (
        "proof draft.md --against story/",
        "proof draft.md --against story/ --output proof.html",
        "proof - --against story/ --fail-on differs < draft.md",
    ),
    "corpus": (
        "corpus export.jsonl --out archive/",
        "corpus pages/ --out archive/ --since 2024-10-31 --workers 4",
    ),
    "explain": (
        "explain q-17d4215a2b story/",
        "explain 17d4 story/                      the beginning of an id will do",
    ),
    "review": (
        "review story/",
        "review story/ --decisions desk.toml",
        "review story/ --take ~/Downloads/decisions.toml",
    ),
    "serve": (
        "serve story/ --open",
        "serve story/ --port 8700 --published 2024-10-31",
    ),
    "questions": (
        "questions story/ --output questions.jsonl",
        "questions story/ --draft draft.md --model NAME",
    ),
    "rules": (
        "rules",
        "rules story/",
    ),
    "schema": (
        "schema",
        "schema claims",
        "schema proof --output proof.schema.json",
    ),
    "template": (
        "template claims.csv",
        "template",
    ),
    "completion": (
        "completion bash > ~/.local/share/bash-completion/completions/discrepancy",
        "completion zsh > ~/.zfunc/_discrepancy   with ~/.zfunc in fpath",
    ),
}


def of(command: str) -> str:
    """What stands below the options of one command.

    >>> of("rules").splitlines()[-1]
    '  discrepancy rules story/'
    """
    return "examples:\n" + "".join(f"  discrepancy {line}\n" for line in _LINES[command])
