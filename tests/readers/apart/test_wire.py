"""What crosses from the worker's process drops nothing: every field of every part comes back as it was."""

from __future__ import annotations

from dataclasses import fields

import msgspec
import pytest

from reportdesk.form.loader import load_edition
from reportdesk.readers.apart.wire import decode_reading, encode_reading
from reportdesk.readers.found.blocks import FoundCell, FoundParagraph, FoundTable, Printed
from reportdesk.readers.result.reading import Edited, Reading, Seen
from reportdesk.report.model import Report

REPORT = Report(load_edition("2021"), organ="云溪县档案局", year=2024)
OTHER = Report(load_edition("2021"), organ="云溪县档案馆", year=2024)
PARAGRAPH = FoundParagraph("一、总体情况", "heading")
CELL = FoundCell((FoundParagraph("总计"),), rows=2, columns=3)
TABLE = FoundTable(((CELL, CELL, None),), is_sheet=True, is_aligned=False)
SEEN = Seen((PARAGRAPH, TABLE), {"intro": range(1)}, {"disclosure.fees.amount": Printed(1, 0, "5万元")})


def back(reading: Reading) -> Reading:
    return decode_reading(encode_reading(reading), "报告.docx")


def table_of(reading: Reading) -> FoundTable:
    assert reading.seen is not None
    return next(block for block in reading.seen.blocks if isinstance(block, FoundTable))


def test_a_reading_comes_back_whole() -> None:
    reading = Reading(REPORT, SEEN, Edited(REPORT, OTHER), is_whole=True)
    found = back(reading)
    assert (found.report, found.edited, found.is_whole) == (REPORT, reading.edited, True)
    assert found.seen is not None
    assert found.seen.blocks[0] == PARAGRAPH
    assert (found.seen.sections, found.seen.figures) == (SEEN.sections, SEEN.figures)


@pytest.mark.parametrize("name", [one.name for one in fields(FoundTable) if one.name != "slots"])
def test_every_field_of_a_table_comes_back(name: str) -> None:
    assert getattr(table_of(back(Reading(REPORT, SEEN))), name) == getattr(TABLE, name)
    assert getattr(TABLE, name) != FoundTable.__dataclass_fields__[name].default


@pytest.mark.parametrize(
    ("name", "default"), [(one.name, one.default) for one in msgspec.structs.fields(FoundCell)]
)
def test_every_field_of_a_cell_comes_back(name: str, default: object) -> None:
    (cell,) = table_of(back(Reading(REPORT, SEEN))).cells()
    assert getattr(cell, name) == getattr(CELL, name)
    assert getattr(CELL, name) != default


def test_slots_share_their_cells_as_before() -> None:
    (first, second, third), *_ = table_of(back(Reading(REPORT, SEEN))).slots
    assert first is second
    assert third is None
