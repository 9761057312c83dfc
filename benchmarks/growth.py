"""How time grows with size: exponent 1 is in proportion, 2 with the square; processor time."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from docx import Document as WordDocument

from benchmarks.county import lay_out_county
from benchmarks.processes import apart_in_turns
from benchmarks.reading import SENTENCE
from benchmarks.sample import sample_report
from benchmarks.startup import warm_environment
from benchmarks.timing import Line, exponent, times_of
from benchmarks.words import one_paragraph, typing_into
from reportdesk.readers import read_report
from reportdesk.writers import render

CHARACTERS = (1_000, 10_000, 100_000)
ROWS = (15, 150, 1_500)
FILES = (10, 100, 1_000)
ROUNDS = 3


def lines() -> Iterator[Line]:
    """Times by size, each with the exponent from the size before."""
    recorded = {size: _measured(typing_into(one_paragraph(size), examined=False)) for size in CHARACTERS}
    yield from _table("a key in one paragraph of {} characters, recorded", recorded)
    keys = {size: _measured(typing_into(_paragraphs(size))) for size in CHARACTERS}
    yield from _table("a key in {} characters, to the last finding", keys)
    with tempfile.TemporaryDirectory() as folder:
        texts = {size: _measured(_reading(_with_words(Path(folder), size))) for size in CHARACTERS}
        yield from _table("reading a Word file with {} characters", texts)
        rows = {size: _measured(_reading(_with_rows(Path(folder), size))) for size in ROWS}
        yield from _table("reading a Word file with {} rows of another's table", rows)
    yield from _table("check of {} files", {size: _checked(size) for size in FILES})


def _paragraphs(size: int) -> str:
    """Paragraphs of 1,000 characters: one of 100,000 is too long to be examined at all."""
    words = one_paragraph(size)
    return "\n".join(words[place : place + 1_000] for place in range(0, size, 1_000))


def _table(what: str, times: Mapping[int, float]) -> Iterator[Line]:
    sizes = list(times)
    yield Line(f"growth: {what.format(f'{sizes[0]:,}')}", times[sizes[0]], rounds=ROUNDS)
    for before, size in pairwise(sizes):
        grown = exponent((before, size), (times[before], times[size]))
        yield Line(f"growth: {what.format(f'{size:,}')}", times[size], f"exponent {grown:.2f}", rounds=ROUNDS)


def _measured(action: Callable[[], object]) -> float:
    return times_of(action, ROUNDS).processor


def _reading(path: Path) -> Callable[[], object]:
    return lambda: read_report(path)


def _with_words(folder: Path, characters: int) -> Path:
    """A report whose overview has so many characters, in paragraphs of six sentences."""
    paragraphs = max(1, characters // (6 * len(SENTENCE)))
    texts = {**sample_report().texts, "overview": "\n".join([SENTENCE * 6] * paragraphs)}
    path = folder / f"{characters}-characters.docx"
    path.write_bytes(render(replace(sample_report(), texts=texts), ".docx"))
    return path


def _with_rows(folder: Path, rows: int) -> Path:
    """A report with a table of the clerk's own after it."""
    path = folder / f"{rows}-rows.docx"
    path.write_bytes(render(sample_report(), ".docx"))
    document = WordDocument(str(path))
    table = document.add_table(rows, 4)
    for number, row in enumerate(table.rows):
        for cell, text in zip(row.cells, (str(number), "业务培训", "3", "场次"), strict=True):
            cell.text = text
    document.save(str(path))
    return path


def _checked(number: int) -> float:
    folder = Path(tempfile.gettempdir()) / f"reportdesk-county-600-{number}"
    lay_out_county(folder, number, 600)
    with tempfile.TemporaryDirectory() as passing:
        command = [sys.executable, "-m", "reportdesk", "check", *sorted(folder.iterdir())]
        return apart_in_turns({"": command}, warm_environment(Path(passing)), 1)[""].processor
