"""Read the files of a collection with a pool of workers, and tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath

from reportdesk.collect.incoming.filed import Filed, WordStore, filed_from, unread
from reportdesk.collect.incoming.sources import SourceFile, files_of
from reportdesk.errors import FileError
from reportdesk.examined.answer import examined
from reportdesk.examined.job import JOB, options_for
from reportdesk.project.stamp import digest
from reportdesk.readers.apart.errors import ReadingCancelled
from reportdesk.readers.apart.pool import Pool
from reportdesk.readers.protocol import Source

#: Is told how many files are done, and of how many.
TellProgress = Callable[[int, int], None]


#: What tells a file from the same one rewritten: name, time (s since 1970), bytes.
_FileMark = tuple[str, float, int]


class Gatherer:
    """Reads files, each content once, wherever it lies and whatever it is called; `cancel` from any thread.

    What was read is remembered while this object lives, of those files that were there the last time.
    """

    def __init__(self, store: WordStore, *, workers: int = 0, forked: bool = False) -> None:
        """Prepare `workers` workers, as many as suit the machine by default; words go to the store.

        `forked` splits them off from this process, where that may be.
        """
        self._store, self._workers, self._is_forked = store, workers, forked
        self._pool = Pool(JOB, workers=workers)
        self._known: dict[_FileMark, Filed] = {}
        self._digests: dict[_FileMark, str] = {}
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
        fresh = Gatherer(self._store, workers=self._workers, forked=self._is_forked)
        fresh._known, fresh._digests = self._known, self._digests
        return fresh

    def read(
        self, paths: Sequence[Path], *, besides: Sequence[Path] = (), progress: TellProgress = lambda *_: None
    ) -> list[Filed]:
        """Return the files of some paths, read and checked, in their order; raise FileError for a path."""
        files = list(files_of(paths, besides=besides))
        kept = {file.mark: self._known[file.mark] for file in files if file.mark in self._known}
        kept |= dict(self._met_elsewhere([file for file in files if file.mark not in kept]))
        new = [file for file in files if file.mark not in kept]
        progress(len(kept), len(files))
        for number, (file, filed) in enumerate(self._examined(new), len(kept) + 1):
            kept[file.mark] = filed
            progress(number, len(files))
            self._known[file.mark] = filed
        self._known = kept
        self._digests = {mark: self._digests[mark] for mark in kept if mark in self._digests}
        return [kept[file.mark] for file in files]

    def _met_elsewhere(self, files: Sequence[SourceFile]) -> Iterator[tuple[_FileMark, Filed]]:
        """Yield of some files those whose content was read already: a folder renamed, a file moved."""
        sizes = {size for _, _, size in self._digests}
        contents = {
            (digest, PurePath(mark[0]).suffix): self._known[mark]
            for mark, digest in self._digests.items()
            if mark in self._known and self._known[mark].status == "read"
        }
        for file in files:
            if file.size not in sizes or self.is_cancelled:
                continue
            with suppress(FileError):
                self._load(file)
            found = contents.get((self._digests.get(file.mark, ""), PurePath(file.name).suffix))
            if found is not None:
                yield file.mark, found.named(file.name, file.stem, file.written)

    def _load(self, file: SourceFile) -> Source:
        source = file.load()
        self._digests[file.mark] = digest(source.data)
        return source

    def _examined(self, files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, Filed]]:
        if self._is_forked and files:
            self._pool.begin(len(files), forked=True)
        asked = ((file, partial(self._load, file)) for file in files)
        for file, answer in self._pool.answers(asked, options_for(whole=True), files=len(files)):
            yield file, self._filed(file, answer)

    def _filed(self, file: SourceFile, answer: bytes | FileError) -> Filed:
        if isinstance(answer, ReadingCancelled):
            raise answer
        try:
            if isinstance(answer, FileError):
                raise answer
            seen = examined(answer, file.name)
            return filed_from(seen, file.name, file.stem, file.written, self._store)
        except FileError as error:
            return unread(error, file.name, file.stem, file.written)
