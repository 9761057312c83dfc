"""Each command does what its help says, and its exit status tells how it went."""

import json
from pathlib import Path

import pytest

from reportdesk.project.file import read_project
from reportdesk.project.format.report_json import decode_report
from tests.cli.conftest import Call, Said

ROW = "requests.received."


def test_new_writes_a_blank_report(reportdesk: Call, tmp_path: Path) -> None:
    said = reportdesk("new", "新.rdesk", "--organ", "云溪县档案局", "--year", "2023")
    assert (said.status, said.out, said.err) == (0, "", "已写入 新.rdesk\n")
    report = read_project(tmp_path / "新.rdesk").report
    assert (report.organ, report.year, report.form.edition, report.cells) == (
        "云溪县档案局",
        2023,
        "2021",
        {},
    )


def test_quiet_leaves_results_and_errors(reportdesk: Call) -> None:
    words = ("new", "新.rdesk", "--organ", "云溪县档案局", "--year", "2023")
    assert reportdesk(*words, "--quiet").err == ""
    assert "已经存在" in reportdesk("--quiet", *words).err
    assert reportdesk("--force", "--quiet", *words) == Said(0, "", "")


def test_an_existing_file_is_overwritten_by_force_only(reportdesk: Call, report: Path) -> None:
    before = report.read_bytes()
    words = ("new", report, "--organ", "云溪县司法局", "--year", "2024")
    said = reportdesk(*words)
    assert said.status == 3
    assert said.err.startswith(f"{report}：文件已经存在，没有覆盖")
    assert report.read_bytes() == before
    assert reportdesk(*words, "--force").status == 0
    assert read_project(report).report.organ == "云溪县司法局"
    assert report.with_name("年报.rdesk.bak").read_bytes() == before


@pytest.mark.parametrize("command", ["convert", "roll"])
def test_no_command_overwrites_without_force(
    reportdesk: Call, report: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "out.rdesk").write_bytes(b"mine")
    assert reportdesk(command, report, "out.rdesk").status == 3
    assert (tmp_path / "out.rdesk").read_bytes() == b"mine"


def test_show_prints_every_cell_as_json(reportdesk: Call, report: Path) -> None:
    said = reportdesk("show", report, "--json")
    data = json.loads(said.out)
    assert said.status == 0
    assert len(data["cells"]) == 200
    assert data["cells"]["disclosure.fees.amount"] == "59237.2449"
    assert data["stated"] == {ROW + "total": 9}
    assert data["title"] == "云溪县档案局2023年政府信息公开工作年度报告"
    assert data["texts"]["overview"] == "2023年，本局认真贯彻条例。\n（一）主动公开"
    assert data["signature"] == {"organ": "云溪县档案局", "date": "2024-01-08"}
    assert (data["level"], data["last"]["year"], data["notes"][0]["message"]) == (
        "department",
        2022,
        "旧的说明",
    )


def test_show_speaks_to_people_in_chinese(reportdesk: Call, report: Path) -> None:
    said = reportdesk("show", report)
    lines = said.out.splitlines()
    assert lines[0] == "云溪县档案局2023年政府信息公开工作年度报告"
    assert "已填：166 格，共 166 格" in lines
    assert "  2023年，本局认真贯彻条例。" in lines
    assert any("本年新收" in line and line.endswith("9（合计 3）") for line in lines)
    assert "落款：云溪县档案局    2024年1月8日" in lines
    assert "  旧的说明" in lines


def test_show_tells_blank_from_nothing_and_from_nonsense(reportdesk: Call, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps({"cells": {ROW + "other": "abc", ROW + "business": 0}}))
    row = next(line for line in reportdesk("show", "x.json").out.splitlines() if "本年新收" in line)
    assert row.split()[1:] == ["空", "0", "空", "空", "空", "“abc”？", "空"]


