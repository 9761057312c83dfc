"""What a report says of itself: title, signature, level, paragraphs."""

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.report.model import Report

FORM = load_edition("2021")


def test_the_title_follows_organ_and_year_until_the_clerk_words_it() -> None:
    report = Report(FORM, organ="云溪县档案局", year=2024)
    assert report.printed_title == "云溪县档案局2024年政府信息公开工作年度报告"
    assert Report(FORM, title="年报").printed_title == "年报"


def test_the_organ_signs_unless_another_does() -> None:
    assert Report(FORM, organ="云溪县档案局").printed_signature == "云溪县档案局"
    assert Report(FORM, organ="甲", signature_organ="乙").printed_signature == "乙"


@pytest.mark.parametrize(
    ("organ", "chosen", "level"),
    [
        ("云溪县档案局", "", "department"),
        ("云溪县人民政府", "", "government"),
        ("云溪县档案局", "town", "town"),
    ],
)
def test_the_level_is_the_chosen_one_else_what_the_name_tells(organ: str, chosen: str, level: str) -> None:
    assert Report(FORM, organ=organ, level=chosen).organ_level.key == level


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (None, ()),
        ("甲", ("甲",)),
        ("甲\n乙", ("甲", "乙")),
        ("甲\n\n乙", ("甲", "", "乙")),
        ("甲\n", ("甲", "")),
    ],
)
def test_paragraphs_are_parted_by_one_newline(text: str | None, paragraphs: tuple[str, ...]) -> None:
    report = Report(FORM, texts={"overview": text} if text else {})
    assert report.paragraphs("overview") == paragraphs


def test_an_empty_paragraph_is_nobodys() -> None:
    report = Report(FORM, texts={"overview": "\n"}, inherited={"overview": ("",)})
    assert not report.is_inherited("overview", "")
