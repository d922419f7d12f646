"""The tree explains the domain: one word per feature, small files, every import downwards."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "workbench"
FEATURES = {"communities", "rosters", "sessions", "contributions", "impact", "surveys"}
READING = {"insights", "reports", "imports"}
OWN_OF_THE_SCREEN = {"home", "settings", "shell", "kit", "theme"}
SHARED_BY_PAGES = {"kit", "theme", "shell", "lane", "desk"}
MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "misc", "manager"}
NAMES_THE_SESSION = {"workbench/reports/brief.py", "workbench/reports/exports.py"}
"""Modules that hand a session on to queries and name its type; they ask nothing themselves."""
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def offenders(paths: list[Path], below: tuple[str, ...]) -> dict[str, list[str]]:
    """The files that import any of these packages, with what they import."""
    found = {
        name_of(path): [
            name for name in imported(path) if name in below or name.startswith(dotted(below))
        ]
        for path in paths
    }
    return {name: names for name, names in found.items() if names}


def dotted(packages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{package}." for package in packages)


def folders(inside: Path) -> set[str]:
    return {path.parent.name for path in inside.glob("*/__init__.py")}


def test_the_words_of_the_features_agree() -> None:
    tables = {path.stem for path in (PACKAGE / "models").glob("*.py")} - {"__init__", "base"}
    assert tables == FEATURES
    assert folders(PACKAGE) - {"cli", "ui", "models", "storage", "foundation"} == FEATURES | READING
    assert folders(PACKAGE / "ui") <= FEATURES | READING | OWN_OF_THE_SCREEN


def test_a_feature_says_what_it_is_for() -> None:
    for feature in FEATURES | READING:
        assert ast.get_docstring(tree_of(PACKAGE / feature / "__init__.py")), feature


def test_a_file_is_about_one_thing() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in OURS}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}
    assert [name_of(path) for path in OURS if path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_a_function_is_read_at_a_glance() -> None:
    long = [
        f"{name_of(path)} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_the_database_is_spoken_to_in_its_places_only() -> None:
    places = [
        path
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] not in {"models", "storage"}
        and path.stem not in {"queries", "actions"}
        and not path.stem.endswith(("_queries", "_actions"))
        and name_of(path) not in NAMES_THE_SESSION
    ]
    assert offenders(places, ("sqlalchemy", "alembic", "sqlcipher3")) == {}
    assert offenders(MODULES, ("sqlite3",)) == {}, "there is one driver"


def test_qt_stays_at_the_edge() -> None:
    inner = [p for p in MODULES if p.relative_to(PACKAGE).parts[0] not in {"ui", "launcher.py"}]
    assert offenders(inner, ("PySide6", "shiboken6")) == {}


def test_insights_read_only() -> None:
    writes = {
        name_of(path): name
        for path in (PACKAGE / "insights").rglob("*.py")
        for name in imported(path)
        if name.endswith((".actions", "_actions"))
    }
    assert writes == {}


def test_rules_know_no_file() -> None:
    rules = [path for path in MODULES if path.stem.endswith("rules")]
    assert len(rules) > 5
    below = ("workbench.models", "workbench.storage", "workbench.ui")
    assert offenders(rules, below) == {}


def test_a_page_knows_no_other_page() -> None:
    for path in (PACKAGE / "ui").glob("*/*.py"):
        own = path.parent.name
        others = {
            name.split(".")[2]
            for name in imported(path)
            if name.startswith("workbench.ui.") and name.count(".") >= 2
        }
        if own not in {"shell", "theme", "kit"}:
            assert others - SHARED_BY_PAGES - {own} == set(), name_of(path)


def test_what_is_public_says_what_it_is_in_a_sentence() -> None:
    cut_short = [
        f"{name_of(path)}: {text}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and (text := ast.get_docstring(node))
        and not text.split("\n\n")[0].rstrip().endswith((".", "?", '."'))
    ]
    assert cut_short == []
