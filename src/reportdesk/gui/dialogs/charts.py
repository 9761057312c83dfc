"""图解: the cards of a report to choose from, in colours to choose from, as they will be drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.errors import ReportDeskError
from reportdesk.gui.forms.charts import Ui_Charts
from reportdesk.gui.look.raster import png_of
from reportdesk.gui.qt.widgets.fitting import fit_to_screen
from reportdesk.report.model import Report
from reportdesk.writers.charts.pictures import PictureSet, pictures_of
from reportdesk.writers.charts.themes import themes_of

#: Of the drawing's own size: a long picture is looked over, not read letter by letter.
_PREVIEW_SCALE = 0.75
_SCALES = (("1 倍（宽 750 像素）", 1.0), ("2 倍（宽 1500 像素）", 2.0), ("3 倍（宽 2250 像素）", 3.0))


class ChartsDialog(QDialog):
    """Shows the long picture; accepted, `pictures` are wanted as files, at `scale`."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Show the pictures of a report; raise ReportDeskError for a form without cards."""
        super().__init__(parent)
        self.ui = Ui_Charts()
        self.ui.setupUi(self)
        self._report = report
        self.pictures: PictureSet = pictures_of(report)
        for card in self.pictures.cards:
            item = QListWidgetItem(card.title, self.ui.cards)
            item.setData(Qt.ItemDataRole.UserRole, card.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        for theme in themes_of(report.form):
            self.ui.theme.addItem(theme.name, theme.key)
        for name, scale in _SCALES:
            self.ui.scale.addItem(name, scale)
        self.ui.scale.setCurrentIndex(1)
        self.ui.cards.itemChanged.connect(lambda _: self._draw())
        self.ui.theme.currentIndexChanged.connect(lambda _: self._draw())
        self._draw()
        fit_to_screen(self)
        self.ui.cards.setFocus()

    @property
    def scale(self) -> float:
        """Return how many pixels the PNG has for each of the drawing's."""
        return float(self.ui.scale.currentData())

    def _draw(self) -> None:
        keys = self._chosen()
        self.ui.ok.setEnabled(bool(keys))
        if not keys:
            self.ui.picture.clear()
            self.ui.remark.setText("一张卡片也没有选。")
            return
        self.pictures = pictures_of(self._report, keys, self.ui.theme.currentData())
        long = self.pictures.long
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap()
        try:
            pixmap.loadFromData(png_of(long.svg, _PREVIEW_SCALE * ratio))
            self.ui.remark.setText("长图和每张卡片各存一份 SVG 和 PNG，另有带数据表的网页和 JSON。")
        except ReportDeskError as error:
            self.ui.remark.setText(str(error))
        pixmap.setDevicePixelRatio(ratio)
        self.ui.picture.setPixmap(pixmap)
        self.ui.picture.setAccessibleName(long.title)
        self.ui.picture.setAccessibleDescription(long.alternative)

    def _chosen(self) -> tuple[str, ...]:
        items = (self.ui.cards.item(row) for row in range(self.ui.cards.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
