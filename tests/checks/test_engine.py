"""The engine: an edit looks again at what it touches only, and finds what a look at everything finds."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportdesk.checks.engine import Checker
from reportdesk.checks.finding import acceptance_of
from reportdesk.document import Document
from reportdesk.form.severity import SEVERITIES
from reportdesk.report.edit import Edit, edit_entries, enter, set_field, write_text
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, update
from tests.checks.reports import FORM, OVERVIEW, check, correct_report, with_cells, with_stated, with_text
from tests.examples import examples

ENTERED = [cell.key for cell in FORM.entered]
DERIVED = [cell.key for cell in FORM.derived]
COUNTS = st.none() | st.integers(0, 4) | st.integers(0, 10**6)
AMOUNTS = st.none() | st.decimals(0, 10**6, places=8)
WORDS = st.sampled_from(
    [
        "",
        "无",
        OVERVIEW,
        OVERVIEW[::2],
        "存在问题。",
        "下一步将改进。",
        "（一）主动公开\n（二）依申请公开",
        "\n",
    ]
) | st.text(max_size=30)
FIELDS = st.one_of(
    st.tuples(st.just("year"), st.sampled_from([0, 2019, 2022, 2023, 2024])),
    st.tuples(st.just("organ"), st.sampled_from(["", "云溪市人民政府", "云溪县档案局", "白沙镇人民政府"])),
    st.tuples(st.just("level"), st.sampled_from(["", "department", "town", "government"])),
    st.tuples(st.just("title"), st.sampled_from(["", "云溪市人民政府2022年政府信息公开工作年度报告"])),
    st.tuples(st.just("signature_date"), st.sampled_from(["", "2024-01-08", "2024-05-01", "明天"])),
)


def cell_edit(report: Report, key: str, data: st.DataObject) -> Edit:
    figure = data.draw(AMOUNTS if FORM.cells[key].kind.name == "amount" else COUNTS)
    return enter(report, {key: figure})


def random_edit(report: Report, data: st.DataObject) -> Edit:
    match data.draw(st.integers(0, 5)):
        case 0 | 1:
            return cell_edit(report, data.draw(st.sampled_from(ENTERED)), data)
        case 2:
            entry: tuple[Any, str, Any] = ("stated", data.draw(st.sampled_from(DERIVED)), data.draw(COUNTS))
            return edit_entries(report, "x", [entry])
        case 3:
            entry = ("invalid", data.draw(st.sampled_from(ENTERED)), data.draw(st.none() | st.just("-1")))
            return edit_entries(report, "x", [entry])
        case 4:
            section = data.draw(st.sampled_from(["overview", "problems", "other", "requests", "intro"]))
            return write_text(report, section, data.draw(WORDS))
    return set_field(report, *data.draw(FIELDS))


@examples(60)
@given(data=st.data())
def test_looking_again_finds_what_looking_at_everything_finds(data: st.DataObject) -> None:
    report = correct_report()
    checker, sums = Checker(FORM), figures(report)
    checker.run(Facts(report, sums))
    for _ in range(data.draw(st.integers(1, 8))):
        edit = random_edit(report, data)
        report = edit.apply(report)
        touched = {change.place for change in edit.changes}
        cells = [key for part, key in touched if part == "cells"]
        touched |= {("cells", key) for key in update(sums, report, cells).changed}
        checker.touch(touched)
        assert checker.finish(Facts(report, sums)) == check(report)


@examples(25)
@given(data=st.data())
def test_small_steps_between_edits_find_what_looking_at_everything_finds(data: st.DataObject) -> None:
    report = correct_report()
    checker, sums = Checker(FORM), figures(report)
    for _ in range(data.draw(st.integers(1, 6))):
        edit = random_edit(report, data)
        report = edit.apply(report)
        touched = {change.place for change in edit.changes}
        cells = [key for part, key in touched if part == "cells"]
        checker.touch(touched | {("cells", key) for key in update(sums, report, cells).changed})
        for _ in range(data.draw(st.integers(0, 30))):
            checker.step(Facts(report, sums))
    while checker.step(Facts(report, sums)):
        pass
    assert checker.found == check(report)


def test_an_edit_leaves_the_other_checks_alone() -> None:
    report, checker = correct_report(), Checker(FORM)
    checker.run(facts_of(report))
    changed = with_text(with_cells(report, requests__received__business=100), "problems", "无")
    checker.touch({("texts", "problems")})
    only_text = checker.finish(facts_of(changed))
    assert {finding.code for finding in only_text} == {"section.empty"}


def test_the_first_look_is_a_look_at_everything() -> None:
    report = with_text(correct_report(), "problems", "")
    first = Checker(FORM)
    first.touch(())
    assert first.finish(facts_of(report)) == check(report)


def test_findings_stand_by_gravity_then_as_printed() -> None:
    report = replace(
        Report(FORM, organ="云溪县档案局", year=2023, title="2022年报告", signature_date="2022-01-01"),
        invalid={"requests.granted.other": "x", "disclosure.rules.issued": "y"},
        texts={"overview": "没有小标题的一段话。", "problems": ""},
    )
    findings = check(report)
    ranks = [list(SEVERITIES).index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    places = [finding.field or finding.section or finding.cells[0] for finding in findings]
    assert places == [
        *("title", "title", "disclosure.rules.issued", "requests.granted.other", "problems", "other"),
        *("signature_date", "overview", "disclosure.rules.repealed"),
        *("requests.received.natural_person", "disputes.reconsideration.upheld"),
    ]


def test_an_acceptance_lapses_with_the_figures_even_where_both_sides_stay() -> None:
    document = Document(with_cells(correct_report(), requests__received__business=100))
    (column, total) = [finding for finding in document.findings if finding.code == "requests.balance"]
    document.accept(column, "已核对")
    assert document.open_findings == (total,)
    document.apply(
        enter(document.report, {"requests.received.business": 99, "requests.carried_in.business": 4})
    )
    (again, _) = [finding for finding in document.findings if finding.code == "requests.balance"]
    assert (again.subject, again.left, again.right) == (column.subject, column.left, column.right)
    assert again in document.open_findings


def test_an_acceptance_holds_while_another_cell_changes() -> None:
    document = Document(with_stated(correct_report(), "requests.granted.total", 5))
    (finding,) = document.findings
    document.accept(finding, "公布的就是这个数")
    document.apply(enter(document.report, {"disclosure.penalties.decisions": 2822653}))
    assert document.open_findings == ()
    document.undo()
    document.undo()
    assert document.open_findings == (finding,)


def test_an_acceptance_of_words_lapses_with_the_words() -> None:
    document = Document(with_text(correct_report(), "problems", "无"))
    (finding,) = document.findings
    document.accept(finding, "确实没有问题")
    assert acceptance_of(document.report, finding) is not None
    document.apply(write_text(document.report, "problems", "无。"))
    (again,) = document.findings
    assert again.subject == finding.subject
    assert document.open_findings == (again,)


def test_an_acceptance_of_blanks_lapses_when_another_cell_is_blank() -> None:
    document = Document(with_cells(correct_report(), disclosure__rules__issued=None))
    blank = next(finding for finding in document.findings if finding.code == "cell.blank")
    document.accept(blank, "等司法局的数")
    document.apply(enter(document.report, {"disclosure.compulsion.decisions": None}))
    assert "cell.blank" in {finding.code for finding in document.open_findings}


def test_amounts_are_shown_without_exponents() -> None:
    report = with_cells(correct_report(), disclosure__fees__amount=Decimal("1E+9"))
    (finding,) = check(report)
    assert "1000000000 万元" in finding.message
