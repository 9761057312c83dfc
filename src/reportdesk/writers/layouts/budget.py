"""What one rendering of a template may take: repetitions, work of its thread, characters, size of numbers."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

from jinja2 import TemplateRuntimeError

#: A report of 300 paragraphs goes through some thousands of repetitions.
_MOST_REPETITIONS = 2_000_000
#: Of this thread's work, not of the clock: a machine may be busy or asleep. A full report takes 0.1 s.
_PATIENCE_S = 20.0
#: Written, or made by filters on the way: ten times all the words that a file may have.
_MOST_CHARACTERS = 30_000_000
#: Beyond all that a report counts; numbers that grow without end take memory without end.
_LARGEST_NUMBER = 10**15

T = TypeVar("T")


class LimitReached(TemplateRuntimeError):
    """A template that would run or write without end."""


@dataclass(slots=True)
class _Budget:
    """What is left to one rendering."""

    ends: float = field(default_factory=lambda: time.thread_time() + _PATIENCE_S)
    repetitions: int = field(default_factory=lambda: _MOST_REPETITIONS)
    characters: int = field(default_factory=lambda: _MOST_CHARACTERS)

    def repeat(self, times: int = 1) -> None:
        self.repetitions -= times
        if self.repetitions < 0 or time.thread_time() > self.ends:
            raise LimitReached("重复得没有尽头，已停下")

    def write(self, characters: int) -> None:
        self.characters -= characters
        if self.characters < 0:
            raise LimitReached("写出的内容没有尽头，已停下")


_budget: ContextVar[_Budget] = ContextVar("_budget")


@contextmanager
def limited() -> Iterator[None]:
    """Give what is rendered inside its own limits of time and memory."""
    token = _budget.set(_Budget())
    try:
        yield
    finally:
        _budget.reset(token)


def tick() -> str:
    """Count a repetition; print nothing."""
    _budget.get().repeat()
    return ""


def counted_through(values: Iterable[T], characters_between: int = 0) -> Iterator[T]:
    """Yield values that are put together to something new, each counted before."""
    budget = _budget.get()
    for value in values:
        budget.repeat()
        budget.write(characters_between + (len(value) if isinstance(value, str) else 1))
        yield value


def spent(made: T) -> T:
    """Count what was made, if it takes room; return it."""
    if isinstance(made, str):
        _budget.get().write(len(made))
    elif isinstance(made, list | tuple):
        _budget.get().repeat(len(made))
    return made


def joined(pieces: Iterable[str]) -> str:
    """Put together what is printed."""
    budget = _budget.get()

    def written() -> Iterator[str]:
        for piece in pieces:
            budget.write(len(piece))
            yield piece

    return "".join(written())


def range_(*bounds: int) -> range:
    """Return a range that has an end soon."""
    numbers = range(*map(sized, bounds))
    if len(numbers) > _MOST_REPETITIONS:
        raise LimitReached("重复得没有尽头，已停下")
    return numbers


def sized(number: int) -> int:
    """Return a number that is not too large to reckon with."""
    if abs(number) > _LARGEST_NUMBER:
        raise LimitReached("数大得没有尽头，已停下")
    return number
