"""A question about the language is asked in `english/`: no other room grows its own patterns.

`tests/cases/english_elsewhere.toml` names what stands elsewhere today, each room with its reason.
The figures only shrink: who moves a question into `english/` lowers them.
"""

import ast
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import discrepancy

SOURCE = Path(discrepancy.__file__).parent
ROOMS = ("extraction", "alignment", "comparison", "checking", "proofing")
LISTED = tomllib.loads(
    (Path(__file__).parent / "cases" / "english_elsewhere.toml").read_text(encoding="utf-8")
)["room"]
ALLOWED = {name: file for room in LISTED for name, file in room["files"].items()}
CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "split"}
MOST = 2
"""How many words stand in line without being a list."""


def elsewhere(tree: ast.AST) -> dict[str, int]:
    """How many patterns, cuts of a text and lists of words a module has.

    >>> elsewhere(ast.parse("re.compile('a'); text.split(); ('one', 'two', 'three')"))
    {'patterns': 1, 'cuts': 1, 'lists': 1}
    """
    found = Counter(kind for node in ast.walk(tree) if (kind := _kind(node)))
    return {kind: found[kind] for kind in ("patterns", "cuts", "lists") if found[kind]}


def _kind(node: ast.AST) -> str | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return "patterns" if node.func.id == "pattern" else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if of_re and node.func.attr in CALLS:
            return "patterns"
        return "cuts" if node.func.attr == "split" else None
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        words = [one for one in node.elts if isinstance(one, ast.Constant)]
        plain = [one for one in words if isinstance(one.value, str) and one.value.isalpha()]
        return "lists" if len(plain) > MOST and len(plain) == len(node.elts) else None
    return None


MODULES = {
    str(path.relative_to(SOURCE)): path
    for room in ROOMS
    for path in sorted((SOURCE / room).rglob("*.py"))
}


@pytest.mark.parametrize("name", MODULES)
def test_no_room_grows_its_own_english(name: str) -> None:
    found = elsewhere(ast.parse(MODULES[name].read_text(encoding="utf-8")))
    allowed = ALLOWED.get(name, {})
    more = {kind: count for kind, count in found.items() if count > allowed.get(kind, 0)}
    assert not more, f"ask english/ or a table of data/ instead; allowed here: {allowed or 'none'}"


def test_what_is_gone_is_listed_no_more() -> None:
    stale = [
        name
        for name in ALLOWED
        if name not in MODULES or not elsewhere(ast.parse(MODULES[name].read_text("utf-8")))
    ]
    assert stale == []


def test_every_exception_has_its_reason() -> None:
    assert all(len(room["why"].split()) > 4 for room in LISTED)


def test_patterns_cuts_and_lists_are_seen() -> None:
    text = "pattern('a'); re.sub('a', 'b', c); text.split(); ('one', 'two', 'three'); ('a', 1)"
    assert elsewhere(ast.parse(text)) == {"patterns": 2, "cuts": 1, "lists": 1}
    assert elsewhere(ast.parse("re.compile('a')")) == {"patterns": 1}
