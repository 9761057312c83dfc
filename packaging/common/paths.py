"""Where things lie: inputs that were fetched, what is being built, and what came out."""

from __future__ import annotations

from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
ROOT = PACKAGING.parent
LOCKS = ROOT / "requirements"
#: All that is neither an input in git nor an artifact; to delete it costs time alone.
BUILD = ROOT / "build" / "packaging"
#: What came from outside; with it complete, a build needs no network.
CACHE = BUILD / "cache"
DIST = ROOT / "dist"
ICONS = PACKAGING / "common" / "icons"
