"""Values that never change: a dataclass takes a millisecond to define, and there are hundreds of them."""

from __future__ import annotations

from copy import copy
from dataclasses import Field, dataclass, fields
from functools import cache
from typing import Any

import msgspec


@dataclass
class _Pattern:
    """Whose only field those of the values are like."""

    one: object


class _Fields:
    """The fields of a class of values, made when `dataclasses.replace` or `fields` asks for them."""

    def __get__(self, value: object, kind: type[msgspec.Struct]) -> dict[str, Field[Any]]:
        """Return the fields by name."""
        return _fields(kind)


class Frozen(msgspec.Struct, frozen=True):
    """What never changes once it is made; equal where all fields are, and `dataclasses.replace` alters it."""

    __dataclass_fields__ = _Fields()


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, Field[Any]]:
    found = {name: copy(fields(_Pattern)[0]) for name in kind.__struct_fields__}
    for name, one in found.items():
        one.name = name
    return found
