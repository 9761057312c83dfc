"""A pattern that is searched for never goes through one gap again and again, however long the gap is."""

import ast
import importlib
import pkgutil
import re
import re._constants as kinds  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportdesk
from reportdesk.patterns import late

_SEARCHING = frozenset({"search", "sub", "subn", "finditer", "findall", "split"})
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_GAP = " "


def searched_patterns() -> Iterator[tuple[str, str]]:
    """Yields each pattern that is asked for more than the beginning of a text, and where it stands."""
    for module in pkgutil.walk_packages(reportdesk.__path__, "reportdesk."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        assert loaded.__file__ is not None
        tree = ast.parse(Path(loaded.__file__).read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr in _SEARCHING:
                match call.func.value, call.args:
                    case ast.Name(id="re"), [ast.Constant(value=str(pattern)), *_]:
                        yield f"{module.name}:{call.lineno}", pattern
                    case ast.Name(id=name), _ if isinstance(
                        pattern := getattr(vars(loaded).get(name), "pattern", None), str
                    ):
                        yield f"{module.name}.{name}", pattern


def goes_through_gaps_again(pattern: str) -> bool:
    """Tells whether it begins with as many blanks as there are and may fail behind, at each of them anew."""
    return _is_slow(list(parser.parse(pattern)))


def _is_slow(items: list[Any]) -> bool:
    for place, (kind, value) in enumerate(items):
        rest = items[place + 1 :]
        if kind in _REPEATS:
            least, most, body = value
            if most == kinds.MAXREPEAT and _takes_gap(body) and not _may_be_empty(rest):
                return True
            if least:
                return _is_slow([*body, *rest])
        elif kind is kinds.SUBPATTERN:
            return _is_slow([*value[-1], *rest])
        elif kind is kinds.BRANCH:
            return any(_is_slow([*branch, *rest]) for branch in value[1])
        else:
            return False
    return False


def _takes_gap(body: Any) -> bool:
    one = list(body)
    return len(one) == 1 and re.fullmatch(_written(one[0]), _GAP) is not None


def _written(item: Any) -> Any:
    """Returns a pattern that takes what one item of a parsed one takes."""
    tree = parser.SubPattern(parser.State(), [item])
    return re._compiler.compile(tree)  # type: ignore[attr-defined]


def _may_be_empty(items: list[Any]) -> bool:
    return parser.SubPattern(parser.State(), items).getwidth()[0] == 0 and all(
        kind in (*_REPEATS, kinds.SUBPATTERN, kinds.BRANCH) for kind, _ in items
    )


@pytest.mark.parametrize(
    ("pattern", "is_slow"),
    [
        (r"\s*指纹", True),
        (r"(?:\s+|a)b", True),
        (r"[^a]*b", True),
        (r"(?<!\s)\s*指纹", False),
        (r"\s+", False),
        (r"^\s*指纹", False),
        (r"\s{0,9}指纹", False),
    ],
)
def test_what_is_told_apart(pattern: str, is_slow: bool) -> None:
    assert late(pattern).pattern == pattern
    assert goes_through_gaps_again(pattern) is is_slow


def test_no_pattern_goes_through_a_gap_at_each_of_its_blanks() -> None:
    assert {
        where: pattern for where, pattern in searched_patterns() if goes_through_gaps_again(pattern)
    } == {}
