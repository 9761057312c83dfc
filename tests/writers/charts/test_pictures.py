"""The drawing: nothing outside its edges, bars as long as their figures, colours that grey keeps apart."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from reportdesk.errors import FormError
from reportdesk.form.loader import load_edition
from reportdesk.report.last_year import snapshot
from reportdesk.report.model import Report
from reportdesk.resources import templates_root
from reportdesk.writers.charts.as_html import charts_page
from reportdesk.writers.charts.letters import balanced, fitting, flowed, width_of, wrapped
from reportdesk.writers.charts.pictures import Picture, pictures_of
from reportdesk.writers.charts.themes import contrast, theme_named, themes_of

FORM = load_edition("2021")
NIL = Report(FORM, organ="云溪县档案局", year=2024, cells={cell.key: 0 for cell in FORM.entered})
LONG = "云溪回族土家族自治州" * 6 + "人民政府办公室（政务服务管理局）"
HUGE = replace(NIL, organ=LONG, cells={cell.key: 987_654_321_012 for cell in FORM.entered})
YEARS = replace(HUGE, last=snapshot(replace(HUGE, year=2023)))
BLANK = Report(FORM)
SVG = "{http://www.w3.org/2000/svg}"


def shapes(picture: Picture) -> etree._Element:
    return etree.fromstring(picture.svg.encode())


@pytest.mark.parametrize("report", [NIL, HUGE, YEARS, BLANK], ids=["nil", "huge", "both years", "blank"])
def test_nothing_leaves_its_picture(report: Report) -> None:
    pictures = pictures_of(report)
    for picture in (pictures.long, *pictures.single):
        for text in shapes(picture).iter(f"{SVG}text"):
            size, x, words = (
                float(text.get("font-size", 0)),
                float(text.get("x", 0)),
                "".join(text.itertext()),
            )
            unit = text.find(f"{SVG}tspan")
            wide = width_of(text.text or "", size)
            wide += width_of(unit.text or "", float(unit.get("font-size", 0))) if unit is not None else 0
            left, right = (x - wide, x) if text.get("text-anchor") == "end" else (x, x + wide)
            assert left >= 0, words
            assert right <= picture.width, words
            assert 0 < float(text.get("y", 0)) < picture.height
        for box in shapes(picture).iter(f"{SVG}rect"):
            assert float(box.get("x", 0)) + float(box.get("width", 0)) <= picture.width
            assert float(box.get("y", 0)) + float(box.get("height", 0)) <= picture.height + 1


def test_the_same_report_gives_the_same_picture() -> None:
    assert pictures_of(YEARS) == pictures_of(YEARS)


def test_bars_of_a_card_have_one_scale() -> None:
    cells = {**NIL.cells, "requests.received.natural_person": 100, "requests.received.business": 25}
    picture = next(one for one in pictures_of(replace(NIL, cells=cells)).single if one.key == "askers")
    accent = theme_named(FORM, "").accent
    wide = [
        float(box.get("width", 0)) for box in shapes(picture).iter(f"{SVG}rect") if box.get("fill") == accent
    ]
    bars = [width for width in wide if width > 6]
    assert len(bars) == 2
    assert bars[0] == pytest.approx(4 * bars[1])


def test_nothing_is_drawn_for_zero_and_blank_but_words() -> None:
    for report, says in ((NIL, "各项均为 0 件"), (BLANK, "各项均未填")):
        text = pictures_of(report).long.svg
        assert says in text
        assert "stroke=" not in text.replace("stroke-width", "") or "<line" not in text
    mixed = replace(NIL, cells={**NIL.cells, "requests.received.business": 3})
    cells = dict(mixed.cells)
    del cells["requests.received.research"]
    askers = next(one for one in pictures_of(replace(mixed, cells=cells)).single if one.key == "askers")
    assert askers.svg.count("stroke-dasharray") == 1
    assert "未填" in askers.svg


def test_a_nil_report_is_shorter_than_a_full_one() -> None:
    assert pictures_of(NIL).long.height < pictures_of(HUGE).long.height < pictures_of(YEARS).long.height


def test_last_year_is_explained_only_where_it_is_drawn() -> None:
    assert "空心条是上年" in pictures_of(YEARS).long.svg
    assert "上年是" not in pictures_of(HUGE).long.svg
    assert "空心条" not in pictures_of(HUGE).long.svg


def test_words_of_a_report_are_no_markup() -> None:
    report = replace(NIL, organ="</svg><script>&")
    long = pictures_of(report).long
    assert shapes(long).tag == f"{SVG}svg"
    assert "<script" not in long.svg
    assert "<script" not in charts_page(pictures_of(report))


def test_each_picture_says_what_it_shows() -> None:
    pictures = pictures_of(YEARS)
    for picture in (pictures.long, *pictures.single):
        root = shapes(picture)
        ids = root.get("aria-labelledby", "").split()
        assert root.get("role") == "img"
        assert [root[0].get("id"), root[1].get("id")] == ids
        assert root[1].text == picture.alternative
    assert pictures.long.alternative == "".join(card.alternative for card in pictures.cards)


def test_the_page_has_a_table_for_each_picture() -> None:
    pictures = pictures_of(YEARS)
    page = charts_page(pictures)
    assert page.count("<table>") == page.count("<svg ") == len(pictures.cards)
    assert len(set(re.findall(r'id="([^"]+)"', page))) == page.count(' id="')


@pytest.mark.parametrize("theme", themes_of(FORM), ids=lambda theme: theme.key)
def test_a_theme_can_be_read_in_grey(theme: object) -> None:
    picture = pictures_of(YEARS, theme=theme.key).long  # type: ignore[attr-defined]
    used = set(re.findall(r'fill="(#[0-9a-f]{6})"', picture.svg))
    assert contrast(theme.accent, theme.card) >= 4.5  # type: ignore[attr-defined]
    assert used <= {
        getattr(theme, name) for name in ("accent", "on_accent", "ground", "card", "ink", "muted")
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('muted = "#55606e"', 'muted = "#b0b0b0"', "muted 在 card 上看不清"),
        ('accent = "#1f4e8c"', 'accent = "blue"', "#1f4e8c 这样"),
        ('key = "red"', 'key = "blue"', "重复"),
        ('name = "蓝"', 'nome = "蓝"', "nome"),
    ],
)
def test_a_theme_in_which_something_cannot_be_read_is_refused(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    shipped = (templates_root() / "disclosure" / "themes.toml").read_text(encoding="utf-8")
    assert old in shipped
    (tmp_path / "themes.toml").write_text(shipped.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormError, match=says):
        themes_of(replace(FORM, folder=tmp_path))


def test_themes_and_cards_go_by_name() -> None:
    assert theme_named(FORM, "红") == theme_named(FORM, "red")
    with pytest.raises(FormError, match=r"没有配色“pink”.*blue（蓝）"):
        theme_named(FORM, "pink")
    assert [card.key for card in pictures_of(NIL, ("fees",)).cards] == ["fees"]


def test_a_form_without_cards_says_so() -> None:
    with pytest.raises(FormError, match="没有图解的卡片"):
        pictures_of(Report(replace(FORM, charts=type(FORM.charts)())))


@pytest.mark.parametrize(
    "text", ["字" * 50, "1234567890" * 9, "a b" * 40, "", "，" * 30, "（" * 30, "😀𠮷" * 30]
)
def test_no_line_is_longer_than_its_room_and_no_letter_is_lost(text: str) -> None:
    for break_ in (wrapped, balanced):
        lines = break_(text, 20, 200)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(width_of(line, 20) <= 200.01 for line in lines)


def test_lines_do_not_begin_with_a_stop() -> None:
    assert not any(
        line.startswith(("，", "。", "）")) for line in wrapped("甲乙丙，丁戊己。庚辛（壬）癸" * 5, 20, 90)
    )


def test_parts_stay_whole_and_one_line_stays_one() -> None:
    assert flowed(["甲乙丙 1", "丁戊己 2", "庚辛壬 3"], "，", 20, 200) == ("甲乙丙 1，丁戊己 2，", "庚辛壬 3")
    assert balanced("短题", 20, 200) == ("短题",)
    assert fitting("12345", 40, 1000) == 40
    assert width_of("1234567890", fitting("1234567890", 40, 100)) == pytest.approx(100)
