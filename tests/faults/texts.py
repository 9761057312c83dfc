"""Texts made to break out of Word, Excel and HTML: each must come back as it was typed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from reportdesk.export import Mismatch, export_report
from reportdesk.form.loader import load_edition
from reportdesk.project.format.clean import without_controls
from reportdesk.report.model import Report
from tests.faults.figures import Figures

KINDS = (".docx", ".xlsx", ".html")
_TEXTS = 10_000
_IN_ONE = 50
_SPICES = [
    "{{7*7}}",
    "{% raw %}",
    "{{",
    "}}",
    "%}",
    "{#",
    "{{r",
    "{%p",
    "</w:t>",
    "<w:p/>",
    "<script>alert(1)</script>",
    "&amp;",
    "&#123;",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "'",
    '"',
    "_x000D_",
    "_x0041_",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\U0001f600",
    "\U00020bb7",
    "e\u0301",
    "\x07",
    "\x1b[31m",
    "\ud7ff",
    "\ufffd",
    "％",
    "＜",
    "｛｛",
    "http://127.0.0.1/x",
    "file:///etc/passwd",
]

texts = st.lists(
    st.one_of(st.sampled_from(_SPICES), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
    min_size=1,
    max_size=6,
).map(lambda parts: without_controls("".join(parts)))


def inject_texts(number: int = _TEXTS) -> Figures:
    """Writes that many texts to each kind and reads them back; the export itself compares every paragraph."""
    figures = Figures("texts come back as typed", broken=("mismatches", "uncaught"))
    form = load_edition("2021")
    sections = [section.key for section in form.narratives]
    done = 0

    @seed(4)
    @settings(
        max_examples=number // _IN_ONE * 2,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(st.lists(texts, min_size=_IN_ONE, max_size=_IN_ONE))
    def write(batch: list[str]) -> None:
        nonlocal done
        if done >= number:
            return
        done += len(batch)
        share = len(batch) // len(sections)
        words = {key: "\n".join(batch[n * share : (n + 1) * share]) for n, key in enumerate(sections)}
        words[sections[-1]] += "\n" + "\n".join(batch[len(sections) * share :])
        report = Report(form, organ="云溪县档案局", year=2024, texts=words, signature_date="2025-01-09")
        for kind in KINDS:
            _write(report, kind, figures)
            figures.counts[f"texts in {kind}"] += len(batch)

    write()
    return figures


def _write(report: Report, kind: str, figures: Figures) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            export_report(report, Path(folder) / f"x{kind}")
        except Mismatch as error:
            figures.counts["mismatches"] += 1
            figures.details.append(f"{kind}: {error.what}")
        except Exception as error:
            figures.counts["uncaught"] += 1
            figures.details.append(f"{kind}: {error!r}")


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield inject_texts()
