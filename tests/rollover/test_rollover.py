"""Roll-over: what is carried in, what comes along, what stays behind, and what is said of it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.checks.engine import Checker
from reportdesk.errors import FormError, ReportDeskError
from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import INTRO, Form
from reportdesk.report.facts import facts_of
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import Acceptance, LastYear, Note, Report
from reportdesk.report.totals import figures
from reportdesk.rollover import TITLE, YearKept, roll

FORM = load_edition("2021")
COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
TEXTS = {
    INTRO: "现公布2023年年度报告。",
    "overview": "2023年，我局公开信息385条，较2022年增长一成。\n\n（一）主动公开\n按照《2023年要点》公开。",
    "problems": "2023年存在不足。2024年将改进。",
    "other": "无",
}


def last_report(**changes: object) -> Report:
    zeroes: dict[str, int | Decimal] = dict.fromkeys((cell.key for cell in FORM.entered), 0)
    carried = {f"requests.carried_out.{column}": number for number, column in enumerate(COLUMNS, 1)}
    report = Report(
        FORM,
        organ="云溪县档案局",
        year=2023,
        level="department",
        signature_organ="云溪县档案局办公室",
        signature_date="2024-01-08",
        cells=zeroes | carried | {"disclosure.fees.amount": Decimal("1.25")},
        texts=TEXTS,
        accepted={"x": Acceptance("x", "x", "1/2/", "已核对")},
        notes=(Note("read.unknown", "读入时的话"),),
        extra={"future": 1},
    )
    return replace(report, **changes)


def codes(report: Report) -> list[str]:
    return [note.code for note in report.notes]


def test_what_was_carried_out_is_carried_in_and_nothing_else_is_filled() -> None:
    report = roll(last_report()).report
    carried = {f"requests.carried_in.{column}": number for number, column in enumerate(COLUMNS, 1)}
    assert report.cells == carried
    assert report.unconfirmed == dict.fromkeys(carried, True)
    assert figures(report)["requests.carried_in.total"] == 21


def test_organ_and_level_stay_while_date_words_and_notes_of_last_year_do_not() -> None:
    report = roll(last_report()).report
    assert (report.organ, report.level, report.year) == ("云溪县档案局", "department", 2024)
    assert (report.signature_organ, report.signature_date) == ("云溪县档案局办公室", "")
    assert report.accepted == report.stated == report.invalid == report.extra == {}
    assert codes(report) == ["roll.years_kept"]


def test_last_year_stays_inside_as_it_was_printed() -> None:
    report = last_report(stated={"requests.total.total": 7})
    last = roll(report).report.last
    assert last is not None
    assert (last.edition, last.year, last.organ, last.texts) == ("2021", 2023, "云溪县档案局", TEXTS)
    assert len(last.cells) == len(FORM.cells)
    assert last.cells["requests.total.total"] == 7
    assert last.cells["requests.carried_out.total"] == 21
    assert last.cells["disclosure.fees.amount"] == Decimal("1.25")


def test_a_blank_of_last_year_is_not_in_the_snapshot() -> None:
    cells = {key: figure for key, figure in last_report().cells.items() if not key.endswith("business")}
    last = roll(last_report(cells=cells)).report.last
    assert last is not None
    assert "requests.granted.business" not in last.cells
    assert "requests.granted.total" not in last.cells
    assert last.cells["requests.granted.other"] == 0


def test_every_paragraph_is_marked_as_last_years_in_its_new_words() -> None:
    report = roll(last_report()).report
    assert report.texts["overview"] == TEXTS["overview"].replace("2023年，", "2024年，")
    for section in TEXTS:
        for paragraph in report.paragraphs(section):
            assert report.is_inherited(section, paragraph) == bool(paragraph)


def test_every_year_moved_and_every_year_left_is_listed_with_its_place() -> None:
    rolled = roll(last_report())
    assert [str(change) for change in rolled.changes] == [
        "“引言”第 1 段：2023年改为2024年",
        "“一、总体情况”第 1 段：2023年改为2024年",
        "“五、存在的主要问题及改进情况”第 1 段：2023年改为2024年",
    ]
    assert [str(kept) for kept in rolled.kept] == [
        "“一、总体情况”第 1 段：2022年没有改（用来比较）",
        "“一、总体情况”第 4 段：2023年没有改（文件名、文号或引文里的年份）",
        "“五、存在的主要问题及改进情况”第 1 段：2024年没有改（不是 2023 年）",
    ]
    for place in (*rolled.changes, *rolled.kept):
        shown = place.written if isinstance(place, YearKept) else place.after
        assert rolled.report.texts[place.section][slice(*place.span)] + "年" == shown
    (note,) = rolled.report.notes
    assert note.message.startswith("文字里有 3 处年份没有改：“一、总体情况”第 1 段")


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("", ""),
        ("云溪县档案局2023年政府信息公开工作年度报告", ""),
        ("云溪县档案局\n2023年政府信息公开工作年度报告", "云溪县档案局\n2024年政府信息公开工作年度报告"),
        ("云溪县档案局２０２３年度报告", "云溪县档案局２０２４年度报告"),
        ("云溪县档案局2022年政府信息公开工作年度报告", ""),
        ("云溪县档案局年度报告", ""),
    ],
)
def test_a_title_moves_on_or_follows_again(title: str, after: str) -> None:
    rolled = roll(last_report(title=title))
    assert rolled.report.title == after
    assert rolled.report.printed_title.count("2024") + rolled.report.printed_title.count("２０２４") == 1
    assert any(change.section == TITLE for change in rolled.changes) == bool(after)
    was_lost = bool(title) and "2023" not in title and "２" not in title
    assert ("roll.title" in codes(rolled.report)) == was_lost


def test_a_printed_total_that_is_not_the_sum_is_kept_in_sight() -> None:
    rolled = roll(last_report(texts={}, stated={"requests.carried_out.total": 30}))
    (note,) = rolled.report.notes
    assert (note.code, note.cells) == ("roll.carried_total", ("requests.carried_in.total",))
    assert "印的总计是 30，各栏相加是 21" in note.message
    assert [f.code for f in Checker(FORM).run(facts_of(rolled.report)) if f.code.startswith("carry.")] == [
        "carry.total"
    ]


def test_a_figure_that_last_year_left_blank_stays_blank_and_is_named() -> None:
    cells = {k: v for k, v in last_report().cells.items() if k != "requests.carried_out.business"}
    report = roll(last_report(texts={}, cells=cells, stated={"requests.carried_out.total": 21})).report
    assert "requests.carried_in.business" not in report.cells
    assert "requests.carried_in.business" not in report.unconfirmed
    assert [(note.code, note.cells) for note in report.notes] == [
        ("roll.blank", ("requests.carried_in.business",)),
        ("roll.carried_total", ("requests.carried_in.total",)),
    ]
    assert "各栏没有填全" in report.notes[1].message


def test_what_no_cell_could_hold_is_named() -> None:
    cells = {k: v for k, v in last_report().cells.items() if k != "requests.granted.other"}
    report = roll(last_report(texts={}, cells=cells, invalid={"requests.granted.other": "约3"})).report
    (note,) = report.notes
    assert note.code == "roll.invalid"
    assert "表三 · （一）予以公开 · 其他（约3）" in note.message


@pytest.mark.parametrize("year", [2022, 2023, 2025, 2030])
def test_another_year_may_be_asked_for_but_nothing_is_carried_into_it(year: int) -> None:
    report = roll(last_report(texts={"other": "2023年没有。"}), year).report
    assert report.year == year
    assert report.texts["other"] == f"{year}年没有。"
    assert report.cells == {}
    assert codes(report) == ["roll.year"]
    assert f"这份是 {year} 年的" in report.notes[0].message


def test_the_same_year_moves_nothing() -> None:
    report = Report(FORM, organ="云溪县档案局", year=2023, texts={"other": "2023年没有收费。"})
    assert roll(report, 2023).changes == ()


def test_a_report_of_no_year_is_of_the_year_before_the_one_that_is_asked_for() -> None:
    carried_out = {"requests.carried_out.business": 2}
    rolled = roll(Report(FORM, organ="云溪县档案局", cells=carried_out), 2024).report
    assert (rolled.year, rolled.cells) == (2024, {"requests.carried_in.business": 2})
    assert rolled.last is not None
    assert rolled.last.year == 2023


def test_a_report_of_no_year_cannot_be_followed() -> None:
    with pytest.raises(ReportDeskError, match="哪一年"):
        roll(last_report(year=0))


def test_a_report_rolled_over_is_sound_once_filled_with_zeroes() -> None:
    report = roll(last_report(texts={})).report
    zeroes = dict.fromkeys((cell.key for cell in FORM.entered), 0)
    carried_out = {f"requests.carried_out.{c}": n for n, c in enumerate(COLUMNS, 1)}
    filled = replace(report, cells={**zeroes, **carried_out, **report.cells})
    errors = {f.code for f in Checker(FORM).run(facts_of(filled)) if f.severity == "error"}
    assert errors == {"section.empty"}


@given(
    texts=st.dictionaries(st.sampled_from(["intro", "overview", "requests", "other"]), st.text(max_size=80)),
    carried=st.lists(st.none() | st.integers(0, 10**6), min_size=6, max_size=6),
)
def test_any_report_can_be_followed(texts: dict[str, str], carried: list[int | None]) -> None:
    given_cells = {f"requests.carried_out.{c}": n for c, n in zip(COLUMNS, carried, strict=True)}
    cells = {key: figure for key, figure in given_cells.items() if figure is not None}
    report = roll(last_report(texts=texts, cells=cells)).report
    assert report.cells == {key.replace("out", "in"): figure for key, figure in cells.items()}
    assert set(report.texts) == {key for key, text in texts.items() if text}
    for key in report.texts:
        assert len(report.texts[key]) == len(texts[key])


OLD = """
edition = "{name}"
notice = "云溪县图书室〔2018〕1号"
first_year = 2018
last_year = 2019
title = "{{organ}}{{year}}年借阅情况报告"
level = [{{ key = "room", name = "图书室", deadline = "02-15" }}]
section = [
  {{ key = "loans", ordinal = "一", name = "借阅", table = "loans" }},
  {{ key = "appendix", ordinal = "二", name = "附记" }},
]
{carry}

