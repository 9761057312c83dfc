"""Read the files of a collection with a pool of workers, and tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportdesk.collect.incoming.filed import Filed, WordStore, filed_from, unread
from reportdesk.collect.incoming.sources import SourceFile, files_of
from reportdesk.errors import FileError
from reportdesk.examined import JOB, examined, options_for
from reportdesk.readers.apart.errors import ReadingCancelled
from reportdesk.readers.apart.pool import Pool

#: Is told how many files are done, and of how many.
Progress = Callable[[int, int], None]


class Gatherer:
    """Reads files, those that it has read before only where they have changed; `cancel` from any thread."""

    def __init__(self, store: WordStore, *, workers: int = 0) -> None:
        """Prepare `workers` workers, as many as suit the machine by default; words go to the store."""
        self._store, self._workers = store, workers
        self._pool = Pool(JOB, workers=workers)
        self._known: dict[tuple[str, float, int], Filed] = {}
        self.is_cancelled = False

    def cancel(self) -> None:
        """End the reading for good; `read` then raises ReadingCancelled."""
        self.is_cancelled = True
        self._pool.cancel()

    def rest(self) -> None:
        """End the idle workers; the next reading starts others."""
        self._pool.rest()

    def renewed(self) -> Gatherer:
        """Return one that can read again after `cancel`, and knows what was read."""
        fresh = Gatherer(self._store, workers=self._workers)
        fresh._known = self._known
        return fresh

    def read(
        self, paths: Sequence[Path], *, besides: Sequence[Path] = (), progress: Progress = lambda *_: None
    ) -> list[Filed]:
        """Return the files of some paths, read and checked, in their order; raise FileError for a path."""
        files = list(files_of(paths, besides=besides))
        kept = {file.mark: self._known[file.mark] for file in files if file.mark in self._known}
        new = [file for file in files if file.mark not in kept]
        progress(len(kept), len(files))
        for number, (file, filed) in enumerate(self._examined(new), len(kept) + 1):
            kept[file.mark] = filed
            progress(number, len(files))
            self._known[file.mark] = filed
        self._known = kept
        return [kept[file.mark] for file in files]

    def _examined(self, files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, Filed]]:
        asked = ((file, file.load) for file in files)
        for file, answer in self._pool.answers(asked, options_for(whole=True), files=len(files)):
            yield file, self._filed(file, answer)

    def _filed(self, file: SourceFile, answer: bytes | FileError) -> Filed:
        if isinstance(answer, ReadingCancelled):
            raise answer
        try:
            if isinstance(answer, FileError):
                raise answer
            told = examined(answer, file.name)
            return filed_from(told, file.name, file.stem, file.written, self._store)
        except FileError as error:
            return unread(error, file.name, file.stem, file.written)
