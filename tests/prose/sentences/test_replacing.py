"""Words are replaced where they stand; a new name or year reaches every place that means it."""

from dataclasses import replace as changed

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.prose.sentences.replacing import renaming, replace, replacements
from reportdesk.report.model import Report

TEXTS = {
    "intro": "本报告由云溪县档案局编制，统计期限自2024年1月1日起至2024年12月31日止。",
    "overview": "2024年，云溪县档案局公开ABC系统信息9条。\n"
    "按照《云溪县2024年工作要点》，比2023年多2条，ａｂｃ系统上线。",
    "other": "没有。",
}


@pytest.fixture
def report() -> Report:
    return Report(load_edition("2021"), organ="云溪县档案局", year=2024, texts=TEXTS)


def test_every_place_is_found_whatever_its_width_and_replaced_in_one_step(report: Report) -> None:
    found = replacements(report, "abc系统", "办公系统")
    assert [place.before for place in found] == ["ABC系统", "ａｂｃ系统"]
    edit = replace(report, found)
    after = edit.apply(report)
    assert after.texts["overview"].count("办公系统") == 2
    assert edit.inverse().apply(after) == report
    assert edit.name == "替换文字"


def test_places_chosen_alone_are_replaced(report: Report) -> None:
    _, second = replacements(report, "abc", "")
    after = replace(report, [second]).apply(report)
    assert "ABC系统" in after.texts["overview"]
    assert "，系统上线" in after.texts["overview"]


@pytest.mark.parametrize("words", ["", "没有这样的话"])
def test_nothing_is_replaced_where_nothing_is_found(report: Report, words: str) -> None:
    assert replacements(report, words, "新") == ()


def test_words_that_are_so_already_are_not_offered(report: Report) -> None:
    assert replacements(report, "没有", "没有") == ()


def test_a_place_that_has_changed_since_is_refused(report: Report) -> None:
    found = replacements(report, "没有", "有")
    with pytest.raises(ValueError, match="other"):
        replace(changed(report, texts={"other": "改了"}), found)


def test_a_new_name_reaches_fields_and_texts(report: Report) -> None:
    named = changed(report, title="云溪县档案局年报", signature_organ="云溪县档案局办公室")
    found = renaming(named, " 云溪县档案馆 ", 2024)
    after = found.edit(named, found.certain).apply(named)
    assert (after.organ, after.title, after.signature_organ) == (
        "云溪县档案馆",
        "云溪县档案馆年报",
        "云溪县档案馆办公室",
    )
    assert "档案局" not in "".join(after.texts.values())
    assert after.year == 2024
    assert not found.doubtful


def test_a_new_year_moves_what_speaks_of_this_year_and_asks_of_the_rest(report: Report) -> None:
    found = renaming(report, "云溪县档案局", 2025)
    assert [(place.before, place.after) for place in found.doubtful] == [("2024", "2025")]
    after = found.edit(report, found.certain).apply(report)
    assert after.year == 2025
    assert after.texts["intro"].endswith("自2025年1月1日起至2025年12月31日止。")
    assert after.texts["overview"].startswith("2025年，")
    assert "《云溪县2024年工作要点》，比2023年" in after.texts["overview"]
    everything = found.edit(report, (*found.certain, *found.doubtful)).apply(report)
    assert "《云溪县2025年工作要点》，比2023年" in everything.texts["overview"]


def test_name_and_year_change_in_one_step_that_is_taken_back_in_one(report: Report) -> None:
    found = renaming(report, "云溪县林业局", 2025)
    edit = found.edit(report, found.certain)
    assert edit.inverse().apply(edit.apply(report)) == report


def test_what_is_so_already_changes_nothing(report: Report) -> None:
    found = renaming(report, "", 2024)
    assert not found.fields
    assert not found.edit(report, found.certain)
