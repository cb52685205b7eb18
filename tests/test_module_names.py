"""Modules are nouns, functions are verbs: a function and a module of one package share no name.

`tests/cases/shared_names.toml` lists those of the days before this rule; the list only shrinks.
"""

import ast
import tomllib
from collections import Counter
from pathlib import Path

import discrepancy

SOURCE = Path(discrepancy.__file__).parent
SRC = SOURCE.parent
LISTED = frozenset(
    tomllib.loads((Path(__file__).parent / "cases" / "shared_names.toml").read_text("utf-8"))[
        "names"
    ].split()
)


def shared() -> frozenset[str]:
    """The functions that are called as a module beside them, as "package/module:function"."""
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        beside = {one.stem for one in path.parent.glob("*.py")}
        beside |= {one.parent.name for one in path.parent.glob("*/__init__.py")}
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name in beside:
                found.add(f"{path.relative_to(SOURCE)}:{node.name}")
    return frozenset(found)


def test_no_further_function_is_called_as_a_module_beside_it() -> None:
    assert sorted(shared() - LISTED) == []


def test_files_and_folders_are_small() -> None:
    files = sorted(SOURCE.rglob("*.py"))
    lines = {str(path): len(path.read_text("utf-8").splitlines()) for path in files}
    folders = Counter(path.parent for path in files)
    folders += Counter(folder.parent for folder in folders if folder.parent not in (SOURCE, SRC))
    assert {path: count for path, count in lines.items() if count > 300} == {}
    assert {str(folder): count for folder, count in folders.items() if count > 20} == {}


def test_the_list_holds_none_that_is_gone() -> None:
    assert sorted(LISTED - shared()) == []
