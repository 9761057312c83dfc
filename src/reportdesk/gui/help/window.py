"""The window of the manual: its pages at the left, one of them at the right, a search through all above."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QTextEdit, QWidget

from reportdesk.gui.forms.help import Ui_Help
from reportdesk.gui.help.pages import INDEX, read_manual
from reportdesk.gui.help.seeking import Seeking, places_in
from reportdesk.gui.look.style_sheet import dress
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.announcer import Announcer
from reportdesk.gui.qt.widgets.fitting import fit_to_screen
from reportdesk.resources import manual_root

_LIST_PX = 230


class HelpWindow(QWidget):
    """Shows the manual beside the work; it belongs to a window or a dialog and goes with it."""

    def __init__(self, owner: QWidget | None = None, root: Path | None = None) -> None:
        """Show the index of the manual below `root`, the shipped one by default."""
        super().__init__(owner, Qt.WindowType.Window)
        self._root = root or manual_root()
        self._pages = read_manual(self._root)
        self._seeking = Seeking(self._pages)
        self.ui = Ui_Help()
        self.ui.setupUi(self)
        self._announcer = Announcer(self.ui.count)
        self.ui.splitter.setStretchFactor(1, 1)
        self.ui.splitter.setSizes([_LIST_PX, self.width() - _LIST_PX])
        for page in self._pages:
            item = QListWidgetItem(page.title, self.ui.pages)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
        self._connect()
        self._seek()
        dress(self)
        fit_to_screen(self)
        self.show_page(INDEX)

    @property
    def page(self) -> str:
        """Return the name of the page in view."""
        return self.ui.page.page

    def show_page(self, place: str) -> None:
        """Turn to a page, or to a heading of one: `tables`, `tables#粘贴`."""
        name, _, heading = place.partition("#")
        url = QUrl.fromLocalFile(str(self._root / f"{name}.md"))
        if heading:
            url.setFragment(heading)
        if url != self.ui.page.source() or heading:
            self.ui.page.setSource(url)

    def _connect(self) -> None:
        ui = self.ui
        ui.pages.currentItemChanged.connect(self._turn)
        ui.page.sourceChanged.connect(self._follow)
        ui.back.clicked.connect(ui.page.backward)
        ui.forward.clicked.connect(ui.page.forward)
        ui.page.backwardAvailable.connect(ui.back.setEnabled)
        ui.page.forwardAvailable.connect(ui.forward.setEnabled)
        ui.back.setEnabled(False)
        ui.forward.setEnabled(False)
        ui.words.textChanged.connect(self._seek)
        ui.words.returnPressed.connect(partial(self._step, 1))
        ui.next.clicked.connect(partial(self._step, 1))
        ui.previous.clicked.connect(partial(self._step, -1))
        for keys, act in (
            # Buttons would wait for their own show before they act on a key.
            ("Alt+Left", ui.page.backward),
            ("Alt+Right", ui.page.forward),
            ("F3", partial(self._step, 1)),
            ("Shift+F3", partial(self._step, -1)),
            ("Ctrl+F", self._begin_search),
            ("Esc", self._leave),
            ("Alt+Home", partial(self.show_page, INDEX)),
            ("Ctrl+W", self.close),
            ("Ctrl++", ui.page.zoomIn),
            ("Ctrl+=", ui.page.zoomIn),
            ("Ctrl+-", ui.page.zoomOut),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.page:
            self.show_page(item.data(Qt.ItemDataRole.UserRole))

    def _follow(self) -> None:
        """Name and light the page in view, wherever the wish to see it came from."""
        names = [page.name for page in self._pages]
        if self.page in names:
            number = names.index(self.page)
            self.setWindowTitle(f"手册：{self._pages[number].title}")
            self.ui.pages.setCurrentRow(number)
        self._light()

    def _begin_search(self) -> None:
        self.ui.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.words.selectAll()

    def _leave(self) -> None:
        """Drop the search, or close where nothing is sought."""
        if self.ui.words.text():
            self.ui.words.clear()
            self.ui.page.setFocus()
        else:
            self.close()

    def _seek(self) -> None:
        self._seeking = Seeking(self._pages, self.ui.words.text())
        counts = self._seeking.pages
        for number, page in enumerate(self._pages):
            item = self.ui.pages.item(number)
            count = counts.get(page.name, 0)
            item.setText(f"{page.title}（{count}）" if count else page.title)
            item.setHidden(bool(self._seeking.words) and not count)
        self.ui.next.setEnabled(bool(counts))
        self.ui.previous.setEnabled(bool(counts))
        self._tell_count()
        self._light()

    def _tell_count(self) -> None:
        seeking = self._seeking
        if not seeking.words:
            words = ""
        elif not seeking.count:
            words = "没有找到"
        elif seeking.place:
            words = f"第 {seeking.place} 处，共 {seeking.count} 处"
        else:
            words = f"{len(seeking.pages)} 页里有 {seeking.count} 处"
        self.ui.count.setText(words)
        self._announcer.say(words)

    def _step(self, by: int) -> None:
        if not self._seeking.count:
            return
        name, number = self._seeking.step(by, self.page)
        self.show_page(name)
        places = places_in(self.ui.page.document(), self._seeking.words)
        if number < len(places):
            self.ui.page.setTextCursor(places[number])
            self.ui.page.ensureCursorVisible()
        self._tell_count()
        self._light()

    def _light(self) -> None:
        """Lay a ground under the words sought, wherever they stand on the page."""
        theme = theme_of(self.palette())
        lit = []
        for cursor in places_in(self.ui.page.document(), self._seeking.words):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor  # type: ignore[attr-defined]
            selection.format.setBackground(theme.warning.ground)  # type: ignore[attr-defined]
            selection.format.setForeground(theme.warning.ink)  # type: ignore[attr-defined]
            lit.append(selection)
        self.ui.page.setExtraSelections(lit)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "ui"):
            dress(self)
            self._light()
