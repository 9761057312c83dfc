"""The filters that a template may use: jinja2's own, with what they make counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2.filters import do_join, do_round
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context

from reportdesk.writers.layouts.budget import counted_through, sized, spent

#: By these names; `table` and `flowing_table` are the Word layout's own.
FILTERS = frozenset(
    (
        *("table", "flowing_table", "upper", "lower", "capitalize", "title", "trim", "length", "count"),
        *("first", "last", "default", "d", "join", "int", "float", "round", "abs", "string", "e", "escape"),
        *("list", "reverse", "sum", "min", "max"),
    )
)
#: Counts what a slice makes; no template can name it.
SLICED = "a slice"
#: Decimal places that anybody prints; a million of them take memory and time without end.
_MOST_PLACES = 15
#: A character that is escaped becomes up to six.
_ESCAPED_CHARACTERS = 6

Filter = Callable[..., Any]


def counting(filters: Mapping[str, Filter]) -> dict[str, Filter]:
    """Return those of jinja2's filters that may be used, each with limits."""
    kept = {name: _counting(filters[name]) for name in FILTERS if name in filters}
    return kept | {"join": _join, "list": _list, "round": _round, SLICED: spent}


def _counting(function: Filter) -> Filter:
    """Return a filter that counts what it made, which is little longer than what it was given."""

    @wraps(function)
    def limited(*arguments: Any, **named: Any) -> Any:
        return spent(function(*arguments, **named))

    return limited


@pass_eval_context
def _join(
    context: EvalContext, values: Iterable[Any], between: str = "", attribute: str | int | None = None
) -> str:
    made: str = do_join(
        context, counted_through(values, _ESCAPED_CHARACTERS * len(between)), between, attribute
    )
    return made


def _list(values: Iterable[Any]) -> list[Any]:
    return list(counted_through(values))


def _round(number: float, precision: int = 0, method: Any = "common") -> float:
    if abs(precision) > _MOST_PLACES:
        raise ValueError(f"round: {precision}")
    return do_round(sized(number) if isinstance(number, int) else number, precision, method)
