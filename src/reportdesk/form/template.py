"""Reading a template file into its types; what is repeated or broken is refused by name and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from string import Formatter
from typing import TypeVar

import msgspec

from reportdesk.errors import FormError
from reportdesk.form.formula import KEY
from reportdesk.form.prepared import Prepared
from reportdesk.form.wrong_shape import wrong_shape

T = TypeVar("T")


def decode(source: Path, kind: type[T], *, optional: bool = False) -> T:
    """Read a TOML file into `kind`; an optional one may be absent; raise FormError naming the file."""
    if optional and not source.exists():
        return kind()
    try:
        return msgspec.toml.decode(source.read_bytes(), type=kind)
    except OSError as error:
        raise FormError(f"读不了：{error.strerror}", where=str(source)) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FormError(f"格式不对：{wrong_shape(error)}", where=str(source)) from error


def read_part(source: Path, kind: type[T], ready: Prepared | None) -> T:
    """Read a file that a folder may lack, as it was prepared, or as it stands."""
    return decode(source, kind, optional=True) if ready is None else ready.part(source.name, kind)


def refuse_repeats(keys: Iterable[str], source: Path, what: str) -> None:
    """Refuse a key that stands twice, or that no sum and no file could name."""
    seen: set[str] = set()
    for key in keys:
        if not KEY.fullmatch(key):
            raise FormError(f"{what} 的键“{key}”只能用小写字母、数字、下划线和点", where=str(source))
        if key in seen:
            raise FormError(f"{what} 的键“{key}”重复", where=str(source))
        seen.add(key)


def refuse_broken_message(message: str, where: str, fields: frozenset[str] = frozenset()) -> None:
    """Refuse a text whose braces do not pair; `fields` are the only names allowed, any name if empty."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(message) if name is not None}
    except ValueError as error:
        raise FormError(f"“{message}”里的大括号不成对", where=where) from error
    for name in names:
        if not name.isidentifier() or (fields and name not in fields):
            raise FormError(f"大括号里的“{name}”不认识", where=where)


def compile_pattern(pattern: str, where: str) -> re.Pattern[str]:
    """Compile a pattern; raise FormError naming `where` and the character at which it is wrong."""
    try:
        return re.compile(pattern)
    except re.error as error:
        at = "" if error.pos is None else f"：错在第 {error.pos + 1} 个字符"
        raise FormError(f"“{pattern}”不是正确的模式{at}", where=where) from error
    except OverflowError as error:
        raise FormError(f"“{pattern}”不是正确的模式：次数太大", where=where) from error
