"""An open collection: what it collects and what was decided, with undo; plain Python for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportdesk.collect.collection import Collection, Order, collect
from reportdesk.collect.counting.similarity import Likeness
from reportdesk.collect.incoming.filed import Filed, WordStore
from reportdesk.collect.incoming.gathering import Gatherer, TellProgress
from reportdesk.collect.incoming.sources import files_of
from reportdesk.collect.kept import KeptSet, Settings, read_set, save_set
from reportdesk.collect.last import figures_of
from reportdesk.collect.run import Run
from reportdesk.form.place import place_of
from reportdesk.project.errors import Missing
from reportdesk.project.stamp import Stamp
from reportdesk.readers.protocol import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading gave: the files, what was asked, and the collection."""

    files: tuple[Filed, ...]
    order: Order
    collection: Collection


@dataclass(frozen=True, slots=True)
class Step:
    """A change of the settings by its name, with the settings before it."""

    name: str
    before: Settings


class Session:
    """A collection that is open; `read` may run in a thread of its own, everything else in one thread."""

    def __init__(
        self,
        settings: Settings | None = None,
        path: Path | None = None,
        stamp: Stamp | None = None,
        *,
        saved: Settings | None = None,
    ) -> None:
        """Open a collection; without a `path` it was never saved.

        `saved` is what its file holds, where that is not the settings themselves: recovered work is unsaved.
        """
        self.settings = settings or Settings()
        self.path, self.stamp = path, stamp
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.outcome: Outcome | None = None
        self.updates: dict[str, tuple[str, ...]] = {}
        self._saved = saved or self.settings
        self._store = WordStore()
        self._likeness = Likeness(self._store)
        self._gatherer = Gatherer(self._store)

    @classmethod
    def of(cls, path: Path) -> Session:
        """Open a collection's file; raise FileError."""
        kept = read_set(path)
        return cls(kept.settings, path, kept.stamp)

    @property
    def collection(self) -> Collection | None:
        """Return the collection as it stands; None before the first reading."""
        return self.outcome.collection if self.outcome else None

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything would be lost if the collection were closed now."""
        return self.settings != self._saved

    def change(self, name: str, **changes: Any) -> None:
        """Change the settings as one step of undo; what changes nothing is none."""
        self._go_to(name, replace(self.settings, **changes))

    def decide(self, name: str, **changes: Any) -> None:
        """Change the decisions as one step of undo."""
        self.change(name, decisions=replace(self.settings.decisions, **changes))

    def restore(self, settings: Settings) -> None:
        """Take back all that an earlier version held, as one step of undo."""
        self._go_to("恢复备份", replace(settings, figures=self.settings.figures))

    def take_theirs(self, kept: KeptSet) -> None:
        """Take what somebody else saved in the file meanwhile, as one step of undo."""
        self._go_to("改用新保存的", kept.settings)
        self.stamp, self._saved = kept.stamp, kept.settings

    def note(self, name: str, part: str, unit: str, value: str) -> None:
        """Set a unit's entry in chosen, remarks, returned or answered as one step; "" drops it."""
        entries: Mapping[str, str] = getattr(self.settings.decisions, part)
        others = {key: kept for key, kept in entries.items() if key != unit}
        self.decide(name, **{part: {**others, unit: value} if value else others})

    def undo(self) -> bool:
        """Take the last step back; tell whether there was one."""
        return self._step(self.done, self.undone)

    def redo(self) -> bool:
        """Do the step again that was taken back; tell whether there was one."""
        return self._step(self.undone, self.done)

    def read(self, progress: TellProgress = lambda *_: None) -> Outcome:
        """Read what is new or changed and return what came of all files; raise FileError."""
        run = Run(self.settings)
        order = run.order()
        besides = (*run.own, *([self.path] if self.path else []))
        try:
            files = self._gatherer.read(self.settings.paths, besides=besides, progress=progress)
        finally:
            self._gatherer.rest()
            self.renew()
        return Outcome(tuple(files), order, collect(files, order, self._store, self._likeness))

    def cancel(self) -> None:
        """End the reading under way or about to begin; what was read so far is known to the next one."""
        self._gatherer.cancel()

    def renew(self) -> None:
        """Be ready to read again, where a reading was cancelled."""
        if self._gatherer.is_cancelled:
            self._gatherer = self._gatherer.renewed()

    def take(self, outcome: Outcome) -> None:
        """Show what a reading gave; a unit whose report is another now is among `updates`."""
        before = self.collection
        self.outcome = outcome
        if before is not None:
            self.updates |= dict(_updates(before, outcome.collection))

    @property
    def is_ahead(self) -> bool:
        """Tell whether something was decided that the collection does not know yet."""
        settings, order = self.settings, self.outcome.order if self.outcome else None
        known = (order.decisions, order.year, order.newest) if order else ()
        return known != (settings.decisions, settings.year, settings.newest)

    def recount(self) -> None:
        """Put the files in order again after a decision, without reading any.

        A remark or a day moves no figure: what was counted stays.
        """
        if self.outcome is None:
            return
        settings, before = self.settings, self.outcome.order
        decisions = settings.decisions
        order = replace(before, decisions=decisions, year=settings.year, newest=settings.newest)
        if _counts_alike(before, order):
            made = replace(self.outcome.collection, decisions=decisions)
        else:
            made = collect(self.outcome.files, order, self._store, self._likeness)
        self.outcome = Outcome(self.outcome.files, order, made)

    def save(self, path: Path) -> None:
        """Save the collection with the figures of this reading; raise FileError."""
        collection = self.collection
        figures = figures_of(collection) if collection else self.settings.figures
        stamp = self.stamp if path == self.path else None
        self.stamp = save_set(path, replace(self.settings, figures=figures), stamp)
        self.path, self._saved = path, self.settings

    def load(self, name: str) -> Source:
        """Load one of the files, wherever it lies; raise FileError."""
        for file in files_of(self.settings.paths):
            if file.name == name:
                return file.load()
        raise Missing("这个文件不在了", where=name, remedy="请按 F5 重新读取")

    def text_of(self, filed: Filed, section: str) -> str:
        """Return a file's words of a section that is compared, "" where it has none."""
        place = filed.words.get(section)
        return self._store.get(place) if place else ""

    def _go_to(self, name: str, settings: Settings) -> None:
        if settings != self.settings:
            self.done.append(Step(name, self.settings))
            self.undone.clear()
            self.settings = settings

    def _step(self, source: list[Step], target: list[Step]) -> bool:
        if not source:
            return False
        step = source.pop()
        target.append(Step(step.name, self.settings))
        self.settings = step.before
        return True


