"""Patterns that are compiled when they are first used: most files meet few of the hundreds there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_KEPT = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would, without compiling it before the first look at a text.

    A pattern that is wrong is refused then, too: for patterns of the code, which tests use, not of templates.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late(Generic[AnyStr]):
    """Becomes a pattern when one of its methods is asked for."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((kept, getattr(compiled, kept)) for kept in _KEPT)
        return getattr(compiled, name)
