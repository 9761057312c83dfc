"""What a rule is: a code, the options it takes, and a way to checks for a form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from reportdesk.checks.check import Check
from reportdesk.errors import FormError
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen


class Rule(Frozen, frozen=True):
    """A rule: `words` is what its message may name, `compile` makes its checks and raises FormError."""

    code: str
    options: type[Options]
    words: frozenset[str]
    compile: Callable[[Form, RuleCheck, Any], Iterable[Check]]


def refuse_unknown_cells(form: Form, keys: Iterable[str], where: str) -> None:
    """Raise FormError for the key of a cell that the form does not have."""
    _refuse_unknown(keys, form.cells, "单元格", where)


def refuse_unknown_levels(form: Form, keys: Iterable[str], where: str) -> None:
    """Raise FormError for the key of a level that the form does not have."""
    _refuse_unknown(keys, {level.key for level in form.levels}, "level", where)


def refuse_unknown_narratives(form: Form, keys: Iterable[str], where: str) -> None:
    """Raise FormError for the key of a section that the form does not have, or that holds no words."""
    _refuse_unknown(keys, {section.key for section in form.narratives}, "文字部分", where)


def _refuse_unknown(keys: Iterable[str], known: Collection[str], what: str, where: str) -> None:
    for key in keys:
        if key not in known:
            raise FormError(f"{what}“{key}”不存在", where=where)
