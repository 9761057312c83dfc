"""The house keeps its measures: rooms one can overlook, modules of one sitting, imports in no circle."""

import ast
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
FORMS = SOURCE / "reportdesk" / "gui" / "forms"
Modules = dict[str, Path]


def modules_in(folder: Path, root: Path) -> Modules:
    """Return the modules below a folder by the name under which they are imported from a root."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }


MODULES = modules_in(SOURCE, SOURCE)
PACKAGING = modules_in(ROOT / "packaging", ROOT / "packaging")
#: What each command, each program and each job of a worker has under this name.
ONE_INTERFACE = re.compile(r"add_words|run|main|get_ready|serve")
#: What is told is words, a figure, a finding, data: a name says which.
WORN_OUT = {"told", "Told"}
WRITTEN = [path for path in MODULES.values() if path.parent != FORMS]
MOST_LINES = 250
MOST_MODULES = 20


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a module, which every test here looks at."""
    return ast.parse(path.read_bytes())


def imported_by(name: str, modules: Modules) -> set[str]:
    """Return the modules that one imports, for types too; a room may be imported by what it holds."""
    found: set[str] = set()
    for node in ast.walk(tree_of(modules[name])):
        if isinstance(node, ast.Import):
            found.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            members = {f"{node.module}.{one.name}" for one in node.names}
            found.update(members & modules.keys() or {node.module})
    return {one for one in found & modules.keys() if not f"{name}.".startswith(f"{one}.")}


def test_no_module_is_longer_than_one_reads_at_one_go() -> None:
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in WRITTEN}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_room_has_more_modules_than_one_can_overlook() -> None:
    rooms = Counter(str(path.parent) for path in WRITTEN if path.name != "__init__.py")
    assert {room: modules for room, modules in rooms.items() if modules > MOST_MODULES} == {}


@pytest.mark.parametrize(("modules", "fewest"), [(MODULES, 500), (PACKAGING, 50)], ids=["src", "packaging"])
def test_no_module_imports_itself_by_way_of_others(modules: Modules, fewest: int) -> None:
    order = list(TopologicalSorter({name: imported_by(name, modules) for name in modules}).static_order())
    assert len(order) == len(modules) > fewest


def test_the_suffixes_of_our_own_files_are_written_once() -> None:
    written = [
        (str(path.relative_to(SOURCE)), suffix)
        for path in WRITTEN
        for words in said_in(path)
        for suffix in (".rdesk", ".rdset")
        if suffix in words
    ]
    assert sorted(written) == [
        ("reportdesk/project/__init__.py", ".rdesk"),
        ("reportdesk/project/__init__.py", ".rdset"),
    ]


def test_nothing_private_lies_about_unread() -> None:
    unread = []
    for path in WRITTEN:
        names = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Name)]
        read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
        unread += [(path.name, name) for name in made_by(path) - read if re.match("_[^_]", name)]
    assert unread == []


def test_nothing_is_called_by_a_word_that_meant_everything() -> None:
    said = [
        f"{path.name}:{node.lineno}"
        for path in WRITTEN
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Name) and node.id.strip("_") in WORN_OUT)
        or (isinstance(node, ast.arg) and node.arg.strip("_") in WORN_OUT)
        or (isinstance(node, ast.Attribute) and node.attr.strip("_") in WORN_OUT)
    ]
    assert said == []


def test_no_two_classes_or_types_have_one_name() -> None:
    assert shared_names(lambda name: name[0].isupper() and name != name.upper()) == {}


def test_no_two_functions_have_one_name_for_other_modules() -> None:
    shared = shared_names(lambda name: name[0].islower())
    assert {name: paths for name, paths in shared.items() if not ONE_INTERFACE.fullmatch(name)} == {}


def shared_names(is_meant: Callable[[str], bool]) -> dict[str, list[str]]:
    """Return the public names that several modules make, with these modules."""
    places: dict[str, list[str]] = {}
    for path in WRITTEN:
        for name in made_by(path):
            if name[0] != "_" and is_meant(name):
                places.setdefault(name, []).append(str(path.relative_to(SOURCE)))
    return {name: paths for name, paths in places.items() if len(paths) > 1}


def made_by(path: Path) -> set[str]:
    """Return the names that a module gives to constants, functions and classes."""
    made = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.Assign):
            made.update(one.id for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            made.add(node.target.id)
    return made


def said_in(path: Path) -> list[str]:
    """Return the strings of a module that are no docstrings."""
    tree = tree_of(path)
    idle = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in idle
    ]
