"""The JSON of `show --json`: every cell, exact figures, and files that say less, more or nonsense."""

import json
from decimal import Decimal

import pytest
from hypothesis import given

from reportdesk.errors import FileError
from reportdesk.project.errors import Damaged, NewerVersion, NotOurs
from reportdesk.project.format.report_json import decode_report, encode_report, report_data
from reportdesk.report.model import Report
from reportdesk.report.totals import contradicted, figures, printed
from tests.examples import examples
from tests.project.reports import FORM, reports

ROW = "requests.received."
FILLED = {
    ROW + name: 1 for name in ("natural_person", "business", "research", "public_interest", "legal_service")
}
FILLED[ROW + "other"] = 2


def read(**data: object) -> Report:
    return decode_report(json.dumps({"cells": {}} | data).encode(), "x.json")


def notes_of(report: Report) -> dict[str, str]:
    return {note.code: note.message for note in report.notes}


def test_all_cells_are_there_derived_ones_too() -> None:
    data = report_data(Report(FORM, cells=FILLED))
    assert len(data["cells"]) == 200
    assert list(data["cells"]) == list(FORM.cells)
    assert data["cells"][ROW + "total"] == 7
    assert data["cells"]["requests.carried_in.total"] is None


def test_the_parts_stand_in_their_order_and_last_only_where_there_is_one() -> None:
    parts = ["schema", "edition", "organ", "year", "title", "intro", "cells", "stated", "invalid", "texts"]
    assert list(report_data(Report(FORM))) == [*parts, "signature", "level", "notes"]
    assert list(report_data(read(last={"year": 2022})))[-2:] == ["last", "notes"]


def test_counts_are_integers_and_amounts_are_strings() -> None:
    report = read(cells={"disclosure.fees.amount": "59237.24490", ROW + "other": "１２"})
    encoded = encode_report(report).decode()
    assert '"disclosure.fees.amount": "59237.2449"' in encoded
    assert f'"{ROW}other": 12' in encoded


def test_a_json_number_loses_no_digit() -> None:
    report = decode_report(b'{"cells": {"disclosure.fees.amount": 123456789012.123}}', "x")
    assert report.cells["disclosure.fees.amount"] == Decimal("123456789012.123")


@given(reports)
@examples(40)
def test_what_was_written_reads_the_same(report: Report) -> None:
    once = decode_report(encode_report(report), "x")
    data = report_data(once)
    assert data["cells"] == report_data(report)["cells"]
    assert once.stated == contradicted(report, figures(report))
    assert printed(once, figures(once)) == printed(report, figures(report))
    assert encode_report(decode_report(encode_report(once), "x")) == encode_report(once)


def test_everything_but_the_cells_may_be_left_out() -> None:
    report = read()
    assert (report.organ, report.year, report.cells, report.texts, report.notes) == ("", 0, {}, {}, ())
    assert report.form.edition == "2021"


def test_nulls_are_as_if_left_out() -> None:
    names = ["edition", "organ", "year", "title", "intro", "signature", "level", "last"]
    assert read(**dict.fromkeys(names), texts={"overview": None}) == read()


def test_a_total_that_is_not_its_sum_is_stated() -> None:
    report = read(cells=FILLED | {ROW + "total": 9})
    assert report.stated == {ROW + "total": 9}
    assert report_data(report)["cells"][ROW + "total"] == 7
    assert report_data(report)["stated"] == {ROW + "total": 9}
    assert read(cells=FILLED | {ROW + "total": 7}).stated == {}
    assert read(cells=FILLED, stated={ROW + "total": 7}).stated == {}
    assert read(cells=FILLED | {ROW + "total": 7}, stated={ROW + "total": 8}).stated == {ROW + "total": 8}


def test_a_total_without_all_its_parts_is_stated() -> None:
    assert read(cells={ROW + "other": 1, ROW + "total": 1}).stated == {ROW + "total": 1}


@pytest.mark.parametrize(
    ("given_", "kept"),
    [(-1, "-1"), (1.5, "1.5"), ("abc", "abc"), (True, "true"), ([1], "[1]"), (10**40, "1" + "0" * 40)],
)
def test_what_no_cell_can_hold_is_kept_as_given(given_: object, kept: str) -> None:
    report = read(cells={ROW + "other": given_})
    assert report.cells == {}
    assert report_data(report)["invalid"] == {ROW + "other": kept}
    assert report_data(report)["cells"][ROW + "other"] is None
    assert decode_report(encode_report(report), "x").invalid == report.invalid


def test_a_monstrous_exponent_costs_nothing() -> None:
    report = decode_report(b'{"cells": {"disclosure.fees.amount": 1e999999999}}', "x")
    assert report.invalid == {"disclosure.fees.amount": "1E+999999999"}


