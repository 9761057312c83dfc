"""A collection as plain data: what `collect --json` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.examined.answer import plain
from reportdesk.form.formula import Number
from reportdesk.form.severity import SEVERITIES

#: The version of what `collect --json` prints.
SCHEMA = 1


def collection_data(collection: Collection, *, with_findings: bool = False) -> dict[str, Any]:
    """Return a collection as `collect --json` prints it; `with_findings` those of the units' reports too."""
    total = collection.total
    return {
        "schema": SCHEMA,
        "year": collection.year or None,
        "edition": collection.form.edition,
        "units": [_unit(state, with_findings=with_findings) for state in collection.states],
        "files": [
            {
                "file": stray.file.name,
                "unit": stray.unit or None,
                "status": stray.status,
                "message": stray.message,
            }
            for stray in collection.strays
        ],
        "findings": [_finding(finding) for finding in collection.findings],
        "cells": _cells(total.cells),
        "groups": {group: _cells(cells) for group, cells in total.groups.items()},
        "blank_in": {key: list(units) for key, units in total.blank_in.items()},
        "added": [state.unit.name for state in total.added],
        "adjustments": [
            {"cell": made.cell, "amount": plain(made.amount), "reason": made.reason}
            for made in collection.decisions.adjustments
        ],
    }


def _unit(state: UnitState, *, with_findings: bool) -> dict[str, Any]:
    counted = state.counted
    data: dict[str, Any] = {
        "unit": state.unit.name,
        "group": state.unit.group,
        "status": state.status,
        "files": [file.name for file in state.files],
        "counts": {severity: counted.count(severity) if counted else 0 for severity in SEVERITIES},
        "blank": blank_cells(state),
    }
    if with_findings:
        data["findings"] = [asdict(finding) for finding in counted.findings] if counted else []
    return data


def blank_cells(state: UnitState) -> int:
    """Return how many cells a unit's report leaves blank."""
    return sum(figure is None for figure in state.counted.figures) if state.counted else 0


def _finding(finding: CollectionFinding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "units": list(finding.units),
        "files": list(finding.files),
        "cells": list(finding.cells),
        "left": plain(finding.left),
        "right": plain(finding.right),
        "difference": plain(finding.difference),
    }


def _cells(cells: Mapping[str, Number | None]) -> dict[str, Any]:
    return {key: plain(figure) for key, figure in cells.items()}
