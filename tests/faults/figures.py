"""What an experiment found: figures, and whether the promise held."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Figures:
    """Counts by name; those in `broken` must be 0 for the promise to hold."""

    promise: str
    counts: Counter[str] = field(default_factory=Counter)
    broken: tuple[str, ...] = ()
    details: list[str] = field(default_factory=list)
    skipped: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether nothing that must not be was found."""
        return not any(self.counts[name] for name in self.broken)

    def __str__(self) -> str:
        """One line, and the first details of what broke."""
        if self.skipped:
            return f"skipped  {self.promise}: {self.skipped}"
        names = [*self.counts, *(name for name in self.broken if name not in self.counts)]
        said = ", ".join(f"{name} {self.counts[name]}" for name in names)
        head = f"{'holds' if self.holds else 'BROKEN':<8} {self.promise}: {said}"
        return "\n".join([head, *(f"         {detail}" for detail in self.details[:8])])