def test_what_is_unknown_is_a_note_that_names_it() -> None:
    entered = "requests.received.business"
    report = read(
        cells={"requests.received.robot": 1}, mood="good", texts={"appendix": "x"}, stated={entered: 5}
    )
    message = notes_of(report)["read.unknown_key"]
    for name in ("cells.requests.received.robot", "mood", "texts.appendix", f"stated.{entered}"):
        assert name in message
    assert not report.extra
    assert "等 60 项" in notes_of(read(cells={f"a.b{n}": 1 for n in range(60)}))["read.unknown_key"]


def test_control_characters_and_half_characters_are_taken_out_with_a_note() -> None:
    report = read(texts={"overview": "一\x00\x1b段\r\n二\ud800段\t"}, organ="云溪\x07县")
    assert report.texts["overview"] == "一段\n二\ufffd段\t"
    assert report.organ == "云溪县"
    messages = [note.message for note in report.notes]
    assert [note.code for note in report.notes] == ["read.control", "read.surrogate", "read.control"]
    assert "organ" in messages[0]
    assert all("texts.overview" in message for message in messages[1:])
    assert read(texts={"overview": "一\r\n二\r三"}).notes == ()


def test_the_title_that_the_form_prescribes_follows_organ_and_year() -> None:
    own = "云溪县档案局2023年政府信息公开工作年度报告"
    assert read(organ="云溪县档案局", year=2023, title=own).title == ""
    assert (
        read(organ="云溪县档案局", year=2023, title="云溪县档案局\n" + own.removeprefix("云溪县档案局")).title
        == ""
    )
    other = read(organ="云溪县档案局", year=2024, title=own)
    assert other.title == own
    assert report_data(other)["title"] == own
    assert report_data(read(organ="云溪县档案局", year=2023))["title"] == own
    assert report_data(read())["title"] == ""


def test_the_signature_follows_the_organ_where_there_is_a_date() -> None:
    signed = read(organ="云溪县档案局", signature={"date": "2024-01-08"})
    assert report_data(signed)["signature"] == {"organ": "云溪县档案局", "date": "2024-01-08"}
    assert decode_report(encode_report(signed), "x").signature_organ == ""
    assert report_data(read(organ="云溪县档案局"))["signature"] == {"organ": "", "date": ""}


def test_an_unknown_level_is_told_by_the_organs_name() -> None:
    report = read(organ="云溪县人民政府", level="galaxy")
    assert report_data(report)["level"] == "government"
    assert "galaxy" in notes_of(report)["read.level"]
    assert report_data(read(organ="云溪县人民政府", level="department"))["level"] == "department"


def test_the_introduction_stands_at_the_top() -> None:
    report = read(intro="根据条例编制。")
    assert report.texts == {"intro": "根据条例编制。"}
    assert report_data(report)["intro"] == "根据条例编制。"
    assert "intro" not in report_data(report)["texts"]


def test_last_years_sums_are_computed_unless_given() -> None:
    last = read(last={"year": 2022, "organ": "云溪县档案局", "cells": FILLED}).last
    assert last is not None
    assert last.cells[ROW + "total"] == 7
    assert "requests.carried_in.total" not in last.cells
    stated = read(last={"year": 2022, "cells": FILLED | {ROW + "total": 9}}).last
    assert stated is not None
    assert stated.cells[ROW + "total"] == 9


def test_last_years_nonsense_is_a_note() -> None:
    report = read(last={"cells": {ROW + "other": "abc"}})
    assert "abc" in notes_of(report)["read.last_invalid"]


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b'{"organ": "x"}', NotOurs, "cells"),
        (b'{"cells": []}', NotOurs, "cells"),
        (b"[]", Damaged, "最外层"),
        (b"", Damaged, "第 1 行"),
        (b'{"cells": {}, "year": "2023"}', Damaged, "“year”的内容不对：应是整数或null，这里是文字"),
        (b'{"cells": {}, "year": 2023.5}', Damaged, "“year”的内容不对：应是整数或null，这里是小数"),
        (b'{"cells": {}, "year": 99999}', Damaged, "“year”的内容不对：应不大于 9999"),
        (b'{"cells": {}, "year": -1}', Damaged, "“year”的内容不对：应不小于 0"),
        (b'{"cells": {}, "texts": []}', Damaged, "“texts”的内容不对：应是对象，这里是列表"),
        (b'{"cells": {}, "notes": [{"cells": null}]}', Damaged, "应是列表，这里是null"),
        (b'{"cells": {}, "notes": [{"code": 3}]}', Damaged, "notes"),
        (b'{"cells": {}, "cells": {}}', Damaged, "重复"),
        (b'{"cells": {}, "schema": 2}', NewerVersion, "第 2 版"),
        (b'{"cells": {}, "edition": "1999"}', FileError, "1999"),
    ],
)
def test_what_is_no_report_is_refused_by_name(data: bytes, error: type[FileError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        decode_report(data, "x.json")
    assert str(caught.value).startswith("x.json：")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert decode_report(b'\xef\xbb\xbf{"cells": {}}', "x").cells == {}
