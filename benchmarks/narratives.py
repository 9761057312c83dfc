"""Whole reports of an invented archive whose words agree with their tables, paragraph by chance."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

from benchmarks.labelled import FOLDER, FORM
from reportdesk.form.formula import Number
from reportdesk.report.model import Report

_PARAGRAPHS = ("disclosure", "requests", "management", "platform", "supervision")
_CELLS = {
    "nat": "requests.received.natural_person",
    "biz": "requests.received.business",
    "ci": "requests.carried_in.natural_person",
    "co": "requests.carried_out.natural_person",
    "gr": "requests.granted.natural_person",
    "pg": "requests.partially_granted.natural_person",
    "de": "requests.denied_deliberative.natural_person",
    "nh": "requests.unavailable_not_held.natural_person",
    "ms": "requests.other_misc.natural_person",
    "rcu": "disputes.reconsideration.upheld",
    "rcc": "disputes.reconsideration.corrected",
    "lt": "disputes.direct_litigation.pending",
    "ndi": "disclosure.normative_documents.issued",
    "ndr": "disclosure.normative_documents.repealed",
    "ndf": "disclosure.normative_documents.in_force",
    "lic": "disclosure.licensing.decisions",
    "pen": "disclosure.penalties.decisions",
    "fee": "disclosure.fees.amount",
}


def narratives() -> dict[str, list[str]]:
    """Return the paragraphs of each part of a report, with the figures left open."""
    found: dict[str, list[str]] = json.loads((FOLDER / "narratives.json").read_text(encoding="utf-8"))
    return found


def whole_report(chance: random.Random) -> Report:
    """Return a report for 2024: each part by chance, figures by chance, tables that agree with the words."""
    parts, figures = narratives(), _figures(chance)
    heads = FORM.section("overview").subheads
    overview = "\n".join(
        f"（{'一二三四五'[number]}）{heads[number]}\n{chance.choice(parts[key]).format(**figures)}"
        for number, key in enumerate(_PARAGRAPHS)
    )
    texts = {key: chance.choice(parts[key]) for key in ("intro", "problems", "other")}
    zeros: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}
    cells = zeros | {cell: figures[key] for key, cell in _CELLS.items()}
    return Report(FORM, "云溪县档案局", 2024, cells=cells, texts={**texts, "overview": overview})


def _figures(chance: random.Random) -> dict[str, Any]:
    """Return figures that fit together: what came in is what was answered and what is carried over."""
    most = {"a": 900, "b": 40, "c": 110, "gr": 40, "pg": 5, "de": 6, "nh": 12, "ms": 4, "co": 4, "lic": 2000}
    most |= {"rcu": 3, "rcc": 1, "lt": 3, "ndi": 4, "ndr": 2, "ndf": 20, "pen": 90}
    figures: dict[str, Any] = {key: chance.randint(1, value) for key, value in most.items()}
    figures["tot"] = sum(figures[key] for key in ("gr", "pg", "de", "nh", "ms"))
    figures["ci"] = chance.randint(0, 1)
    figures["rec"] = figures["tot"] + figures["co"] - figures["ci"]
    figures["biz"] = chance.randint(1, 2)
    figures["nat"] = figures["rec"] - figures["biz"]
    figures["all"], figures["gp"] = figures["rec"] + figures["ci"], figures["gr"] + figures["pg"]
    figures["w"], figures["share"] = figures["rec"] - 6, f"{100 * figures['gp'] / figures['tot']:.1f}"
    figures["rc"], figures["fee"] = figures["rcu"] + figures["rcc"], chance.choice([Decimal("12.5"), 8])
    return figures
