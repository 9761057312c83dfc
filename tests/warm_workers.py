"""Workers that outlive the tests that ask them: to start one costs what it takes to read eight reports."""

import os
import subprocess
import threading
from collections.abc import Sequence

import pytest

from reportdesk.readers.apart import process
from reportdesk.readers.apart.exchange import ASK_FRESH, GOES_ON
from reportdesk.readers.protocol import Source

Process = subprocess.Popen[bytes]
Key = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]

#: More that nobody asks would only take room.
_MOST_IDLE = 3
#: What differs from test to test and is nothing to a worker.
_OWN = {"PYTEST_CURRENT_TEST", "REPORTDESK_PROFILE"}

_start, _talk, _end = process.start, process._talk, process.end


class WarmWorkers:
    """Keeps a process that was let go of after a good answer, and hands it out in the place of a new one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[Key, Process]] = []
        self._keys: dict[Process, Key] = {}
        self._wants_fresh = threading.local()

    def put_in_place(self, patch: pytest.MonkeyPatch) -> None:
        """Have the program ask these."""
        patch.setattr(process, "split_off", lambda job: None)
        patch.setattr(process, "start", self._begin)
        patch.setattr(process, "_talk", self._ask)
        patch.setattr(process, "end", self._let_go)

    def end(self) -> None:
        """End them all."""
        while self._idle:
            _end(self._idle.pop()[1])

    def _begin(self, words: Sequence[str], where: str) -> Process:
        around = tuple(sorted((name, value) for name, value in os.environ.items() if name not in _OWN))
        key = (tuple(words), around)
        is_fresh = getattr(self._wants_fresh, "is_set", False)
        self._wants_fresh.is_set = False
        found = None if is_fresh else self._taken(key)
        begun = found or _start(words, where)
        with self._lock:
            self._keys[begun] = key
        return begun

    def _taken(self, key: Key) -> Process | None:
        with self._lock:
            for place, (kept, idle) in enumerate(self._idle):
                if kept == key and idle.poll() is None:
                    return self._idle.pop(place)[1]
        return None

    def _ask(self, asked: Process, source: Source, options: str) -> tuple[bytes, int]:
        with self._lock:
            key = self._keys.pop(asked)
        answer, fate = _talk(asked, source, options)
        if fate == GOES_ON:
            with self._lock:
                self._keys[asked] = key
        self._wants_fresh.is_set = fate == ASK_FRESH
        return answer, fate

    def _let_go(self, left: Process) -> None:
        """Keep what stands idle; end what is in the middle of a file, or was spoiled by one."""
        ended = left
        with self._lock:
            key = self._keys.pop(left, None)
            if key is not None and left.poll() is None:
                self._idle.append((key, left))
                if len(self._idle) <= _MOST_IDLE:
                    return
                _, ended = self._idle.pop(0)
        _end(ended)
