"""A pasted block against a table: what is written, what is compared, what is refused, told to the clerk."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Differing:
    """A pasted figure on a derived cell whose sum is another; `total` is empty while parts are blank."""

    key: str
    pasted: str
    total: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A pasted value that its cell cannot hold, and why; the old value stands."""

    key: str
    pasted: str
    reason: str


@dataclass(slots=True)
class PasteReport:
    """What a pasted block did: keys written and agreeing, sums that differ, values refused, values left out.

    `outside` counts values that fell on labels or beyond the table.
    """

    written: list[str] = field(default_factory=list)
    agreeing: list[str] = field(default_factory=list)
    differing: list[Differing] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    outside: int = 0

    @property
    def summary(self) -> str:
        """Return the report in one line."""
        said = [f"已粘贴 {len(self.written)} 格"]
        if self.agreeing:
            said.append(f"{len(self.agreeing)} 个合计一致")
        if self.differing:
            said.append(f"{len(self.differing)} 个合计不一致")
        if self.refused:
            said.append(f"{len(self.refused)} 格不能填，原数未动")
        if self.outside:
            said.append(f"{self.outside} 格落在表外")
        return "，".join(said)
