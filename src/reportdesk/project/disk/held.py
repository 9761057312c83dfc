"""Files that somebody else holds open, on Windows: waited for a little, then told plainly."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

#: Errors of Windows while somebody has a file open; what stands behind 5 shows when it is opened again.
_DENIED, _SHARING = 5, (32, 33)
_BUSY = {_DENIED, *_SHARING}
_PATIENCE_S = 2.5
_PAUSE_S = 0.05


def move_patiently(step: Callable[[], object], target: Path) -> None:
    """Do a step that moves a file to `target`; raise the OSError that says why it can't be done."""
    try:
        patiently(step)
    except OSError as error:
        if getattr(error, "winerror", None) == _DENIED:
            _raise_if_open_elsewhere(target)
        raise


def patiently(step: Callable[[], object]) -> None:
    """Do a step; where Windows says that somebody has the file open, try for a little while."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            step()
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _raise_if_open_elsewhere(target: Path) -> None:
    """Raise what Windows says when a file is opened to be written: that of a file in use is plain."""
    try:
        target.open("r+b").close()
    except OSError as error:
        if getattr(error, "winerror", None) in _SHARING:
            raise
