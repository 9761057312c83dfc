"""Paths as they may be sent away: without the user's name."""

from __future__ import annotations

import getpass
import re
from pathlib import Path


def hidden(path: Path | str) -> str:
    """Return a path with ~ for the user's own folder and, wherever else it stands, for the user's name."""
    return hidden_text(str(path))


def hidden_text(text: str, home: str | None = None, user: str | None = None) -> str:
    """Return a text of the system with ~ for the user's folder and name; both are the user's by default."""
    home = str(Path.home()) if home is None else home
    user = _user() if user is None else user
    if len(home) > 1:
        text = re.sub(re.escape(home) + r"(?![\w-])", "~", text, flags=re.IGNORECASE)
    if user:
        # Between separators only: a user may be called "data".
        text = re.sub(rf"(?<=[\\/]){re.escape(user)}(?=[\\/]|$)", "~", text, flags=re.IGNORECASE)
    return text


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
