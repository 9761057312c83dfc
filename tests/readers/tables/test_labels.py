"""Labels are told apart by what they say, never by how they are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition
from reportdesk.readers.tables.labels import Labels, bare, plain_label
from reportdesk.readers.tables.wording import form_wording

FORM = load_edition("2021")
LABELS = sorted({label for cell in FORM.cells.values() for label in cell.labels})


@pytest.mark.parametrize(
    "text",
    [
        "1.属于国家秘密",
        "1、属于国家秘密",
        "１．属于国家秘密",
        "（1）属于国家秘密",
        "① 属于国家秘密",
        "属 于 国 家 秘 密",
        "\u00a01.属于\n国家秘密（件）",
        "1.属于国家秘密：依照《条例》第14条",
        "一、属于国家秘密",
    ],
)
def test_spellings_of_one_label(text: str) -> None:
    match = Labels([("1.属于国家秘密", ()), ("2.重复申请", ())]).find(text)
    assert match.labels == {"1.属于国家秘密"}
    assert match.certain


@given(label=st.sampled_from(LABELS), gap=st.sampled_from(["", " ", "\u3000", "\u00a0", "\n", "\u200b"]))
def test_every_label_of_the_form_is_itself_with_any_gaps(label: str, gap: str) -> None:
    match = form_wording(FORM).labels.find(gap.join(label))
    assert label in match.labels
    assert match.certain


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_row_labels_of_a_table_never_share_a_spelling(edition: str) -> None:
    for table in form_wording(load_edition(edition)).tables:
        for label in table.rows:
            found = form_wording(load_edition(edition)).labels.find(label).labels & table.rows.keys()
            assert found == {label}


def test_titles_that_differ_by_their_ordinal_alone_stay_apart() -> None:
    labels = form_wording(FORM).labels
    assert labels.find("第二十条第(五)项").labels == {"第二十条第（五）项"}
    assert labels.find("第二十条第（九）项").labels == frozenset()


def test_a_label_that_only_comes_close_is_not_certain() -> None:
    match = form_wording(FORM).labels.find("5.要求行政机关确认或者重新出具已获取的信息")
    assert match.labels == {"5.要求行政机关确认或重新出具已获取信息"}
    assert not match.certain


@pytest.mark.parametrize("text", ["", "12", "结余", "行政机关", "本年度", "属于", "备注", "合" * 300])
def test_other_words_are_no_label(text: str) -> None:
    assert form_wording(FORM).labels.find(text).labels == frozenset()


@given(st.text())
def test_any_text_has_a_plain_and_a_bare_form(text: str) -> None:
    assert not set(plain_label(text)) & set(" \u3000\u00a0\n“”，。")
    assert len(bare(text)) <= len(plain_label(text))
