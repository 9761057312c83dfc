"""Sentences that follow the figures, and the report in which there was nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.checks.engine import Checker
from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition
from reportdesk.prose.sentences.nil import may_be_nil, nil_report, tables_of_nil, was_nil
from reportdesk.prose.sentences.offers import offered, offers, write_sentence
from reportdesk.report.facts import facts_of
from reportdesk.report.last_year import snapshot
from reportdesk.report.model import LastYear, Report
from reportdesk.report.totals import figures
from tests.examples import examples

FORM = load_edition("2021")
CHECKER = Checker(FORM)
ZEROS: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}
OVERVIEW = """2024年，本局认真做好公开工作。
（一）主动公开
全年公开信息86条。
（二）依申请公开
2024年收到政府信息公开申请3件，均已办结。没有行政复议、行政诉讼。
（三）政府信息管理
逐件核对文件效力。"""


def report(text: str = "", **cells: Number) -> Report:
    filled = ZEROS | {key.replace("__", "."): value for key, value in cells.items()}
    return Report(FORM, "云溪县档案局", 2024, cells=filled, texts={"overview": text} if text else {})


def sentence(key: str, amount: Number | None = None, **cells: Number) -> str | None:
    asked = report(**cells)
    return offered(asked, figures(asked), key, amount)


def test_the_form_for_nothing():
    assert sentence("requests") == "2024年，本机关未收到政府信息公开申请，没有上年结转的申请。"
    assert sentence("disputes") == "没有发生因政府信息公开引起的行政复议、行政诉讼。"
    assert sentence("documents") == "2024年，本机关没有制发行政规范性文件。"
    assert sentence("processing_fee") == "2024年，本机关未收取信息处理费。"


def test_the_form_for_something():
    words = sentence(
        "requests",
        requests__received__natural_person=4,
        requests__received__business=1,
        requests__carried_in__natural_person=1,
        requests__granted__natural_person=5,
        requests__carried_out__business=1,
    )
    assert words == (
        "2024年，本机关收到政府信息公开申请5件（其中自然人提出4件、商业企业提出1件），上年结转1件，"
        "办结5件（其中予以公开5件），结转下年度继续办理1件。"
    )
    assert sentence("disputes", disputes__reconsideration__upheld=2) == (
        "因政府信息公开被申请行政复议2件（其中结果维持2件），没有发生行政诉讼。"
    )
    assert sentence("processing_fee", 320) == "2024年，本机关共收取信息处理费320元。"


def test_blank_cells_make_no_sentence():
    empty = Report(FORM, "云溪县档案局", 2024)
    assert offered(empty, figures(empty), "requests") is None
    assert not write_sentence(empty, figures(empty), "requests")
    texts = {offer.key: offer.text for offer in offers(empty, figures(empty))}
    assert texts["requests"] == ""
    assert texts["processing_fee"]


def test_an_unknown_sentence_is_a_key_error():
    with pytest.raises(KeyError):
        sentence("weather")


FEW = st.integers(0, 4)
KEYS = [key for key in ZEROS if key.split(".")[-1] in {"natural_person", "business"} or "disputes" in key]


@examples(60)
@given(st.dictionaries(st.sampled_from(KEYS), FEW, max_size=12), FEW, FEW, FEW)
def test_what_is_told_agrees_with_the_tables(
    cells: dict[str, Number], issued: int, repealed: int, in_force: int
):
    documents = {
        "disclosure.normative_documents.issued": issued,
        "disclosure.normative_documents.repealed": repealed,
        "disclosure.normative_documents.in_force": in_force,
    }
    filled = replace(report(), cells=ZEROS | cells | documents)
    words = [offer.text for offer in offers(filled, figures(filled))]
    judged = replace(filled, texts={"overview": "\n".join(words)})
    assert all(words)
    assert not [finding for finding in CHECKER.run(facts_of(judged)) if finding.code.startswith("text.")]


def test_a_sentence_takes_the_place_of_the_one_that_told_the_same():
    before = report(OVERVIEW)
    after = write_sentence(before, figures(before), "requests").apply(before).texts["overview"]
    assert "收到政府信息公开申请3件" not in after
    line = after.split("\n")[4]
    assert line == "2024年，本机关未收到政府信息公开申请，没有上年结转的申请。没有行政复议、行政诉讼。"
    assert after.count("\n") == OVERVIEW.count("\n")


def test_a_sentence_goes_under_its_sub_heading_or_to_the_end():
    bare = "（一）主动公开\n全年公开信息86条。\n（二）依申请公开\n（三）政府信息管理\n逐件核对。"
    after = write_sentence(report(bare), figures(report(bare)), "disputes").apply(report(bare))
    assert after.texts["overview"].split("\n")[3] == "没有发生因政府信息公开引起的行政复议、行政诉讼。"
    assert after.texts["overview"].split("\n")[4] == "（三）政府信息管理"
    loose = "本局认真做好公开工作。"
    after = write_sentence(report(loose), figures(report(loose)), "disputes").apply(report(loose))
    assert after.texts["overview"] == loose + "没有发生因政府信息公开引起的行政复议、行政诉讼。"
    empty = write_sentence(report(), figures(report()), "processing_fee").apply(report())
    assert empty.texts["other"] == "2024年，本机关未收取信息处理费。"


def test_a_nil_report_in_one_step():
    started = Report(
        FORM,
        "云溪县档案局",
        2024,
        cells={"requests.carried_in.natural_person": 0},
        unconfirmed={"requests.carried_in.natural_person": True},
        texts={"overview": OVERVIEW, "other": "一是收费情况：\n2023年未收取信息处理费。没有其他事项。"},
        inherited={"overview": tuple(OVERVIEW.split("\n"))},
    )
    document = Document(started)
    nil = nil_report(document.report)
    document.apply(nil.edit)
    after = document.report
    assert len(after.cells) == sum(
        len([c for c in FORM.cells_of(t) if not c.is_derived]) for t in ("requests", "disputes")
    )
    assert set(after.cells.values()) == {0}
    assert not after.unconfirmed
    assert after.texts["other"] == "一是收费情况：\n2024年，本机关未收取信息处理费。没有其他事项。"
    assert after.texts["overview"].split("\n")[4] == (
        "2024年，本机关未收到政府信息公开申请，没有上年结转的申请。没有发生因政府信息公开引起的行政复议、行政诉讼。"
    )
    assert len(nil.done) == 4
    assert "表三、表四" in nil.done[0]
    assert not [finding for finding in document.findings if finding.code.startswith("text.")]
    document.undo()
    assert document.report == started


def test_figures_that_are_not_nothing_refuse_it():
    with pytest.raises(ReportDeskError, match=r"表三.*填的是 2"):
        nil_report(report(requests__carried_in__business=2))
    with pytest.raises(ReportDeskError, match=r"表四.*填的是 两件"):
        nil_report(replace(report(), invalid={"disputes.reconsideration.upheld": "两件"}))
    with pytest.raises(ReportDeskError, match="填的是 7"):
        nil_report(replace(report(), stated={"requests.total.total": 7}))


def last_of(cells: dict[str, Number]) -> LastYear:
    return snapshot(Report(FORM, "云溪县档案局", 2023, cells=cells))


def test_a_nil_report_fills_other_tables_where_last_year_had_nothing_either() -> None:
    begun = replace(Report(FORM, "云溪县档案局", 2024), last=last_of(ZEROS))
    assert was_nil(begun)
    nil = nil_report(begun)
    after = nil.edit.apply(begun)
    assert after.cells == ZEROS
    assert "表二、表三、表四" in nil.done[0]
    assert "没有制发行政规范性文件" in after.texts["overview"]
    assert nil.edit.inverse().apply(after) == begun


@pytest.mark.parametrize("key", ["disclosure.normative_documents.in_force", "disclosure.fees.amount"])
def test_a_table_with_anything_in_it_last_year_or_this_is_left_alone(key: str) -> None:
    last_year = replace(Report(FORM, "云溪县档案局", 2024), last=last_of(ZEROS | {key: 3}))
    this_year = replace(Report(FORM, "云溪县档案局", 2024, cells={key: 3}), last=last_of(ZEROS))
    for begun in (last_year, this_year):
        assert tables_of_nil(begun) == ("requests", "disputes")
        after = nil_report(begun).edit.apply(begun)
        assert after.cells.get(key) == begun.cells.get(key)


def test_without_last_year_only_the_forms_own_tables_are_filled() -> None:
    blank = Report(FORM, "云溪县档案局", 2024)
    assert may_be_nil(blank)
    assert not was_nil(blank)
    assert tables_of_nil(blank) == ("requests", "disputes")


def test_tables_somebody_has_begun_are_no_nil_report() -> None:
    assert not may_be_nil(Report(FORM, "云溪县档案局", 2024, cells={"requests.granted.other": 0}))
