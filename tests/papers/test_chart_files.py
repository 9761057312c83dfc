"""图解 as files: what is written, by the call too, and what stands in the way."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.cli import main
from reportdesk.papers.chart_files import chart_files
from reportdesk.report.edit import enter
from reportdesk.writers import render
from reportdesk.writers.charts.pictures import pictures_of
from tests.checks.reports import correct_report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "年报.rdesk").write_bytes(render(correct_report(), ".rdesk"))
    return tmp_path / "年报.rdesk"


def test_every_picture_is_written_in_both_kinds() -> None:
    report = correct_report()
    pictures = pictures_of(report, ("received", "fees"))
    files = dict(chart_files(report, pictures, lambda svg, scale: f"{scale}{svg[:4]}".encode(), 3.0))
    assert list(files) == [
        *("chart.svg", "chart.png", "chart-received.svg", "chart-received.png"),
        *("chart-fees.svg", "chart-fees.png", "chart.html", "chart.json"),
    ]
    assert files["chart.png"] == b"3.0<svg"
    assert [name for name, _ in chart_files(report, pictures)] == [
        *("chart.svg", "chart-received.svg", "chart-fees.svg", "chart.html", "chart.json")
    ]


def test_the_call_writes_svg_and_says_its_json(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "图"
    assert (
        main(
            ["chart", str(file), str(out), "--svg", "--cards", "received，askers", "--theme", "绿", "--json"]
        )
        == 0
    )
    said = capsys.readouterr()
    assert sorted(path.name for path in out.iterdir()) == [
        *("chart-askers.svg", "chart-received.svg", "chart.html", "chart.json", "chart.svg")
    ]
    assert json.loads(said.out) == json.loads((out / "chart.json").read_bytes())
    assert "已写入" in said.err
    assert main(["chart", str(file), str(out), "--svg"]) == 3
    assert "已经有文件" in capsys.readouterr().err
    assert main(["chart", str(file), str(out), "--svg", "--force", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert (out / "chart-fees.svg").exists()


def test_a_report_with_errors_is_drawn_and_said_to_have_them(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = enter(correct_report(), {"requests.granted.business": 999}).apply(correct_report())
    (tmp_path / "错.rdesk").write_bytes(render(wrong, ".rdesk"))
    assert main(["chart", str(tmp_path / "错.rdesk"), str(tmp_path / "a"), "--svg"]) == 0
    assert "必改的问题" in capsys.readouterr().err
    assert main(["chart", str(file), str(tmp_path / "b"), "--svg"]) == 0
    assert "必改" not in capsys.readouterr().err


def test_last_years_report_is_compared_where_the_file_carries_none(file: Path, tmp_path: Path) -> None:
    last = replace(correct_report(), year=correct_report().year - 1)
    (tmp_path / "上年.rdesk").write_bytes(render(last, ".rdesk"))
    (tmp_path / "年报.docx").write_bytes(render(correct_report(), ".docx", "nothing"))
    words = ("chart", str(tmp_path / "年报.docx"), str(tmp_path / "图"), "--svg", "--quiet")
    assert main([*words, "--last", str(tmp_path / "上年.rdesk")]) == 0
    data = json.loads((tmp_path / "图" / "chart.json").read_bytes())
    assert data["last_year"] == last.year
    assert all(one["last"] == one["now"] for one in data["cards"][0]["figures"])


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--cards", "nope"), 3, "没有卡片“nope”"),
        (("--theme", "pink"), 3, "没有配色“pink”"),
        (("--scale", "9"), 2, "1 到 4"),
    ],
)
def test_what_is_asked_for_and_not_there_is_said_before_anything_is_written(
    words: tuple[str, ...],
    status: int,
    says: str,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["chart", str(file), str(tmp_path / "图"), "--svg", *words]) == status
    assert says in capsys.readouterr().err
    assert not (tmp_path / "图").exists()


def test_a_file_in_the_folders_place_stays(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "图").write_text("x")
    assert main(["chart", str(file), str(tmp_path / "图"), "--svg", "--force"]) == 3
    assert "不是文件夹" in capsys.readouterr().err
    assert (tmp_path / "图").read_text() == "x"
