"""Project files: a report on disk, saved so that nothing is lost or half written."""

from __future__ import annotations

#: The suffixes of the program's own files: a report, and a collection of many.
PROJECT_SUFFIX = ".rdesk"
SET_SUFFIX = ".rdset"
