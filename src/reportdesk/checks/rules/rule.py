"""What a rule is: a code, the options it takes, and a way to checks for a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from reportdesk.checks.check import Check
from reportdesk.form.model import Form, RuleCheck


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """The options of a rule in `checks.toml`; a rule without options takes these."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `words` is what its message may name, `compile` makes its checks and raises FormError."""

    code: str
    options: type[Options]
    words: frozenset[str]
    compile: Callable[[Form, RuleCheck, Any], Iterable[Check]]
