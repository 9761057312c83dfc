"""What the collector decided: which file counts, adjustments of the sum, remarks, what went back and came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportdesk.form.formula import Number


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A change of the sum that no unit's report holds: cell, amount (件 or 万元, may be negative), reason."""

    cell: str
    amount: Number
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions; by unit's name the file that counts, a remark, the days (ISO) of return and answer."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    returned: Mapping[str, str] = field(default_factory=dict)
    answered: Mapping[str, str] = field(default_factory=dict)
