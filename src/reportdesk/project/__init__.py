"""Project files: a report on disk, saved so that nothing is lost or half written."""

from __future__ import annotations

#: The suffix of the program's own files.
PROJECT_SUFFIX = ".rdesk"
