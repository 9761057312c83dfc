"""Trials of what was built: each says what it tried and how it went, and the others go on."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from common.paths import BUILD
from common.run import BuildError

#: Pictures of windows, and what else a person should look at.
TRIED = BUILD / "tried"


@dataclass
class Trials:
    """What was tried so far."""

    name: str
    failed: list[str] = field(default_factory=list)
    tried: int = 0

    def attempt(self, what: str, do: Callable[[], str | None]) -> bool:
        """Try one thing and print how it went; return whether it went well."""
        start = time.monotonic()
        self.tried += 1
        try:
            remark = do() or ""
        except (BuildError, OSError, ValueError, LookupError, subprocess.SubprocessError) as error:
            self.failed.append(what)
            print(f"FAILED {what}: {error}", flush=True)
            return False
        print(
            f"ok     {what} ({time.monotonic() - start:.1f} s){': ' + remark if remark else ''}", flush=True
        )
        return True

    def close(self) -> int:
        """Print the sum of it and return the exit status."""
        print(f"{self.name}: {self.tried - len(self.failed)} ok, {len(self.failed)} failed", flush=True)
        return 1 if self.failed else 0


def same(what: str, here: object, there: object) -> None:
    """Refuse two things that should be equal."""
    if here != there:
        raise BuildError(f"{what} differs:\n  {str(here)[:600]}\n  {str(there)[:600]}")


def picture_of(path: Path) -> str:
    """Return what to say of a picture; refuse one that shows next to nothing."""
    if not path.is_file() or path.stat().st_size < 20_000:
        raise BuildError(f"{path} shows no window")
    return str(path)