def test_check_counts_what_is_wrong(reportdesk: Call, report: Path) -> None:
    said = reportdesk("check", report, "--json")
    data = json.loads(said.out)
    assert said.status == 1
    assert set(data) == {"file", "counts", "findings", "accepted"}
    assert data["counts"]["error"] == sum(finding["severity"] == "error" for finding in data["findings"])
    row_sum = next(finding for finding in data["findings"] if finding["code"] == "requests.row_sum")
    assert (row_sum["left"], row_sum["right"], row_sum["difference"]) == (9, 3, 6)
    assert row_sum["cells"][0] == ROW + "total"
    assert set(row_sum) == {
        *("code", "severity", "message", "cells", "left", "right", "difference", "section", "span")
    }


def test_check_tells_people_by_severity(reportdesk: Call, report: Path) -> None:
    lines = reportdesk("check", report).out.splitlines()
    assert lines[0] == str(report)
    assert any(line.startswith("必改（") for line in lines)
    row = next(line for line in lines if "[requests.row_sum]" in line)
    assert all(figure in row for figure in ("9", "3", "6"))


def test_what_the_clerk_accepted_is_listed_and_not_counted(reportdesk: Call, tmp_path: Path) -> None:
    from dataclasses import replace

    from reportdesk.checks.engine import Checker
    from reportdesk.project.file import save_project
    from reportdesk.report.facts import facts_of
    from reportdesk.report.model import Acceptance

    golden = Path(__file__).parents[1] / "data" / "projects" / "format-1.rdesk"
    report = read_project(golden).report
    finding = next(f for f in Checker(report.form).run(facts_of(report)) if f.code == "requests.row_sum")
    word = Acceptance(finding.code, finding.subject, finding.figures, "已核对原件")
    save_project(tmp_path / "x.rdesk", replace(report, accepted={finding.subject: word}), None)
    data = json.loads(reportdesk("check", "x.rdesk", "--json").out)
    assert "requests.row_sum" not in {found["code"] for found in data["findings"]}
    assert [(found["code"], found["note"]) for found in data["accepted"]] == [
        ("requests.row_sum", "已核对原件")
    ]
    assert data["counts"]["error"] == len([f for f in data["findings"] if f["severity"] == "error"])
    assert "说明：已核对原件" in reportdesk("check", "x.rdesk").out


