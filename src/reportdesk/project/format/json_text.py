"""JSON without surprises: exact decimals, no NaN, no doubled keys, and errors that say where."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn, TypeVar

import msgspec

from reportdesk.form.wrong_shape import wrong_shape
from reportdesk.patterns import late
from reportdesk.project.errors import Damaged

#: More than any report needs; a larger file is refused before it is parsed.
MOST_BYTES = 50_000_000

#: A number of more is no figure; Python takes long to read one of thousands.
_LONGEST_INTEGER_DIGITS = 30
#: Far more than a report has; more are refused before they are made into objects.
_MOST_PAIRS = 200_000
#: Far deeper than a report is; to read or write a level takes one of the stack.
_DEEPEST_LEVELS = 60
_SURROGATE = late("[\ud800-\udfff]")
_ENCODER = msgspec.json.Encoder(decimal_format="number")

T = TypeVar("T")


def decode_json(data: bytes, where: str) -> dict[str, Any]:
    """Parse an object; integers stay exact, other numbers become Decimal; raise Damaged naming `where`."""
    if len(data) > MOST_BYTES:
        _refuse(f"文件有 {len(data) // 1_000_000} MB，年报不会超过 {MOST_BYTES // 1_000_000} MB", where)
    if data.count(b'":') > _MOST_PAIRS:
        _refuse("里面的项目太多，不像年报的数据", where)
    # Late: whoever only writes does without.
    import json

    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=Decimal,
            parse_constant=_constant,
        )
    except UnicodeDecodeError as error:
        _refuse(wrong_shape(error), where, error)
    except RecursionError as error:
        _refuse("括号套得太深", where, error)
    except json.JSONDecodeError as error:
        _refuse(f"第 {error.lineno} 行第 {error.colno} 列不合 JSON 的写法", where, error)
    except (ValueError, InvalidOperation) as error:
        _refuse(f"不合 JSON 的写法：{error}", where, error)
    if not isinstance(value, dict):
        _refuse("最外层不是一个对象", where)
    if _is_deeper(value, _DEEPEST_LEVELS):
        _refuse("括号套得太深", where)
    return value


def encode_json(data: object, *, compact: bool = False) -> bytes:
    """Write data, one value a line unless `compact`; a lone surrogate, which UTF-8 cannot hold, is U+FFFD."""
    try:
        encoded = _ENCODER.encode(data)
    except UnicodeEncodeError:
        encoded = _ENCODER.encode(without_surrogates(data))
    return encoded if compact else msgspec.json.format(encoded, indent=1)


def convert(raw: object, kind: type[T], where: str) -> T:
    """Check raw data against a type; raise Damaged that says at which key what was expected."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        _refuse(wrong_shape(error), where, error)


def has_surrogate(value: Any) -> bool:
    """Tell whether any text in the data, keys too, holds a lone surrogate: half of a character."""
    if isinstance(value, str):
        return _SURROGATE.search(value) is not None
    if isinstance(value, dict):
        return any(has_surrogate(key) or has_surrogate(item) for key, item in value.items())
    return isinstance(value, list | tuple) and any(has_surrogate(item) for item in value)


def without_surrogates(value: Any) -> Any:
    """Return the data with every lone surrogate in its texts, keys too, replaced by U+FFFD."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {without_surrogates(key): without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [without_surrogates(item) for item in value]
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        repeated = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"“{repeated}”重复")
    return made


def _is_deeper(value: object, most: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, list) and (most == 0 or any(_is_deeper(item, most - 1) for item in value))


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER_DIGITS else Decimal(text)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} 不是数字")


def _refuse(what: str, where: str, cause: Exception | None = None) -> NoReturn:
    raise Damaged(what, where=where, remedy="请检查文件，或用另一份") from cause
