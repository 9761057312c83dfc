"""Lists that show no empty box: one without anything is not there, and its room stays as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView
from shiboken6 import isValid


def hide_while_empty(view: QAbstractItemView) -> None:
    """Show a view of a model only while it holds anything."""
    policy = view.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    view.setSizePolicy(policy)

    model = view.model()

    def look() -> None:
        # A list that ends clears its model first.
        if isValid(view) and isValid(model):
            view.setVisible(model.rowCount() > 0)

    for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
        changed.connect(look)
    look()
