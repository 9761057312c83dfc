"""Each check that ships is broken once and found, alone where one slip is one finding."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import get_args

import pytest

from reportdesk.checks.engine import Checker
from reportdesk.checks.rules import RULES
from reportdesk.form.families import editions_of
from reportdesk.form.loader import load_edition
from reportdesk.report.entries import CellPart, FieldName, TextPart
from reportdesk.report.model import LastYear, Note, Report
from tests.checks.reports import (
    FORM,
    OVERVIEW,
    check,
    correct_report,
    published_report,
    with_cells,
    with_last,
    with_stated,
    with_text,
)


@dataclass(frozen=True)
class Slip:
    """One way to break a correct report, and all codes that it must give."""

    broken: Callable[[Report], Report]
    place: str
    beside: frozenset[str] = frozenset()


def note(code: str, section: str) -> Callable[[Report], Report]:
    return lambda report: replace(report, notes=(Note(code, "标题写作“五、问题”", section=section),))


def same_as_last_year(report: Report) -> Report:
    cells = {
        **dict.fromkeys((cell.key for cell in FORM.entered), 0),
        "disclosure.licensing.decisions": 7,
        "disclosure.penalties.decisions": 9,
    }
    last = {**dict.fromkeys(FORM.cells, 0), **cells}
    return with_last(replace(report, cells=cells), last)


def written(section: str, words: str) -> Callable[[Report], Report]:
    return lambda report: with_text(report, section, f"{report.texts[section]}\n{words}")


def last_year_misquoted(report: Report) -> Report:
    count = report.cells["disclosure.licensing.decisions"]
    words = f"作出行政许可决定{count}件，上年为8件。"
    return with_last(written("overview", words)(report), {"disclosure.licensing.decisions": count})


SLIPS = {
    "requests.row_sum": Slip(lambda r: with_stated(r, "requests.granted.total", 5), "requests.granted.total"),
    "requests.outcome_sum": Slip(
        lambda r: with_stated(r, "requests.total.research", 5), "requests.total.research"
    ),
    "requests.balance": Slip(
        lambda r: with_cells(r, requests__received__business=100), "requests.received.business"
    ),
    "disputes.sum": Slip(
        lambda r: with_stated(r, "disputes.reconsideration.total", 441), "disputes.reconsideration.total"
    ),
    "disclosure.negative_stock": Slip(
        lambda r: with_cells(r, disclosure__rules__in_force=1),
        "disclosure.rules.in_force",
        frozenset({"disclosure.in_force"}),
    ),
    "disclosure.in_force": Slip(
        lambda r: with_cells(r, disclosure__rules__in_force=12), "disclosure.rules.in_force"
    ),
    "disclosure.rules_power": Slip(
        lambda r: with_last(
            replace(r, organ="云溪县档案局", title="", level="department", signature_date="2024-01-08"),
            organ="云溪县档案局",
        ),
        "disclosure.rules.issued",
    ),
    "carry.total": Slip(
        lambda r: with_last(r, {"requests.carried_out.total": 97}), "requests.carried_in.total"
    ),
    "carry.column": Slip(
        lambda r: with_last(r, {"requests.carried_out.business": 4}), "requests.carried_in.business"
    ),
    "carry.year": Slip(lambda r: with_last(r, year=2021), "year"),
    "change.large": Slip(
        lambda r: with_last(r, {"disclosure.licensing.decisions": 10}), "disclosure.licensing.decisions"
    ),
    "change.none": Slip(same_as_last_year, "disclosure.licensing.decisions"),
    "fee.precision": Slip(
        lambda r: with_cells(r, disclosure__fees__amount=Decimal("59237.2449001")), "disclosure.fees.amount"
    ),
    "fee.unit": Slip(
        lambda r: with_cells(r, disclosure__fees__amount=Decimal("592372449")), "disclosure.fees.amount"
    ),
    "cell.blank": Slip(
        lambda r: with_cells(r, disclosure__penalties__decisions=None), "disclosure.penalties.decisions"
    ),
    "cell.invalid": Slip(
        lambda r: replace(
            with_cells(r, disclosure__penalties__decisions=None),
            invalid={"disclosure.penalties.decisions": "-3"},
        ),
        "disclosure.penalties.decisions",
    ),
    "title.year": Slip(lambda r: replace(r, title=r.title.replace("2023", "2022")), "title"),
    "title.form": Slip(lambda r: replace(r, title="云溪市2023年政务公开报告"), "title"),
    "edition.tables": Slip(
        lambda r: with_last(replace(r, year=2020, title="", signature_date="2021-03-29"), year=2019),
        "year",
        frozenset({"text.stale_year"}),
    ),
    "date.deadline": Slip(lambda r: replace(r, signature_date="2024-04-01"), "signature_date"),
    "text.too_long": Slip(written("other", "本机关没有其他需要报告的事项。" * 600), "other"),
    "section.missing": Slip(
        lambda r: with_text(note("section.missing", "problems")(r), "problems", ""),
        "problems",
        frozenset({"section.empty"}),
    ),
    "section.order": Slip(note("section.order", "disputes"), "disputes"),
    "section.heading": Slip(note("section.heading", "problems"), "problems"),
    "section.empty": Slip(lambda r: with_text(r, "problems", "无。"), "problems"),
    "section.subheads": Slip(
        lambda r: with_text(r, "overview", OVERVIEW.replace("（三）政府信息管理\n", "")), "overview"
    ),
    "section.improvement": Slip(
        lambda r: with_text(r, "problems", "存在的主要问题是公开不够及时，人手不足。"), "problems"
    ),
    "section.accountability": Slip(
        lambda r: with_text(r, "overview", OVERVIEW.replace("未发生责任追究情形", "效果良好")), "overview"
    ),
    "text.received": Slip(written("overview", "全年新收政府信息公开申请3510件。"), "requests.received.total"),
    "text.none_received": Slip(
        written("overview", "全年未收到政府信息公开申请。"), "requests.received.total"
    ),
    "text.concluded": Slip(written("overview", "全年办结政府信息公开申请3487件。"), "requests.total.total"),
    "text.all_concluded": Slip(
        written("overview", "政府信息公开申请全部办结。"), "requests.carried_out.total"
    ),
    "text.carried": Slip(written("overview", "上年结转申请95件。"), "requests.carried_in.total"),
    "text.outcome": Slip(written("overview", "对申请予以公开9件。"), "requests.granted.total"),
    "text.disputes": Slip(
        written("overview", "因政府信息公开被申请行政复议2件。"), "disputes.reconsideration.total"
    ),
    "text.disclosure": Slip(written("overview", "作出行政处罚决定2件。"), "disclosure.penalties.decisions"),
    "text.comparison": Slip(last_year_misquoted, "disclosure.licensing.decisions"),
    "text.other_organ": Slip(written("overview", "我镇坚持以公开为常态。"), "overview"),
    "text.breakdown": Slip(written("overview", "召开会议20次，其中专题会9次、例会12次。"), "overview"),
    "text.percent": Slip(written("overview", "召开会议20次，其中专题会9次，占50%。"), "overview"),
    "text.processing_fee": Slip(lambda r: with_text(r, "other", "没有其他需要报告的事项。"), "other"),
    "period.year": Slip(written("overview", "统计期限自2022年1月1日至2022年12月31日。"), "overview"),
    "text.stale_year": Slip(written("overview", "2022年，本机关优化了公开指南。"), "overview"),
    "text.missing_number": Slip(written("overview", "召开会议共 次。"), "overview"),
    "text.edition": Slip(written("overview", "按国办公开办函〔2019〕60号编制。"), "overview"),
    "text.guidance": Slip(written("overview", "此处填写主动公开情况。"), "overview"),
    "text.similar": Slip(
        lambda r: replace(
            r, last=replace(r.last or LastYear("2021", 2022, r.organ), texts={"overview": OVERVIEW})
        ),
        "overview",
    ),
    "text.punctuation": Slip(written("overview", "信息公开,方便群众。"), "overview"),
    "text.privacy": Slip(written("overview", "经办人电话13800138000。"), "overview"),
}

SHIPPED = [spec.code for spec in FORM.checks.all]


def test_nothing_is_wrong_with_a_correct_report() -> None:
    assert check(correct_report()) == ()


def test_a_published_nil_report_mixes_brackets_and_nothing_else() -> None:
    (finding,) = check(published_report())
    assert (finding.code, finding.quote) == ("text.punctuation", "(")


def test_every_check_that_ships_is_broken_here() -> None:
    assert set(SLIPS) == set(SHIPPED)


@pytest.mark.parametrize("code", SHIPPED)
def test_a_broken_report_is_found_out(code: str) -> None:
    slip = SLIPS[code]
    findings = check(slip.broken(correct_report()))
    assert {finding.code for finding in findings} == {code} | slip.beside
    found = [finding for finding in findings if finding.code == code]
    assert slip.place in {place for f in found for place in (*f.cells[:1], f.section, f.field)}
    assert all("{" not in finding.message for finding in found)


@pytest.mark.parametrize("spec", FORM.checks.all, ids=lambda spec: spec.code)
def test_a_check_says_what_the_template_says(spec: object) -> None:
    slip = SLIPS[spec.code]
    found = [f for f in check(slip.broken(correct_report())) if f.code == spec.code]
    assert {finding.severity for finding in found} == {spec.severity}


@pytest.mark.parametrize("edition", [edition.name for edition in editions_of()])
def test_the_checks_of_every_edition_are_sound(edition: str) -> None:
    assert Checker(load_edition(edition)).checks


@pytest.mark.parametrize("edition", [edition.name for edition in editions_of()])
def test_every_place_that_a_check_looks_at_is_there(edition: str) -> None:
    form = load_edition(edition)
    known = {("fields", name) for name in get_args(FieldName)}
    known |= {(part, key) for part in get_args(CellPart) for key in form.cells}
    known |= {(part, key) for part in get_args(TextPart) for key in form.text_keys}
    assert {place for check in Checker(form).checks for place in check.places} <= known


def test_every_rule_is_used_by_the_current_edition() -> None:
    assert {rule.code for rule in RULES} == {spec.code for spec in FORM.checks.rule}
