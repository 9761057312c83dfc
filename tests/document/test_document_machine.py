"""Random edits of an open report, undone, redone and saved: nothing drifts and nothing is lost unseen."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reportdesk.checks.engine import Checker
from reportdesk.document import Changed, Document
from reportdesk.errors import FileError
from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import Form
from reportdesk.report.edit import (
    Edit,
    confirm,
    enter,
    fill_blanks,
    set_field,
    take_sums,
    write_text,
)
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
from reportdesk.report.totals import dependants, figures
from tests.examples import examples

TINY = load_form(Path(__file__).parent.parent / "data" / "tiny-form")
SMALL = st.integers(0, 3)
WORDS = st.sampled_from(["", "甲", "甲乙", "甲\n乙", "上年的话", "上年的话\n今年的话"])


class DeskMachine(RuleBasedStateMachine):
    """A clerk at an open report; beside it a plain list of the states that undo must bring back."""

    form: Form

    @initialize(known=st.booleans(), data=st.data())
    def open(self, known: bool, data: st.DataObject) -> None:
        derived = [cell.key for cell in self.form.derived]
        entered = [cell.key for cell in self.form.entered]
        section = self.form.narratives[0].key
        report = Report(
            self.form,
            organ="云溪县图书室",
            year=2024,
            stated=data.draw(st.dictionaries(st.sampled_from(derived), SMALL, max_size=3)),
            invalid=dict.fromkeys(data.draw(st.sets(st.sampled_from(entered), max_size=2)), "约12"),
            texts={section: "上年的话"},
            inherited={section: ("上年的话",)},
            unconfirmed=dict.fromkeys(data.draw(st.sets(st.sampled_from(entered), max_size=3)), True),
        )
        self.document = Document(report, Path("report.rdesk") if known else None)
        self.saved = report if known else None
        self.states = [report]
        self.at = 0
        self.merge = ""
        self.heard: list[Changed] = []
        self.fresh_checker = Checker(self.form)
        self.document.subscribe(self.heard.append)

    def apply(self, edit: Edit) -> None:
        before = self.document.report
        self.heard.clear()
        returned = self.document.apply(edit)
        assert self.heard == [returned]
        self.expect_changed(before, returned)
        if edit:
            self.remember(edit.merge)

    def remember(self, merge: str) -> None:
        report = self.document.report
        if merge and merge == self.merge and self.at == len(self.states) - 1:
            self.states[-1] = report
        else:
            self.states[self.at + 1 :] = [report]
            self.at += 1
        self.merge = merge
        if self.states[self.at] == self.states[self.at - 1]:
            self.states.pop()
            self.at -= 1
            self.merge = ""

    def expect_changed(self, before: Report, changed: Changed) -> None:
        """The cells told are the edited ones and the sums above them, and no other looks different."""
        after = self.document.report
        edited = {
            key
            for part in ("cells", "stated", "invalid", "unconfirmed")
            for key in {*getattr(before, part), *getattr(after, part)}
            if getattr(before, part).get(key) != getattr(after, part).get(key)
        }
        entered = frozenset(key for key in edited if before.cells.get(key) != after.cells.get(key))
        assert changed.cells == edited | {cell.key for cell in dependants(self.form, entered)}
        old, new = figures(before), figures(after)
        assert {key for key in new if old[key] != new[key]} <= changed.cells
        assert {key for part, key in changed.places if part == "texts"} == {
            key for key in {*before.texts, *after.texts} if before.texts.get(key) != after.texts.get(key)
        }

    def expect_reached_sums_dropped(self, keys: Iterable[str]) -> None:
        sums, stated = figures(self.document.report), self.document.report.stated
        for cell in dependants(self.form, frozenset(keys)):
            assert cell.key not in stated or sums[cell.key] != stated[cell.key]

    @rule(data=st.data(), figure=st.none() | SMALL)
    def type_a_figure(self, data: st.DataObject, figure: Number | None) -> None:
        cell = data.draw(st.sampled_from(self.form.entered))
        self.apply(enter(self.document.report, {cell.key: figure}))
        report = self.document.report
        assert report.cells.get(cell.key) == figure
        self.expect_reached_sums_dropped([cell.key])
        assert cell.key not in report.invalid
        assert cell.key not in report.unconfirmed

    @rule(data=st.data())
    def paste_a_block(self, data: st.DataObject) -> None:
        keys = st.sampled_from([cell.key for cell in self.form.entered])
        block = data.draw(st.dictionaries(keys, st.none() | SMALL, max_size=12))
        self.apply(enter(self.document.report, block, name="粘贴"))
        assert all(self.document.report.cells.get(key) == figure for key, figure in block.items())
        self.expect_reached_sums_dropped(block)

    @rule()
    def fill_the_blanks(self) -> None:
        keys = list(self.form.cells)
        given_before = dict(self.document.report.cells)
        self.apply(fill_blanks(self.document.report, keys))
        assert (
            self.document.report.cells == dict.fromkeys((c.key for c in self.form.entered), 0) | given_before
        )

    @rule(data=st.data(), texts=st.lists(WORDS, min_size=1, max_size=4))
    def type_a_text(self, data: st.DataObject, texts: list[str]) -> None:
        section = data.draw(st.sampled_from(self.form.narratives)).key
        for text in texts:
            self.apply(write_text(self.document.report, section, text))
            assert self.document.report.texts.get(section, "") == text

    @rule(name=st.sampled_from(["organ", "title", "signature_date"]), text=WORDS)
    def type_in_a_field(self, name: str, text: str) -> None:
        self.apply(set_field(self.document.report, name, text))
        assert getattr(self.document.report, name) == text

    @rule(data=st.data())
    def confirm_what_came_from_last_year(self, data: st.DataObject) -> None:
        keys = data.draw(st.sets(st.sampled_from([cell.key for cell in self.form.entered]), max_size=5))
        section = self.form.narratives[0].key
        self.apply(confirm(self.document.report, keys, [(section, "上年的话")]))
        assert not keys & set(self.document.report.unconfirmed)
        assert not self.document.report.is_inherited(section, "上年的话")

    @rule(data=st.data())
    def take_a_sum(self, data: st.DataObject) -> None:
        cell = data.draw(st.sampled_from(self.form.derived))
        self.apply(take_sums(self.document.report, [cell.key]))
        assert cell.key not in self.document.report.stated

    @rule(data=st.data(), note=st.sampled_from(["已核对", "属实"]))
    def accept_a_finding(self, data: st.DataObject, note: str) -> None:
        if self.document.findings:
            finding = data.draw(st.sampled_from(self.document.findings))
            self.document.accept(finding, note)
            if self.document.report != self.states[self.at]:
                self.remember("")
            assert finding not in self.document.open_findings

    @rule(data=st.data())
    def withdraw_an_acceptance(self, data: st.DataObject) -> None:
        accepted = [f for f in self.document.findings if f not in self.document.open_findings]
        if accepted:
            finding = data.draw(st.sampled_from(accepted))
            self.document.withdraw_acceptance(finding)
            self.remember("")
            assert finding in self.document.open_findings

    @rule()
    def leave_the_field(self) -> None:
        self.document.history.seal()
        self.merge = ""

    @rule()
    def undo(self) -> None:
        before = self.document.report
        self.heard.clear()
        undone = self.document.undo()
        assert (undone is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)
        self.merge = ""
        assert self.document.report == self.states[self.at]
        for changed in self.heard:
            self.expect_changed(before, changed)
        assert bool(self.heard) == (undone is not None)

    @rule()
    def redo(self) -> None:
        before = self.document.report
        self.heard.clear()
        redone = self.document.redo()
        assert (redone is None) == (self.at == len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)
        self.merge = "" if redone else self.merge
        assert self.document.report == self.states[self.at]
        for changed in self.heard:
            self.expect_changed(before, changed)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo_and_redo_all(self) -> None:
        steps = 0
        while self.document.undo():
            steps += 1
        assert steps == self.at
        assert self.document.report == self.states[0]
        for state in self.states[1 : self.at + 1]:
            self.document.redo()
            assert self.document.report == state
        self.merge = ""

    @invariant()
    def the_report_is_the_state_expected(self) -> None:
        assert self.document.report == self.states[self.at]

    @invariant()
    def figures_kept_up_to_date_equal_fresh_ones(self) -> None:
        assert self.document.figures == figures(self.document.report)

    @invariant()
    def findings_kept_up_to_date_equal_fresh_ones(self) -> None:
        assert self.document.findings == self.fresh_checker.run(facts_of(self.document.report))

    @invariant()
    def only_what_equals_the_saved_report_is_clean(self) -> None:
        assert self.document.is_dirty == (self.document.report != self.saved)

    @invariant()
    def a_printed_sum_stands_until_it_is_taken_or_reached(self) -> None:
        """A stated figure may only leave with an edit that takes the sum or makes it true."""
        if self.at:
            before, after = self.states[self.at - 1], self.document.report
            sums = figures(after)
            for key in set(before.stated) - set(after.stated):
                took = any(
                    change.place == ("stated", key) for change in self.document.history.done[-1].changes
                )
                assert took
                assert sums[key] == before.stated[key] or self.document.history.done[-1].name == "采用合计"

    @invariant()
    def blank_is_not_0(self) -> None:
        values = facts_of(self.document.report).figures
        for cell in self.form.derived:
            blank = any(values[part] is None for _, part in cell.parts)
            assert (values[cell.key] is None) == blank


class TinyDesk(DeskMachine):
    form = TINY


class Desk2021(DeskMachine):
    form = load_edition("2021")


TestTinyForm = TinyDesk.TestCase
TestTinyForm.settings = examples(100, stateful_step_count=40)
Test2021 = Desk2021.TestCase
Test2021.settings = examples(20, stateful_step_count=20)


@pytest.fixture
def document() -> Document:
    return Document(Report(TINY, organ="云溪县图书室", year=2024), Path("report.rdesk"))


def type_text(document: Document, text: str) -> None:
    document.apply(write_text(document.report, "summary", text))


def test_typing_one_text_is_one_step_until_the_focus_leaves(document: Document) -> None:
    for text in ("甲", "甲乙", "甲乙丙"):
        type_text(document, text)
    assert len(document.history.done) == 1
    document.history.seal()
    type_text(document, "甲乙丙丁")
    assert len(document.history.done) == 2
    document.undo()
    assert document.report.texts["summary"] == "甲乙丙"
    document.undo()
    assert "summary" not in document.report.texts
    assert not document.is_dirty


def test_the_sums_above_a_cell_are_looked_for_once_a_keystroke(document: Document) -> None:
    def asked() -> int:
        info = dependants.cache_info()
        return info.hits + info.misses

    edit = enter(document.report, {"loans.lent.adults": 4})
    before = asked()
    changed = document.apply(edit)
    assert asked() == before + 1
    assert {"loans.lent.adults", "loans.lent.total", "loans.out.total"} <= changed.cells


def test_an_edit_of_a_field_that_does_not_exist_says_so(document: Document) -> None:
    with pytest.raises(AttributeError):
        set_field(document.report, "yaer", 2024)


def test_two_sections_do_not_merge(document: Document) -> None:
    type_text(document, "甲")
    document.apply(write_text(document.report, "wishes", "乙"))
    type_text(document, "甲乙")
    assert len(document.history.done) == 3


def test_a_text_typed_back_to_what_was_saved_starts_anew(tmp_path: Path) -> None:
    document = Document(Report(load_edition("2021"), organ="云溪县档案局", year=2024))
    document.apply(write_text(document.report, "overview", "甲"))
    document.save(tmp_path / "report.rdesk")
    document.apply(write_text(document.report, "overview", "甲乙"))
    document.apply(write_text(document.report, "overview", "甲"))
    assert not document.is_dirty
    document.apply(write_text(document.report, "overview", "甲丙"))
    assert document.is_dirty
    document.undo()
    assert document.report.texts["overview"] == "甲"


def test_a_new_report_is_dirty_until_it_is_saved(tmp_path: Path) -> None:
    document = Document(Report(load_edition("2021"), organ="云溪县档案局", year=2024))
    assert document.is_dirty
    path = document.save(tmp_path / "report.rdesk")
    assert not document.is_dirty
    document.apply(enter(document.report, {"disclosure.licensing.decisions": 3}))
    assert document.is_dirty
    document.undo()
    assert not document.is_dirty
    document.redo()
    document.save()
    assert not document.is_dirty
    document.undo()
    assert document.is_dirty
    assert path.exists()


def test_a_save_that_fails_leaves_the_report_dirty(tmp_path: Path) -> None:
    document = Document(Report(load_edition("2021"), organ="云溪县档案局", year=2024))
    with pytest.raises(FileError):
        document.save(tmp_path / "absent" / "report.rdesk")
    assert document.is_dirty
    assert document.path is None


def test_a_new_document_needs_a_path_to_be_saved() -> None:
    with pytest.raises(ValueError, match="path"):
        Document(Report(TINY)).save()


def test_an_edit_made_for_another_report_is_refused(document: Document) -> None:
    stale = enter(document.report, {"loans.lent.adults": 1})
    document.apply(enter(document.report, {"loans.lent.adults": 2}))
    with pytest.raises(ValueError, match=r"loans\.lent\.adults"):
        document.apply(stale)
    assert document.report.cells == {"loans.lent.adults": 2}
    assert len(document.history.done) == 1


def test_a_listener_that_left_hears_nothing(document: Document) -> None:
    heard: list[Changed] = []
    leave = document.subscribe(heard.append)
    document.apply(enter(document.report, {"loans.lent.adults": 1}))
    leave()
    document.apply(enter(document.report, {"loans.lent.adults": 2}))
    assert [changed.cells for changed in heard] == [
        {"loans.lent.adults", "loans.lent.total", "loans.out.adults", "loans.out.total"}
    ]


def test_contradicted_sums_are_named_with_the_printed_figure() -> None:
    cells = {"loans.lent.adults": 1, "loans.lent.preschool": 2, "loans.lent.school": 3}
    document = Document(Report(TINY, cells=cells, stated={"loans.lent.total": 7}))
    assert document.contradicted == {"loans.lent.total": 7}
    document.apply(enter(document.report, {"loans.lent.school": 4}))
    assert document.contradicted == {}
    assert document.report == replace(document.report, stated={})
