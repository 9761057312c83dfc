"""The cards as plain data, for programs that draw or check the picture themselves."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportdesk.form.formula import Number
from reportdesk.report.model import Report
from reportdesk.writers.charts.cards import Card, ChartFigure
from reportdesk.writers.charts.pictures import PictureSet


def charts_data(report: Report, pictures: PictureSet) -> dict[str, Any]:
    """Return the cards as JSON has them: counts are integers, amounts strings, blank and unknown null."""
    last = report.last.year if report.last and any(card.has_last_year for card in pictures.cards) else None
    return {
        "schema": 1,
        "title": pictures.title,
        "organ": report.organ,
        "year": report.year or None,
        "last_year": last or None,
        "cards": [_card(card) for card in pictures.cards],
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "key": card.key,
        "title": card.title,
        "alternative": card.alternative,
        "figures": [_chart_figure_data(figure) for figure in card.every],
    }


def _chart_figure_data(figure: ChartFigure) -> dict[str, Any]:
    return {
        "label": figure.name,
        "unit": figure.unit,
        "now": _figure_data(figure, figure.now),
        "last": _figure_data(figure, figure.then),
        "cells": list(figure.cells),
    }


def _figure_data(figure: ChartFigure, number: Number | None) -> int | str | None:
    return figure.kind.show(number) if isinstance(number, Decimal) else number
