"""The open report: one door for every change, with history, figures and findings kept up to date."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.checks.acceptances import has_former_acceptances, with_places
from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.document.changed import Changed
from reportdesk.document.saving import Saving
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.project.errors import Unconfirmed
from reportdesk.project.stamp import Stamp
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.entries import Entry, Touched
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.history import History
from reportdesk.report.model import Acceptance, Report
from reportdesk.report.totals import Figures, contradicted, figures, update

if TYPE_CHECKING:
    from reportdesk.checks.causes.grouping import CauseGroup
    from reportdesk.checks.engine import Checker


#: How long a window may examine before it looks for the next key.
EXAMINING_SECONDS = 0.01


Listener = Callable[[Changed], None]


class Document:
    """An open report with its file and history; plain Python, told to listeners after every change."""

    def __init__(
        self,
        report: Report,
        path: Path | None = None,
        stamp: Stamp | None = None,
        *,
        saved: Report | None = None,
    ) -> None:
        """Open a report; without a `path` it is a new one that was never saved.

        `saved` is what its file holds, where that is not the report itself: recovered work is unsaved.
        """
        self.report = report
        #: As far as they were looked at, and as they were told last; None before the first look.
        self._known: tuple[Finding, ...] | None = None
        self._last_told: tuple[Finding, ...] = ()
        if has_former_acceptances(report):
            report = self.report = with_places(report, self._checker.run(facts_of(report)))
        self.path = path
        #: The folder of the file that a report began from, for one that was never saved.
        self.came_from: Path | None = None
        self.stamp = stamp
        self.history = History()
        self.figures: Figures = figures(report)
        self._saved = saved or (report if path else None)
        self._listeners: list[Listener] = []

    @property
    def is_read_only(self) -> bool:
        """Tell whether the report is only looked at: nobody can type anywhere."""
        return False

    @property
    def form(self) -> Form:
        """Return the report's form."""
        return self.report.form

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything would be lost if the document were closed now."""
        return self.report != self._saved

    @cached_property
    def _checker(self) -> Checker:
        # Late: a window is painted before the first finding is asked for.
        from reportdesk.checks.engine import Checker

        return Checker(self.form)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, accepted ones too, grave ones first; look at once at all that was touched."""
        if self._known is None:
            self._known = self._checker.run(self._facts)
        elif self._checker.is_behind:
            self._known = self._checker.finish(self._facts)
        return self._known

    @property
    def known_findings(self) -> tuple[Finding, ...]:
        """Return the findings as far as they are known: those of words may lag behind a key."""
        return self._known or ()

    def examine(self, seconds: float) -> bool:
        """Go on looking at what was touched, for about so long; tell whether all of it is looked at.

        Listeners hear then whether the findings are others.
        """
        if self._known is None:
            self._checker.begin()
            self._known = ()
        until = time.perf_counter() + seconds
        while self._checker.step(self._facts):
            if time.perf_counter() >= until:
                return False
        self._known = self._checker.found
        if self._known != self._last_told:
            self._last_told = self._known
            self._tell(Changed(frozenset(), frozenset(), findings=True))
        return True

    @property
    def _facts(self) -> Facts:
        return Facts(self.report, self.figures)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Return the findings on which the clerk has not decided."""
        return tuple(finding for finding in self.findings if acceptance_of(self.report, finding) is None)

    @property
    def groups(self) -> tuple[CauseGroup, ...]:
        """Return the open findings by what may be their cause, grave ones first."""
        # Late: nothing is grouped before the first finding.
        from reportdesk.checks.causes.grouping import groups_of

        return groups_of(
            self._checker.checks,
            self._facts,
            self.findings,
            lambda finding: acceptance_of(self.report, finding) is None,
        )

    @property
    def contradicted(self) -> dict[str, Number]:
        """Return the derived cells whose stated figure is not their sum, with the stated figure."""
        return contradicted(self.report, self.figures)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit) -> Changed:
        """Apply an edit as one step of undo and tell the listeners; an edit without changes does nothing."""
        if edit:
            self.report = edit.apply(self.report)
            self.history.push(edit)
        return self._follow(edit)

    def undo(self) -> Edit | None:
        """Take back the last step; return it, None where there is none."""
        return self._step(self.history.undo())

    def redo(self) -> Edit | None:
        """Do again what was taken back last; return it, None where there is none."""
        return self._step(self.history.redo())

    def accept(self, finding: Finding, note: str) -> Changed:
        """Record the clerk's word on a finding; it lapses when the finding's figures change."""
        return self.accept_all((finding,), note)

    def accept_all(self, findings: Iterable[Finding], note: str) -> Changed:
        """Record one word of the clerk's on several findings as one step; of each it lapses by itself."""
        words = [Acceptance(one.code, one.subject, one.figures, note, one.end_mark) for one in findings]
        entries: list[Entry] = [("accepted", word.subject, word) for word in words]
        return self.apply(edit_entries(self.report, "接受并说明", entries))

    def withdraw_acceptance(self, finding: Finding) -> Changed:
        """Take back the clerk's word on a finding."""
        return self.apply(edit_entries(self.report, "取消接受", [("accepted", finding.subject, None)]))

    def save(self, path: Path | None = None) -> Path:
        """Write the project file, to `path` or where it came from; a FileError leaves the document dirty."""
        saving = self.begin_save(path)
        try:
            stamp = saving.run()
        except Unconfirmed as error:
            self.take_unconfirmed(saving, error)
            raise
        self.take_saved(saving, stamp)
        return saving.path

    def begin_save(self, path: Path | None = None) -> Saving:
        """Return what writes the report as it stands now, to `path` or where it came from, in any thread.

        Raise ValueError for a new document without a path.
        """
        target = path or self.path
        if target is None:
            raise ValueError("a new document needs a path")
        self.history.seal()
        return Saving(target, self.report, self.stamp if target == self.path else None)

    def take_saved(self, saving: Saving, stamp: Stamp) -> None:
        """Know that a save is done; what was changed since it began is unsaved."""
        self.path, self.stamp = saving.path, stamp
        self._saved = saving.report

    def take_unconfirmed(self, saving: Saving, error: Unconfirmed) -> None:
        """Know that what stands there is ours, so that the next save does not take it for somebody else's."""
        self.path, self.stamp = saving.path, error.stamp

    def _step(self, edit: Edit | None) -> Edit | None:
        if edit is not None:
            self.report = edit.apply(self.report)
            self._follow(edit)
        return edit

    def _follow(self, edit: Edit) -> Changed:
        places: set[Touched] = {change.place for change in edit.changes}
        entered = frozenset(key for part, key in places if part == "cells")
        followed = update(self.figures, self.report, entered)
        places |= {("cells", key) for key in followed.changed}
        if places and self._known is not None:
            # The words are looked at later, in free moments: no key waits for that.
            self._checker.touch(places)
            if self._checker.look_at_figures(self._facts):
                self._known = self._checker.found
        cells = _cells_at(places).union(followed.reached)
        changed = Changed(frozenset(places), cells, self.known_findings != self._last_told)
        self._last_told = self.known_findings
        self._tell(changed)
        return changed

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)


def _cells_at(places: Iterable[Touched]) -> frozenset[str]:
    parts = {"cells", "stated", "invalid", "unconfirmed"}
    return frozenset(key for part, key in places if part in parts)