def test_several_files_give_one_object_a_line_and_a_bad_one_does_not_stop_the_rest(
    reportdesk: Call, report: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.rdesk").write_bytes(b"?")
    said = reportdesk("check", report, "other.rdesk", report, "--json")
    assert said.status == 3
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == [str(report)] * 2
    assert said.err.count("\n") == 1
    assert said.err.startswith("other.rdesk：")


def test_check_takes_last_year_from_another_file(reportdesk: Call, tmp_path: Path) -> None:
    last = {"organ": "云溪县档案局", "year": 2022, "cells": {"requests.carried_out.total": 5}}
    this = {"organ": "云溪县档案局", "year": 2023, "cells": dict.fromkeys(_carried_in(), 0)}
    (tmp_path / "last.json").write_text(json.dumps(last))
    (tmp_path / "this.json").write_text(json.dumps(this))
    without, with_last = (
        {found["code"]: found for found in json.loads(reportdesk(*words, "--json").out)["findings"]}
        for words in (("check", "this.json"), ("check", "this.json", "--last", "last.json"))
    )
    assert "carry.total" not in without
    carried = with_last["carry.total"]
    assert {carried["left"], carried["right"]} == {0, 5}


def _carried_in() -> list[str]:
    applicants = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
    return [f"requests.carried_in.{applicant}" for applicant in applicants]


@pytest.mark.parametrize("suffix", [".rdesk", ".json", ".docx", ".xlsx", ".html"])
def test_convert_writes_every_kind(reportdesk: Call, report: Path, tmp_path: Path, suffix: str) -> None:
    said = reportdesk("convert", report, f"out{suffix}", "--quiet")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert (tmp_path / f"out{suffix}").stat().st_size > 1000


def test_convert_to_json_is_what_show_prints(reportdesk: Call, report: Path, tmp_path: Path) -> None:
    reportdesk("convert", report, "out.json")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == reportdesk("show", report, "--json").out


def test_convert_there_and_back_changes_nothing(reportdesk: Call, report: Path, tmp_path: Path) -> None:
    reportdesk("convert", report, "out.json")
    reportdesk("convert", "out.json", "back.rdesk")
    shown = json.loads(reportdesk("show", "back.rdesk", "--json").out)
    assert shown == json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


def test_roll_starts_the_next_year(reportdesk: Call, report: Path, tmp_path: Path) -> None:
    assert reportdesk("roll", report, "next.rdesk").status == 0
    rolled = read_project(tmp_path / "next.rdesk").report
    assert rolled.year == 2024
    assert rolled.last is not None
    assert rolled.last.cells[ROW + "total"] == 9
    assert reportdesk("roll", report, "later.json", "--year", "2025").status == 0
    assert decode_report((tmp_path / "later.json").read_bytes(), "").year == 2025


def test_roll_lists_the_years_that_it_moved(reportdesk: Call, report: Path) -> None:
    said = reportdesk("roll", report, "next.rdesk")
    assert "2023年" in said.out
    assert "2024年" in said.out


def test_a_damaged_file_is_refused_unless_a_rescue_is_asked_for(
    reportdesk: Call, report: Path, tmp_path: Path
) -> None:
    damaged = report.read_bytes().replace(b'natural_person": 3,', b'natural_person": 4,', 1)
    report.write_bytes(damaged)
    for words in (
        ("show", report),
        ("convert", report, "out.rdesk"),
        ("check", report),
        ("roll", report, "o.rdesk"),
    ):
        said = reportdesk(*words)
        assert said.status == 3
        assert str(report) in said.err
        assert "--rescue" in said.err
    said = reportdesk("show", report, "--json", "--rescue", "--quiet")
    assert said.status == 0
    assert "抢救" in said.err
    assert "read.rescued" in {note["code"] for note in json.loads(said.out)["notes"]}
    assert reportdesk("convert", report, "out.rdesk", "--rescue").status == 0
    assert read_project(tmp_path / "out.rdesk").report.cells[ROW + "natural_person"] == 4
    assert report.read_bytes() == damaged
    assert reportdesk("check", report, "--rescue").status == 2


@pytest.mark.parametrize("out", ["a.rdesk", "a.xlsx", "a", "a.docx.", "a．docx", "a.docx "])
def test_a_clean_copy_is_of_the_kind_of_its_file(
    reportdesk: Call, report: Path, tmp_path: Path, out: str
) -> None:
    reportdesk("convert", report, "年报.docx", "--quiet")
    said = reportdesk("inspect", "年报.docx", "--clean", out)
    assert (said.status, said.out) == (2, "")
    assert "同一种文件" in said.err
    assert not (tmp_path / out).exists()


@pytest.mark.parametrize("link", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        ("roll", "年报.rdesk", "{}.rdesk"),
        ("sheet", "年报.docx", "{}.docx"),
        ("correct", "年报.docx", "年报.rdesk", "{}.docx"),
        ("convert", "年报.rdesk", "{}.html", "--corrected-from", "年报.html"),
        ("collect", "年报.rdesk", "--to", "{}.xlsx", "--roster", "年报.xlsx"),
        ("collect", "年报.rdesk", "--to", "{}.xlsx", "--last", "年报.xlsx"),
        ("collect", "年报.rdesk", "--report", "{}.rdesk", "--last", "年报.rdesk"),
    ],
)
def test_what_is_read_is_never_overwritten(
    reportdesk: Call, report: Path, tmp_path: Path, words: tuple[str, ...], link: bool
) -> None:
    for kind in (".docx", ".xlsx", ".html", ".rdesk"):
        reportdesk("convert", report, f"年报{kind}", "--quiet", "--force")
        if link:
            (tmp_path / f"同一份{kind}").symlink_to(f"年报{kind}")
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.suffix != ".lock"}
    said = reportdesk(*(word.format("同一份" if link else "年报") for word in words), "--force")
    assert said.status in {2, 3}
    assert {file: file.read_bytes() for file in before} == before
