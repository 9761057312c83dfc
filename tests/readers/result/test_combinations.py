"""Oddities in any combination: a cell may come out blank and named, but never wrong."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.examples import examples
from tests.readers.made import Document
from tests.readers.paper import Paper, paper, values
from tests.readers.printing import (
    to_cells_text,
    to_web,
    to_word,
    to_workbook,
    web_blocks,
    web_table,
    word,
    word_blocks,
    word_table,
)
from tests.readers.report import read, score
from tests.readers.spoiling import cut

KINDS: dict[str, tuple[str, Callable[[Paper], bytes]]] = {
    "word": (".docx", to_word),
    "word without spans": (".docx", lambda p: word(word_blocks(p, lambda g: word_table(g, spans=False)))),
    "web": (".html", to_web),
    "web without spans": (".html", lambda p: web_blocks(p, lambda g: web_table(g, spans=False)).encode()),
    "workbook": (".xlsx", lambda p: to_workbook([list(p.blocks)])),
    "cells": (".txt", to_cells_text),
    "in a cell": (".docx", lambda p: word(f"<w:tbl><w:tr><w:tc>{word_blocks(p)}</w:tc></w:tr></w:tbl>")),
}
OTHER_WORDS = {
    "总计": "合计",
    "（七）总计": "（七）合计",
    "其他": "其它",
    "3.其他": "3.其它",
    "结果维持": "维持",
}
LABELS: dict[str, Callable[[str], str]] = {
    "spaces": " ".join,
    "half-width": lambda text: text.translate(str.maketrans("（）“”", '()""')),
    "no ordinals": lambda text: re.sub(r"^(（.）|\d\.|.、)", "", text) if len(text) > 5 else text,
    "other words": lambda text: OTHER_WORDS.get(text, text),
    "lines": lambda text: "\n".join(text[i : i + 4] for i in range(0, len(text), 4)),
    "explained": lambda text: f"{text}（按2023年口径，共1项）",
    "bold": lambda text: f"\u200b{text}\u00a0",
}


def blank_some(made: Paper, dice: random.Random, mark: str) -> None:
    """Print a mark in many cells."""
    keys = [key for key in made.expected if dice.random() < 0.5]
    made.show(keys, mark)
    entered = {
        cell.key: figure for cell in made.form.entered if (figure := made.expected[cell.key]) is not None
    }
    sums = figures(Report(made.form, cells=entered))
    made.expected |= {
        cell.key: sums[cell.key] for cell in made.form.derived if made.expected[cell.key] is None
    }


def spoil(made: Paper, dice: random.Random) -> None:
    """Spoil a paper in several ways that leave it readable for a person."""
    for label in dice.sample(sorted(LABELS), dice.randint(0, 3)):
        for grid in made.grids():
            grid.relabel(LABELS[label])
    if dice.random() < 0.5:
        blank_some(made, dice, dice.choice(["", "/", "—", "\u00a0", "无"]))
    if dice.random() < 0.5:
        cut(made, "requests", dice.randint(4, len(made.grid("requests").rows) - 1), heads=dice.choice([0, 3]))
    if dice.random() < 0.3:
        cut(made, "disclosure", dice.randint(4, 12))


@examples(60, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10**9), kind=st.sampled_from(sorted(KINDS)), edition=st.sampled_from(["2021", "2019"])
)
def test_no_cell_is_wrong(
    seed: int, kind: str, edition: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dice = random.Random(seed)
    made = paper(edition, values(load_edition(edition), sparse=dice.random() < 0.5))
    spoil(made, dice)
    suffix, write = KINDS[kind]
    document = Document("年报", suffix, write(made), made)
    assert score(document, read(document, tmp_path_factory.getbasetemp())).wrong == ()
