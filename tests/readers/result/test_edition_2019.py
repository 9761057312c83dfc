"""A report of the 2019 edition: told by its labels, read whole, and rolled over figure by figure."""

from pathlib import Path

import pytest

from reportdesk.checks.engine import Checker
from reportdesk.form.loader import load_edition
from reportdesk.readers import read_report
from reportdesk.report.facts import facts_of
from reportdesk.report.last_year import last_figure
from reportdesk.report.totals import figures, printed
from reportdesk.rollover import roll
from tests.readers.paper import Paper, paper
from tests.readers.printing import to_word

NEW = load_edition("2021")
OLD = load_edition("2019")


def written(made: Paper, folder: Path) -> Path:
    path = folder / "上年.docx"
    path.write_bytes(to_word(made))
    return path


@pytest.mark.parametrize("year", [2019, 2020, 2023])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_labels_decide_the_edition_whatever_the_year(edition: str, year: int, tmp_path: Path) -> None:
    made = paper(edition)
    made.replace_text("2023年政府信息公开工作年度报告", f"{year}年政府信息公开工作年度报告")
    report = read_report(written(made, tmp_path))
    assert (report.form.edition, report.year) == (edition, year)


@pytest.mark.parametrize("kept", ["disclosure", "requests"])
def test_one_table_is_enough_to_tell(kept: str, tmp_path: Path) -> None:
    made = paper("2019")
    made.blocks = [block for block in made.blocks if block not in made.grids() or block is made.grid(kept)]
    report = read_report(written(made, tmp_path))
    assert report.form is OLD
    assert {note.code for note in report.notes} >= {"read.table"}


def test_rolled_over_each_figure_carries_or_is_named(tmp_path: Path) -> None:
    made = paper("2019")
    made.replace_text("2023年政府信息公开工作年度报告", "2020年政府信息公开工作年度报告")
    last = read_report(written(made, tmp_path))
    rolled = roll(last)
    report = rolled.report
    assert (report.form, report.year) == (NEW, 2021)
    sums = printed(last, figures(last))
    for column in ("natural_person", "business", "research", "public_interest", "legal_service", "other"):
        assert report.cells[f"requests.carried_in.{column}"] == sums[f"requests.carried_out.{column}"]
    assert last_figure(report, "disclosure.licensing.decisions") == sums["disclosure.licensing.decisions"]
    for key in ("disclosure.fees.amount", "disclosure.rules.in_force", "requests.other_misc.business"):
        assert last_figure(report, key) is None
    said = " ".join(note.message for note in report.notes if note.code == "roll.unmapped")
    for words in ("政府集中采购", "（六）其他处理", "对外公开总数量", "不是收费金额"):
        assert words in said


def test_no_figure_of_the_old_edition_takes_an_unlike_place() -> None:
    carried = {key for key in OLD.cells if NEW.predecessors["2019"].successor(key) in NEW.cells}
    assert all(OLD.cells[key].kind is NEW.cells[key].kind for key in carried)
    assert {key for key in carried if key.startswith("disclosure.")} == {
        "disclosure.licensing.decisions",
        "disclosure.penalties.decisions",
        "disclosure.compulsion.decisions",
    }


@pytest.mark.parametrize(("year", "codes"), [(2023, {"edition.tables"}), (2020, set())])
def test_the_check_names_tables_that_the_year_does_not_use(
    year: int, codes: set[str], tmp_path: Path
) -> None:
    made = paper("2019")
    made.replace_text("2023年政府信息公开工作年度报告", f"{year}年政府信息公开工作年度报告")
    report = read_report(written(made, tmp_path))
    found = Checker(report.form).run(facts_of(report))
    assert {finding.code for finding in found} & {"edition.tables"} == codes
    assert all("2019 版" in finding.message for finding in found if finding.code == "edition.tables")
