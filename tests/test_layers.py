"""The shape of the house: which way imports run, what loads when, how long things may be."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import discrepancy

SOURCE = Path(discrepancy.__file__).parent
ROOT = Path(__file__).parent.parent
MODULES = sorted(SOURCE.rglob("*.py"))
FILE_LINES, FUNCTION_LINES = 400, 60
FORBIDDEN = {"utils", "util", "helpers", "helper", "manager", "base", "core", "common", "misc"}
HEAVY = ("pint", "pydantic", "rapidfuzz", "rich", "jinja2", "hypothesis")


def _name(path):
    return str(path.relative_to(SOURCE))


def _loaded_by(statement):
    """Which heavy packages a fresh interpreter has loaded after the statement."""
    asked = f"{statement}; import sys; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    return subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.split()


def test_imports_run_down_only():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_importing_the_package_loads_nothing_heavy():
    assert _loaded_by("import discrepancy") == []


def test_the_pytest_plugin_loads_nothing_heavy():
    assert _loaded_by("import discrepancy.pytest_plugin") == []


def test_checking_a_story_leaves_what_it_does_not_need():
    loaded = _loaded_by("import discrepancy; discrepancy.check(['Six died.', 'Nine died.'])")
    assert not {"rich", "jinja2", "hypothesis"} & set(loaded)


def test_every_public_name_is_there_and_listed():
    assert all(getattr(discrepancy, name) is not None for name in discrepancy.__all__)
    assert set(discrepancy.__all__) == set(discrepancy._HOME)
    assert re.match(r"\d+\.\d+\.\d+", discrepancy.__version__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        discrepancy.nothing  # noqa: B018 (the lookup is the test)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_what_it_is_and_fits_a_reader(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "say the one idea of the module"
    assert len(text.splitlines()) <= FILE_LINES
    assert path.stem not in FORBIDDEN
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_command_writes_to_standard_output_and_nobody_sets_up_logging(path):
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    named = {ast.unparse(call.func): call for call in calls}
    assert "logging.basicConfig" not in named
    if "print" in named:
        streams = [word for word in named["print"].keywords if word.arg == "file"]
        assert [ast.unparse(stream.value) for stream in streams] == ["sys.stderr"]


def test_no_public_function_shares_its_name_with_a_module():
    """A submodule that is imported takes the place of a function of its name in the package."""
    for package in (path.parent for path in MODULES if path.name == "__init__.py"):
        name = ".".join(package.relative_to(SOURCE.parent).parts)
        here = importlib.import_module(name)
        modules = {path.stem for path in package.iterdir()}
        public = {name for name in getattr(here, "__all__", ()) if name[0].islower()}
        taken = {name for name in public & modules if not inspect.ismodule(getattr(here, name))}
        assert not taken, name


def test_completion_shows_every_public_name():
    assert set(discrepancy.__all__) <= set(dir(discrepancy))
