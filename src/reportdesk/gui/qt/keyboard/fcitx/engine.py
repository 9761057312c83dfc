"""What turns keys into words, as the bridge sees it; nothing here knows D-Bus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent


@dataclass(frozen=True)
class PressedKey:
    """A key as X numbers it: what it means, where it lies, which others are held; `time` in ms."""

    symbol: int
    code: int
    state: int
    is_release: bool
    time: int


def pressed_key(event: QKeyEvent) -> PressedKey | None:
    """Return the key of an event; None for one that no keyboard sent."""
    if not event.nativeVirtualKey():
        return None
    return PressedKey(
        event.nativeVirtualKey(),
        event.nativeScanCode(),
        event.nativeModifiers(),
        event.type() == event.Type.KeyRelease,
        # The service reckons with 32 bits, and Python's numbers come to it as signed ones.
        event.timestamp() & 0x7FFFFFFF,
    )


class Engine(QObject):
    """A running input method; what it has to say comes while `takes` is asked, or at any other time."""

    #: It can be asked from now on.
    began = Signal()
    #: It is gone, or does not answer: what was being composed stays as it is.
    ended = Signal()
    #: What is being composed, "" for nothing, and the cursor in it, in UTF-16 units.
    composed = Signal(str, int)
    #: Words that are done.
    committed = Signal(str)
    #: A key that shall be typed as if it came from the keyboard: X symbol, X state, whether released.
    forwarded = Signal(int, int, bool)

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""
        raise NotImplementedError

    def takes(self, key: PressedKey) -> bool:
        """Hand over a key; return whether it is used up. What the key brought was told before."""
        raise NotImplementedError

    def focus(self, is_in: bool) -> None:
        """Tell that a field has the focus, or that none has."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget what is being composed."""
        raise NotImplementedError

    def place(self, caret: QRect) -> None:
        """Tell where the caret is, in pixels of the screen."""
        raise NotImplementedError
