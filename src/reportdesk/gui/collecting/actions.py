"""What each entry of the window 汇总 does, and when it can be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from reportdesk.gui.collecting.outgoing import Outgoing
from reportdesk.gui.collecting.set_file import SetFile
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.collecting.sources import Sources
from reportdesk.gui.help.asking import open_manual

#: Actions that need a collection that was read.
_OF_A_COLLECTION = ("workbook", "report", "letters", "copy_missing", "copy_notice")


class CollectingActions:
    """Connects the actions that `collecting.ui` draws, keeps them enabled only where they do something."""

    def __init__(
        self, window: CollectingShell, sources: Sources, set_file: SetFile, outgoing: Outgoing
    ) -> None:
        """Connect every action of a window with what does it."""
        self._window = window
        self._actions = {
            action.objectName().removeprefix("action_"): action
            for action in window.findChildren(QAction)
            if action.objectName().startswith("action_")
        }
        for name, act in _handlers(window, sources, set_file, outgoing).items():
            self._actions[name].triggered.connect(partial(_do, act))
        self._actions["manual"].setShortcuts(QKeySequence.listFromString("F1; Ctrl+F1"))
        self._actions["save_as"].setShortcuts(QKeySequence.listFromString("F12; Ctrl+Shift+S"))

    def update(self) -> None:
        """Enable what can be used now, name what undo and redo would do."""
        session = self._window.session
        for name in _OF_A_COLLECTION:
            self._actions[name].setEnabled(session.collection is not None)
        self._actions["read"].setEnabled(bool(session.settings.paths))
        for name, verb, steps in (("undo", "撤销", session.done), ("redo", "重做", session.undone)):
            self._actions[name].setEnabled(bool(steps))
            self._actions[name].setToolTip(f"{verb}“{steps[-1].name}”" if steps else verb)


def _do(act: Callable[[], object], checked: bool = False) -> None:  # noqa: ARG001
    act()


def _handlers(
    window: CollectingShell, sources: Sources, set_file: SetFile, outgoing: Outgoing
) -> dict[str, Callable[[], object]]:
    return {
        "folder": sources.add_folder,
        "file": sources.add_file,
        "roster": sources.choose_roster,
        "last": sources.choose_last,
        "year": sources.choose_year,
        "read": window.read,
        "find": window.search_unit,
        "undo": partial(window.step, "undo"),
        "redo": partial(window.step, "redo"),
        "workbook": outgoing.write_workbook,
        "report": outgoing.write_report,
        "letters": outgoing.write_letters,
        "copy_missing": outgoing.copy_missing,
        "copy_notice": outgoing.copy_notice,
        "open": set_file.open,
        "save": set_file.save,
        "save_as": set_file.save_as,
        "backups": set_file.look_into_backups,
        "manual": partial(open_manual, window, "collect"),
        "close": window.close,
    }
