"""Where the form editions lie: beside the package in a wheel, in the project's root otherwise."""

from __future__ import annotations

from pathlib import Path


def templates_root() -> Path:
    """Return the folder that holds one folder for each edition."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def edition_names(root: Path | None = None) -> tuple[str, ...]:
    """Return the names of all editions at hand, the newest last."""
    folder = root or templates_root()
    return tuple(sorted(path.parent.name for path in folder.glob("*/form.toml")))
