"""Follow a document as long as a widget lives, without keeping the widget alive."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from reportdesk.document import Changed, Document

if TYPE_CHECKING:
    from collections.abc import Callable


def listen(owner: QObject, document: Document, method: Callable[[Changed], Any]) -> None:
    """Call a bound method of `owner` after every change, until `owner` is destroyed."""
    reference = weakref.WeakMethod(method)

    def pass_on(changed: Changed) -> None:
        living = reference()
        if living is not None and isValid(owner):
            living(changed)

    stop = document.subscribe(pass_on)
    owner.destroyed.connect(stop)