[[table]]
key = "loans"
name = "借阅表"
label_columns = 1
widths = [30, 40, 40]

[[table.band]]
[[table.band.column]]
key = "adults"
labels = ["成人"]
[[table.band.column]]
key = "{column}"
labels = ["儿童"]
[[table.band.row]]
key = "due"
labels = ["上年未还"]
[[table.band.row]]
key = "open"
labels = ["未还"]
"""
CARRY = '[[carry]]\ntable = "loans"\nfrom = "open"\nto = "due"'


def make_form(folder: Path, name: str, column: str, carry: str = CARRY, mapping: str = "") -> Form:
    folder.mkdir()
    (folder / "form.toml").write_text(OLD.format(name=name, column=column, carry=carry), encoding="utf-8")
    if mapping:
        (folder / "from-old.toml").write_text(mapping, encoding="utf-8")
    return load_form(folder)


MAPPING = """
[cells]
"loans.open.children" = "loans.open.minors"
[dropped]
"loans.due" = "旧表按人次，新表按册次"
"""


def test_another_edition_hands_figures_down_by_its_data(tmp_path: Path) -> None:
    old = make_form(tmp_path / "a", "old", "children")
    new = make_form(tmp_path / "b", "new", "minors", mapping=MAPPING)
    cells = {"loans.due.adults": 1, "loans.due.children": 2, "loans.open.adults": 3, "loans.open.children": 4}
    report = roll(Report(old, organ="云溪县图书室", year=2019, cells=cells), form=new).report
    assert report.form is new
    assert report.cells == {"loans.due.adults": 3, "loans.due.minors": 4}
    assert last_figure(report, "loans.open.minors") == 4
    assert last_figure(report, "loans.due.adults") is None
    (note,) = report.notes
    assert note.code == "roll.unmapped"
    assert note.message == (
        "上年的这些数没有带入，旧表按人次，新表按册次："
        "借阅表 · 上年未还 · 成人（1）、借阅表 · 上年未还 · 儿童（2）"
    )


def test_without_such_data_only_figures_of_the_same_name_come_along(tmp_path: Path) -> None:
    old, new = make_form(tmp_path / "a", "old", "children"), make_form(tmp_path / "b", "new", "minors")
    cells = {"loans.open.adults": 3, "loans.open.children": 4}
    report = roll(Report(old, year=2019, cells=cells), form=new).report
    assert report.cells == {"loans.due.adults": 3}
    assert {"roll.unmapped", "roll.blank"} == set(codes(report))
    assert "今年的表里没有这一项：借阅表 · 未还 · 儿童（4）" in report.notes[-1].message


def test_words_of_a_section_that_is_no_more_are_named(tmp_path: Path) -> None:
    old = make_form(tmp_path / "a", "old", "children")
    report = roll(Report(old, year=2019, texts={"appendix": "附记"}), form=FORM).report
    assert "appendix" not in report.texts
    (note,) = [note for note in report.notes if note.code == "roll.section"]
    assert "二、附记" in note.message


@pytest.mark.parametrize(
    ("carry", "mapping", "says"),
    [
        ('[[carry]]\ntable = "loans"\nfrom = "lost"\nto = "due"', "", "“lost”和“due”"),
        ('[[carry]]\ntable = "books"\nfrom = "open"\nto = "due"', "", "“books”"),
        (CARRY, '[cells]\n"x" = "loans.open.nobody"', "不存在的“loans.open.nobody”"),
        (CARRY, '[cells]\n"x" = "loans.open.adults"\n"y" = "loans.open.adults"', "两个数"),
        (CARRY, '[cells]\n"x" = "loans.open.adults"\n[dropped]\n"x" = "无"', "既有去处"),
        (CARRY, "[lost]\n", "格式不对"),
    ],
)
def test_a_succession_that_leads_nowhere_is_refused(
    tmp_path: Path, carry: str, mapping: str, says: str
) -> None:
    with pytest.raises(FormError, match=says):
        make_form(tmp_path / "a", "new", "children", carry, mapping)


def test_a_snapshot_of_an_unknown_edition_is_read_by_the_same_names() -> None:
    last = LastYear("1999", 2022, "云溪县档案局", cells={"disclosure.rules.issued": 3})
    assert last_figure(last_report(last=last), "disclosure.rules.issued") == 3


def test_no_year_of_five_digits_is_begun() -> None:
    assert roll(last_report(year=9998)).report.year == 9999
    with pytest.raises(ReportDeskError) as refused:
        roll(last_report(year=9999))
    assert refused.value.what == "上年的报告写的是 9999 年，没有下一年：年份最多四位数"
    assert refused.value.remedy == "请先把它的年度改对"
