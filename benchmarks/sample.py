"""The report that all measurements use: the sample of docs/examples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportdesk.readers import read_report
from reportdesk.report.model import Report

SAMPLE = Path(__file__).resolve().parents[1] / "docs" / "examples" / "yunxi-2024.json"


@cache
def sample_report() -> Report:
    """The sample, read once."""
    return read_report(SAMPLE)
