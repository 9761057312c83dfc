"""Templates may come from elsewhere: what one may say, how long it may run and how much it may write.

A template fills in names, repeats and leaves out; it has no need to call, to build texts or to fetch files.
What it may use is listed here, so that anything else is refused by name before it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from reportdesk.writers.layouts.budget import joined, range_, sized, tick
from reportdesk.writers.layouts.filters import FILTERS, SLICED, counting

#: Tags, names and operators; the largest layout that is shipped has 408. More would be compiled for long.
_MOST_NODES = 20_000
#: What a filter may be told, such as the words between joined things.
_LONGEST_ARGUMENT_CHARACTERS = 100

_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr),
    *(nodes.Getitem, nodes.Slice, nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.Add, nodes.Sub, nodes.Mul),
    *(nodes.FloorDiv, nodes.Mod, nodes.Filter, nodes.Test, nodes.Assign, nodes.With, nodes.Macro),
    *(nodes.Call, nodes.Keyword, nodes.List, nodes.Tuple),
)
_OTHER_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_OF_LOOPS = frozenset({"cycle", "changed"})
#: What may be called, beside a template's own macros.
_CALLED = frozenset({"range", "loop"})
#: Counts repetitions; no template may name it.
_TICK = "_tick"


#: What a template can bring about by asking for what there is not, beside jinja2's own errors.
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, MemoryError)


class _Slices(NodeTransformer):
    """Lets what a slice makes be counted."""

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        return nodes.Filter(node, SLICED, [], [], None, None) if isinstance(node.arg, nodes.Slice) else node


class LayoutEnvironment(SandboxedEnvironment):
    """Compiles templates that say no more than they may; to be rendered inside `limited`."""

    intercepted_binops = frozenset({"+", "-", "*", "//", "%"})
    concat = staticmethod(joined)

    def __init__(self, finalize: Callable[[object], object], **options: Any) -> None:
        """Take what turns a value into the text that is printed."""
        super().__init__(
            autoescape=True, undefined=StrictUndefined, finalize=_plain_only(finalize), **options
        )
        self.globals = {"range": range_, _TICK: tick}
        self.filters = counting(self.filters)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
            _refuse_unlisted(tree)
        except RecursionError as error:
            raise SecurityError("一层套一层，套得太深") from error
        _Slices().visit(tree)
        bodies = [loop.body for loop in tree.find_all(nodes.For)]
        bodies += [macro.body for macro in tree.find_all(nodes.Macro)]
        for body in bodies:
            call = nodes.Call(nodes.Name(_TICK, "load"), [], [], None, None)
            body.insert(0, nodes.ExprStmt(call, lineno=1))
        tree.set_environment(self)
        return tree

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with whole numbers only; raise SecurityError: a text times a number has no end."""
        if not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"“{operator}”只能用在整数之间")
        return sized(super().call_binop(context, operator, sized(left), sized(right)))


def _plain_only(finalize: Callable[[object], object]) -> Callable[[object], object]:
    """Return a way to print values that refuses what is neither text nor number."""

    def printed(value: object) -> object:
        if not isinstance(value, str | int | float | Decimal | Undefined | None):
            raise SecurityError(f"写不出来：这里不是文字，也不是数（{type(value).__name__}）")
        return finalize(value)

    return printed


def _refuse_unlisted(tree: nodes.Template) -> None:
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    if any(name.startswith("_") for name in macros):
        raise SecurityError("macro 的名字不能以下划线开头")
    for number, node in enumerate(tree.find_all(nodes.Node)):
        if number > _MOST_NODES:
            raise SecurityError("模板太长")
        if isinstance(node, _OTHER_FILES):
            raise SecurityError(f"不能用 {_word(node)} 引入别的文件")
        if not isinstance(node, _ALLOWED):
            raise SecurityError(f"不能用 {_word(node)}")
        if isinstance(node, nodes.Name):
            _refuse_name(node, macros)
        if isinstance(node, nodes.Call):
            _refuse_call(node, macros)
        elif isinstance(node, nodes.Filter):
            _refuse_filter(node)
        elif isinstance(node, nodes.List | nodes.Tuple):
            _refuse_built(node)


def _refuse_name(name: nodes.Name, macros: set[str]) -> None:
    """Refuse to give another meaning to what may be called: it could be anything then."""
    if name.name.startswith("_"):
        raise SecurityError(f"名字不能以下划线开头：{name.name}")
    if name.ctx != "load" and name.name in {*macros, *_CALLED}:
        raise SecurityError(f"“{name.name}”另有用处，不能再给它别的意思")


def _refuse_built(built: nodes.List | nodes.Tuple) -> None:
    """Refuse a list made of things, which could be put into itself; names to set are no list."""
    is_read = isinstance(built, nodes.List) or built.ctx == "load"
    if is_read and not all(isinstance(item, nodes.Const) for item in built.items):
        raise SecurityError("列表里只能写常量")


def _refuse_call(call: nodes.Call, macros: set[str]) -> None:
    match call.node:
        case nodes.Name(name=name) if name in macros or name == "range":
            return
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr) if attr in _OF_LOOPS:
            return
    raise SecurityError("只能调用模板里自己的 macro")


def _refuse_filter(used: nodes.Filter) -> None:
    if used.name not in FILTERS:
        raise SecurityError(f"不能用过滤器 {used.name}")
    for argument in (*used.args, *(keyword.value for keyword in used.kwargs)):
        if not isinstance(argument, nodes.Const) or len(str(argument.value)) > _LONGEST_ARGUMENT_CHARACTERS:
            raise SecurityError(f"过滤器 {used.name} 的参数只能是短的常量")


def _word(node: nodes.Node) -> str:
    """Return how a template says what stands in its tree, as far as the name tells."""
    return type(node).__name__.lower().replace("fromimport", "import")
