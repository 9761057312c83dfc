"""One run of a collection: what a call or a collection's file asks, read and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportdesk.collect import is_set_file
from reportdesk.collect.collection import Collection, Order, collect
from reportdesk.collect.incoming.filed import WordStore
from reportdesk.collect.incoming.gathering import Gatherer, TellProgress
from reportdesk.collect.kept import Settings, read_set
from reportdesk.collect.last import read_last
from reportdesk.collect.roster.roster import read_roster
from reportdesk.errors import FileError
from reportdesk.project import SET_SUFFIX


@dataclass(frozen=True, slots=True)
class Run:
    """What is collected; roster and last year's file are read first, so that a slip in them costs no time."""

    settings: Settings

    @classmethod
    def of(
        cls,
        paths: Sequence[Path],
        year: int = 0,
        roster: Path | None = None,
        last: Path | None = None,
        *,
        newest: bool = False,
    ) -> Run:
        """Return the run that a call asks for; a collection's file among the paths says the rest.

        Raise FileError where that file cannot be read or several are given.
        """
        sets = [path for path in paths if is_set_file(path)]
        if len(sets) > 1:
            raise FileError("一次只能用一个汇总文件", where=str(sets[1]), remedy=f"请只写一个 {SET_SUFFIX}")
        kept = read_set(sets[0]).settings if sets else Settings()
        others = tuple(path for path in paths if path not in sets)
        return cls(
            replace(
                kept,
                paths=others or kept.paths,
                year=year or kept.year,
                roster=roster or kept.roster,
                last=last or kept.last,
                newest=newest or kept.newest,
            )
        )

    def collect(
        self,
        order: Order | None = None,
        *,
        jobs: int = 0,
        forked: bool = False,
        besides: Sequence[Path] = (),
        progress: TellProgress = lambda *_: None,
    ) -> Collection:
        """Read all files and return the collection; `besides` are no part of it. Raise FileError.

        `order` is what `order` gives, where somebody has asked for it already; `forked` as for a `Gatherer`.
        """
        order = order or self.order()
        store = WordStore()
        gatherer = Gatherer(store, workers=jobs, forked=forked)
        try:
            files = gatherer.read(self.settings.paths, besides=(*besides, *self.own), progress=progress)
        finally:
            gatherer.cancel()
        return collect(files, order, store)

    @property
    def own(self) -> tuple[Path, ...]:
        """Return the files that say what is collected: in the folder, they are none of its reports."""
        settings = self.settings
        return tuple(path for path in (settings.roster, settings.last) if path is not None)

    @property
    def sources(self) -> tuple[Path, ...]:
        """Return what is read and by name, which nothing is written over: not what lies in a folder."""
        return (*self.own, *self.settings.paths)

    def order(self) -> Order:
        """Return what is asked, with roster and last year's sum read; raise FileError."""
        settings = self.settings
        return Order(
            settings.year,
            read_roster(settings.roster) if settings.roster else None,
            settings.newest,
            read_last(settings.last) if settings.last else None,
            settings.decisions,
        )
