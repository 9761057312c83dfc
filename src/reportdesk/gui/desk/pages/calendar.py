"""The calendar under the date of the signature: which day it opens at, and the day chosen there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QVBoxLayout, QWidget

from reportdesk.gui.look.theme import theme_of

if TYPE_CHECKING:
    from reportdesk.report.model import Report


def day_to_offer(report: Report, today: date) -> str:
    """Return the ISO day at which a calendar opens: the one signed, else today where reports are due now.

    At other times it is the first day of the year in which the report is due.
    """
    if report.signature_date or not date.min.year <= report.year < date.max.year:
        return report.signature_date or today.isoformat()
    first = date(report.year + 1, 1, 1)
    latest = date.fromisoformat(f"{report.year + 1}-{report.organ_level.deadline}")
    return (today if first <= today <= latest else first).isoformat()


def choose_day(below: QWidget, first: str) -> str:
    """Open a calendar below a widget at an ISO day; return the day chosen, empty for none."""
    popup = QDialog(below.parentWidget(), Qt.WindowType.Popup)
    calendar = QCalendarWidget(popup)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setAccessibleName("日历")
    weekend = QTextCharFormat()
    weekend.setForeground(theme_of(below.palette()).error.ink)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    QVBoxLayout(popup).addWidget(calendar)
    calendar.setSelectedDate(QDate.fromString(first, Qt.DateFormat.ISODate))
    calendar.activated.connect(popup.accept)
    calendar.clicked.connect(popup.accept)
    popup.move(below.mapToGlobal(QPoint(0, below.height())))
    chosen = calendar.selectedDate().toString(Qt.DateFormat.ISODate) if popup.exec() else ""
    popup.deleteLater()
    return chosen
