"""The starts of this machine that this profile has seen, so that an earlier one is told from a clone's.

A clone has the machine's name and identifier, but never was in a start that is listed here, unless the list
was cloned with it. What is not listed may be a clone that lives.
"""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

from reportdesk.patterns import late
from reportdesk.profile import make_private, open_private, profile_folder, read_at_most

#: Starts of the machine, years of them; each takes 36 bytes.
_MOST = 1000
_MOST_BYTES = 1 << 20
_BOOT = late(r"h1:[0-9a-f]{32}")


def note_boot(boot: str) -> None:
    """Add the present start to the list; where it can't be written, locks are asked about after a restart."""
    if boot:
        _note(boot, _file())


@cache
def _note(boot: str, file: Path) -> None:
    with contextlib.suppress(OSError):
        known = known_boots()
        if boot in known:
            return
        make_private(file.parent)
        is_long = len(known) >= _MOST
        with open(file, "w" if is_long else "a", encoding="ascii", opener=open_private) as boots:
            boots.write(f"{boot}\n")


def known_boots() -> frozenset[str]:
    """Return the starts listed; what cannot be read counts as none."""
    try:
        return frozenset(_BOOT.findall(read_at_most(_file(), _MOST_BYTES).decode("ascii", "replace")))
    except OSError:
        return frozenset()


def _file() -> Path:
    return profile_folder() / "starts.txt"
