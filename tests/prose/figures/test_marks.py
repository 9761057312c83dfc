"""Marks for the editor: what agrees, what does not, and the tables' figure as the text writes numbers."""

import pytest

from reportdesk.prose.figures.compared.marks import Mark, marks
from reportdesk.report.edit import enter
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.prose.judged import report

RECEIVED = "requests.received.natural_person"


def marked(text: str, received: int = 0, **fees: str) -> list[Mark]:
    filled = enter(report(text), {RECEIVED: received}).apply(report(text))
    return list(marks(filled, figures(filled), "overview"))


def test_a_number_that_agrees_is_marked_at_its_figures():
    text = "引言。\n全年收到政府信息公开申请12件。"
    (mark,) = marked(text, 12)
    assert (mark.state, mark.code, mark.replacement) == ("agrees", "", "")
    assert text[mark.start : mark.end] == "12"
    assert mark.cells == ("requests.received.total",)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("收到政府信息公开申请12件。", "收到政府信息公开申请1305件。"),
        ("收到政府信息公开申请１２ 件。", "收到政府信息公开申请１３０５ 件。"),
        ("收到政府信息公开申请十二件。", "收到政府信息公开申请一千三百零五件。"),
        ("收到政府信息公开申请1,204件。", "收到政府信息公开申请1,305件。"),
    ],
)
def test_the_tables_figure_can_take_its_place(text: str, after: str):
    (mark,) = marked(text, 1305)
    assert (mark.state, mark.code, mark.figure) == ("disagrees", "text.received", 1305)
    assert text[: mark.start] + mark.replacement + text[mark.end :] == after
    assert "表三" in mark.place


def test_an_amount_goes_back_into_the_unit_of_the_text():
    text = "行政事业性收费12,500元。"
    filled = enter(report(text), {"disclosure.fees.amount": 2}).apply(report(text))
    (mark,) = marks(filled, figures(filled), "overview")
    assert (mark.figure, mark.replacement) == (2, "20,000")


def test_words_for_nothing_are_marked_without_a_replacement():
    text = "本年度未收到政府信息公开申请。"
    (mark,) = marked(text, 2)
    assert (mark.state, mark.code, mark.replacement) == ("disagrees", "text.none_received", "")
    assert text[mark.start : mark.end] == "未收到政府信息公开申请"


def test_blank_cells_and_other_figures_have_no_marks():
    empty = Report(report("").form, texts={"overview": "收到政府信息公开申请12件，召开会议3次。"})
    assert not list(marks(empty, figures(empty), "overview"))
    assert not list(marks(empty, figures(empty), "problems"))
