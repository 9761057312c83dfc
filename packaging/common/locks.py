"""The locks of `requirements/`, read for another system than the one that builds."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from common.run import BuildError

_ENTRY = re.compile(
    r"([a-z0-9-]+)==([\w.]+)(?: ; ([^\\\n]+?))?\s*\\\n((?:\s+--hash=sha256:[0-9a-f]{64}\s*\\?\n?)+)"
)


@dataclass(frozen=True)
class Locked:
    """One entry of a lock: a name, its version, the hashes that its files may have, and when it is meant."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """Return the entry as pip reads it, without the marker, which pip would evaluate for itself."""
        return " \\\n    ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{each}" for each in self.hashes)]
        )


def read_lock(path: Path) -> list[Locked]:
    """Return the entries of a lock; refuse one with anything else in it."""
    text = path.read_text("utf-8")
    entries = [
        Locked(name, version, marker or "", tuple(re.findall(r"[0-9a-f]{64}", hashes)))
        for name, version, marker, hashes in _ENTRY.findall(text)
    ]
    if not entries or _ENTRY.sub("", text).strip():
        raise BuildError(
            f"{path.name} is no lock of exact versions with hashes: renew it as CONTRIBUTING.md says"
        )
    return entries


def meant_for(entries: list[Locked], environment: Mapping[str, str]) -> list[Locked]:
    """Return the entries for a system, which `environment` describes in the words of markers."""
    return [entry for entry in entries if not entry.marker or holds(entry.marker, environment)]


def holds(marker: str, environment: Mapping[str, str]) -> bool:
    """Return whether a marker is true of a system; its grammar is a part of Python's own."""
    return _truth(ast.parse(marker.strip(), mode="eval").body, marker, environment)


def _truth(node: ast.expr, marker: str, environment: Mapping[str, str]) -> bool:
    match node:
        case ast.BoolOp(ast.And(), values):
            return all(_truth(value, marker, environment) for value in values)
        case ast.BoolOp(ast.Or(), values):
            return any(_truth(value, marker, environment) for value in values)
        case ast.Compare(ast.Name(name), [operator], [ast.Constant(str(value))]) if name in environment:
            return _compared(operator, environment[name], value, name, marker)
    raise BuildError(f"the marker “{marker}” says what packaging/common/locks.py can't tell: teach it")


def _compared(operator: ast.cmpop, is_now: str, wanted: str, name: str, marker: str) -> bool:
    match operator:
        case ast.Eq():
            return is_now == wanted
        case ast.NotEq():
            return is_now != wanted
    if "version" in name:
        have, want = _numbers(is_now), _numbers(wanted)
        match operator:
            case ast.Lt():
                return have < want
            case ast.LtE():
                return have <= want
            case ast.Gt():
                return have > want
            case ast.GtE():
                return have >= want
    raise BuildError(
        f"the marker “{marker}” compares in a way that packaging/common/locks.py can't tell: teach it"
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
