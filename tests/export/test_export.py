"""An export is read back and compared before it is called done, and replaces a file whole or not at all."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from reportdesk.errors import FileError
from reportdesk.export import AlreadyThere, Mismatch, checked_bytes, differences, export_report
from reportdesk.form.loader import load_edition, load_form
from reportdesk.project.errors import NoPermission
from reportdesk.readers import SUFFIXES, read_report
from reportdesk.report.model import LastYear, Report
from reportdesk.writers import WRITERS
from reportdesk.writers.layouts.layout_file import layout_file

FORM = load_edition("2021")
REPORT = Report(
    FORM,
    organ="云溪县档案局",
    year=2023,
    signature_date="2024-01-08",
    cells={cell.key: 0 for cell in FORM.entered}
    | {"requests.received.natural_person": 3, "disclosure.fees.amount": Decimal("59237.2449")},
    texts={
        "intro": "根据条例编制本报告。",
        "overview": "2023年，本局认真贯彻条例。\n（一）主动公开\n公开信息三条。",
        "problems": "公开内容还不够丰富。下一步将改进。",
        "other": "2023年，本局没有收取信息处理费。",
    },
)
#: A PDF is for eyes alone; it has a test of its own.
KINDS = [writer.suffix for writer in WRITERS if writer.suffix != ".pdf"]
HOSTILE = [
    "{{7*7}} {% for x in y %}",
    "<w:p>&amp;</w:p>",
    "A & B < C",
    "%} }} #}",
    "二\u2028三",
    "𠮷野",
]


@pytest.mark.parametrize("suffix", KINDS)
def test_every_kind_that_can_be_read_says_what_the_report_says(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"年报{suffix}"
    export_report(REPORT, path)
    assert path.stat().st_size > 1000
    assert suffix in SUFFIXES
    assert list(differences(REPORT, read_report(path))) == []


@pytest.mark.parametrize("suffix", [".docx", ".html", ".json"])
@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_come_out_as_typed(tmp_path: Path, suffix: str, text: str) -> None:
    report = replace(REPORT, texts={**REPORT.texts, "other": f"本局{text}。\n{text}"})
    export_report(report, tmp_path / f"x{suffix}")
    assert (tmp_path / f"x{suffix}").exists()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".json"])
def test_a_blank_report_and_a_total_that_is_not_the_sum_come_back_too(tmp_path: Path, suffix: str) -> None:
    export_report(Report(FORM, organ="云溪县档案局", year=2023), tmp_path / f"blank{suffix}")
    export_report(replace(REPORT, stated={"requests.received.total": 9}), tmp_path / f"stated{suffix}")
    assert read_report(tmp_path / f"stated{suffix}").stated == {"requests.received.total": 9}


def test_a_layout_that_leaves_something_out_is_found_out_and_nothing_is_saved(tmp_path: Path) -> None:
    folder, path = tmp_path / "layouts", tmp_path / "x.html"
    shutil.copytree(FORM.folder, folder)
    layout = layout_file(FORM, "report.html").read_text(encoding="utf-8")
    (folder / "report.html").write_text(layout.replace("{{ paragraph.rest }}", "……"), encoding="utf-8")
    path.write_bytes(b"the export of last week")
    with pytest.raises(Mismatch, match=r"x\.html：写出后读回核对不一致：引言第 1 段应为“根据条例.*没有保存"):
        export_report(replace(REPORT, form=load_form(folder)), path, force=True)
    assert path.read_bytes() == b"the export of last week"
    assert sorted(other.name for other in tmp_path.iterdir()) == ["layouts", "x.html"]


def test_a_pdf_is_compared_by_the_word_file_that_it_is_made_from(tmp_path: Path) -> None:
    folder, path = tmp_path / "layouts", tmp_path / "x.pdf"
    shutil.copytree(FORM.folder, folder)
    with ZipFile(layout_file(FORM, "report.docx")) as whole, ZipFile(folder / "report.docx", "w") as short:
        for name in whole.namelist():
            short.writestr(name, whole.read(name).replace(b"{{ signature_organ }}", b""))
    with pytest.raises(Mismatch, match="落款机关"):
        export_report(replace(REPORT, form=load_form(folder), signature_organ="云溪县史志办公室"), path)
    assert not path.exists()


def test_what_a_kind_cannot_hold_is_refused_by_file_and_place(tmp_path: Path) -> None:
    report = replace(REPORT, texts={**REPORT.texts, "other": "没有\x00收费。"})
    with pytest.raises(FileError, match=r"x\.docx：六、其他需要报告的事项：.*控制字符"):
        export_report(report, tmp_path / "x.docx")
    assert not list(tmp_path.iterdir())


def test_an_existing_file_is_replaced_by_force_only_and_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match="没有覆盖"):
        export_report(REPORT, path)
    assert path.read_bytes() == b"mine"
    export_report(REPORT, path, force=True)
    assert (tmp_path / "x.json.bak").read_bytes() == b"mine"


def test_a_link_to_nowhere_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.json").symlink_to("absent")
    with pytest.raises(AlreadyThere):
        export_report(REPORT, tmp_path / "x.json")


def test_a_name_that_the_disk_refuses_is_no_defect(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件名太长"):
        export_report(REPORT, tmp_path / f"{'x' * 300}.json")


def test_a_read_only_export_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    with pytest.raises(NoPermission):
        export_report(REPORT, path, force=True)
    assert path.read_bytes() == b"mine"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"不能写成“\.odt”"):
        export_report(REPORT, tmp_path / "x.odt")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (replace(REPORT, year=2022), "标题应为“云溪县档案局2023年"),
        (
            replace(REPORT, cells={**REPORT.cells, "requests.received.natural_person": 4}),
            "表三 · 一、本年新收政府信息公开申请数量 · 自然人应为“3”，读回“4”",
        ),
        (
            replace(REPORT, texts={**REPORT.texts, "other": "没有收费。"}),
            "六、其他需要报告的事项第 1 段应为“2023年，本局没有收取信息处理费。”，读回“没有收费。”",
        ),
        (
            replace(REPORT, texts={**REPORT.texts, "overview": "2023年，本局认真贯彻条例。"}),
            "一、总体情况第 2 段应为“（一）主动公开\n公开信息三条。”，读回空白",
        ),
        (
            replace(REPORT, texts={**REPORT.texts, "intro": ""}),
            "引言第 1 段应为“根据条例编制本报告。”，读回空白",
        ),
        (replace(REPORT, signature_organ="云溪县司法局"), "落款机关应为“云溪县档案局”，读回“云溪县司法局”"),
        (replace(REPORT, signature_date="2024-01-09"), "落款日期应为“2024-01-08”，读回“2024-01-09”"),
        (Report(load_edition("2019"), organ=REPORT.organ, year=2023), "表格应为 2021 版，读回 2019 版"),
    ],
)
def test_a_difference_is_told_by_its_place(read: Report, says: str) -> None:
    assert next(differences(REPORT, read)).startswith(says)


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize(
    "fields",
    [
        {"signature_organ": "云溪县档案局（代章）"},
        {"signature_organ": "甲 & <乙>", "organ": "甲 & <乙>局"},
        {"signature_organ": "云溪县委办公室、云溪县档案局", "signature_date": ""},
        {"signature_date": ""},
        {"signature_date": "另行通知"},
        {"title": "云溪局二〇二三年年报", "signature_date": ""},
    ],
    ids=str,
)
def test_whoever_signs_comes_back(tmp_path: Path, suffix: str, fields: dict[str, str]) -> None:
    report = replace(REPORT, **fields)
    data = checked_bytes(report, tmp_path / f"x{suffix}", "printed" if suffix == ".rdesk" else "nothing")
    (tmp_path / f"x{suffix}").write_bytes(data)
    read = read_report(tmp_path / f"x{suffix}")
    assert (read.printed_signature, read.signature_date) == (
        report.printed_signature,
        report.signature_date,
    )


def test_layout_is_no_difference() -> None:
    spaced = replace(
        REPORT, texts={**REPORT.texts, "other": "\u3000\u30002023年，本局没有收取信息处理费。\n\n"}
    )
    assert list(differences(spaced, REPORT)) == []


def test_a_file_for_the_public_is_compared_too_and_holds_no_more_than_it_shows(tmp_path: Path) -> None:
    report = replace(REPORT, last=LastYear("2021", 2022, "云溪县档案局", {}, {"other": "去年的话。"}))
    path = tmp_path / "年报.docx"
    path.write_bytes(checked_bytes(report, path, "nothing"))
    assert list(differences(report, read_report(path))) == []
    assert read_report(path).last is None
    path.write_bytes(checked_bytes(report, path))
    assert read_report(path).last is None
    path.write_bytes(checked_bytes(report, path, "everything"))
    assert read_report(path).last == report.last
