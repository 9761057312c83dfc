"""Cells are found by their names, words by what they say."""

from dataclasses import replace

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.report.model import Report
from reportdesk.report.search import search
from reportdesk.report.totals import figures

KEY = "requests.received.natural_person"


@pytest.fixture
def report() -> Report:
    texts = {"intro": "前言ＡＢＣ", "overview": "主动公开12条。\n又公开12条。", "other": "没有"}
    return Report(load_edition("2021"), organ="云溪县档案局", year=2024, cells={KEY: 7}, texts=texts)


def test_a_cell_is_found_by_some_words_of_its_labels_in_any_order(report: Report) -> None:
    (hit,) = search(report, figures(report), "自然人 新收")
    assert (hit.key, hit.excerpt) == (KEY, "7")
    assert search(report, figures(report), "新收　自然人") == (hit,)


def test_a_blank_cell_says_that_it_is_blank(report: Report) -> None:
    assert {hit.excerpt for hit in search(report, figures(report), "科研机构") if hit.key} == {"空白"}


def test_full_and_half_width_are_alike(report: Report) -> None:
    assert [hit.section for hit in search(report, figures(report), "abc")] == ["intro"]
    assert search(report, figures(report), "(三)不予公开 科研机构")


def test_every_place_of_a_phrase_is_found_with_its_span(report: Report) -> None:
    hits = [hit for hit in search(report, figures(report), "公开12条") if hit.section]
    text = report.texts["overview"]
    assert [text[slice(*hit.span)] for hit in hits] == ["公开12条", "公开12条"]
    assert hits[0].span < hits[1].span
    assert "\n" not in hits[0].excerpt


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("公里", "公里"),
        ("（一）", "（一）"),
        ("(一)", "（一）"),
        ("abc，", "ＡＢＣ，"),
        ("……", "……"),
        ("㎞", "㎞"),
    ],
)
def test_signs_that_fold_to_another_length_hide_nothing_beside_them(
    words: str, found: str, report: Report
) -> None:
    odd = replace(report, texts={"other": "㎞与公里……（一）推进ＡＢＣ，等等"})
    (hit,) = [hit for hit in search(odd, figures(odd), words) if hit.section]
    assert odd.texts["other"][slice(*hit.span)] == found


@pytest.mark.parametrize("words", ["", "   ", "　"])
def test_nothing_is_found_by_nothing(report: Report, words: str) -> None:
    assert search(report, figures(report), words) == ()


def test_words_that_nearly_every_cell_has_are_found_in_texts_first(report: Report) -> None:
    telling = replace(report, texts={"overview": "收到政府信息公开申请"})
    hits = search(telling, figures(telling), "政府信息公开")
    assert [hit.section for hit in hits[:2]] == ["overview", ""]
    assert hits[1].key


def test_a_flood_of_hits_is_cut(report: Report) -> None:
    flooded = replace(report, texts={"other": "条" * 5000})
    assert len(search(flooded, figures(flooded), "条")) == 200