def _counts_alike(one: Order, other: Order) -> bool:
    """Tell whether two orders of the same files differ in nothing that counts."""
    return _what_counts(one) == _what_counts(other)


def _what_counts(order: Order) -> tuple[object, ...]:
    decisions = order.decisions
    return order.year, order.newest, decisions.chosen, decisions.adjustments


def _updates(before: Collection, after: Collection) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the units whose report is another than before, with what changed in words."""
    old = {state.unit.name: state.counted for state in before.states}
    for state in after.states:
        was, now = old.get(state.unit.name), state.counted
        if was is not None and now is not None and was.digest != now.digest:
            yield state.unit.name, tuple(changes_between(was, now))


def changes_between(was: Filed, now: Filed) -> Iterable[str]:
    """Yield in words how two reports of a unit differ: each cell with both figures, then the words."""
    if was.edition != now.edition:
        yield f"表格由 {was.edition} 版改为 {now.edition} 版"
        return
    form = now.form
    is_same = True
    for (key, before), (_, after) in zip(was.cells(), now.cells(), strict=True):
        if before != after:
            is_same = False
            show = form.cells[key].kind.show
            yield f"{place_of(form, key)}：{show(before) or '空'} → {show(after) or '空'}"
    if is_same or any(
        was.sketches.get(key) != now.sketches.get(key) for key in {*was.sketches, *now.sketches}
    ):
        yield "文字有改动"
