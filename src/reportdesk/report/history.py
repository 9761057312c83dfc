"""What can be taken back and done again."""

from __future__ import annotations

import msgspec

from reportdesk.report.edit import Edit

#: What can be taken back: more than a day's steps, in at most some 20 MB of words.
MOST_STEPS, MOST_CHARACTERS = 2_000, 10_000_000
#: What a change takes beside its words, as characters.
_CHANGE_CHARACTERS = 100


class History(msgspec.Struct):
    """The edits done and undone; edits of one text merge until something seals the step.

    A step with which nothing merges any more is narrowed to the words that differ. The oldest steps are
    forgotten where there are too many of them or they hold too much.
    """

    done: list[Edit] = msgspec.field(default_factory=list)
    undone: list[Edit] = msgspec.field(default_factory=list)
    _sealed: bool = False
    _characters: int = 0

    def push(self, edit: Edit) -> None:
        """Add an edit that was just applied; it merges with the one before where both allow."""
        self._characters -= sum(map(_characters_of, self.undone))
        self.undone.clear()
        step = edit
        if self._merges(edit):
            before = self.done.pop()
            self._characters -= _characters_of(before)
            step = before.merged_with(edit)
        elif self.done:
            self._narrow_last()
        if step:
            self.done.append(step)
            self._characters += _characters_of(step)
            self._forget()
        # A step that merged away leaves an older one on top, which was complete.
        self._sealed = not step

    def undo(self) -> Edit | None:
        """Move the last edit to the undone ones; return its inverse, None where there is none."""
        if not self.done:
            return None
        self.seal()
        self.undone.append(self.done.pop())
        return self.undone[-1].inverse()

    def redo(self) -> Edit | None:
        """Move the edit undone last back; return it, None where there is none."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        self.seal()
        return self.done[-1]

    def seal(self) -> None:
        """Let the next edit begin a step of its own (focus left, a pause, a save)."""
        self._sealed = True

    def _narrow_last(self) -> None:
        last = self.done.pop()
        self.done.append(last.narrowed())
        self._characters += _characters_of(self.done[-1]) - _characters_of(last)

    def _forget(self) -> None:
        """Forget the oldest steps, never the last one."""
        while len(self.done) > MOST_STEPS or (self._characters > MOST_CHARACTERS and len(self.done) > 1):
            self._characters -= _characters_of(self.done.pop(0))

    def _merges(self, edit: Edit) -> bool:
        before = self.done[-1].merge if self.done else ""
        return bool(before) and before == edit.merge and not self._sealed


def _characters_of(edit: Edit) -> int:
    values = (value for change in edit.changes for value in (change.before, change.after))
    words = sum(len(value) for value in values if isinstance(value, str))
    return words + _CHANGE_CHARACTERS * len(edit.changes)
