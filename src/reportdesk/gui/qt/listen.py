"""Follow a document as long as a widget lives; neither keeps the other alive."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from reportdesk.document import Changed, Document


def listen(owner: QObject, document: Document, method: Callable[[Changed], Any]) -> None:
    """Call a bound method of `owner` after every change, until `owner` is destroyed."""
    reference = weakref.WeakMethod(method)

    def pass_on(changed: Changed) -> None:
        living = reference()
        if living is not None and isValid(owner_reference()):
            living(changed)
        else:
            stop()

    owner_reference = weakref.ref(owner)
    stop = document.subscribe(pass_on)
