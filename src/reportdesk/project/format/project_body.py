"""The body of a project file: a Report as data, whole, with what only its clerk needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reportdesk.project.format.clean import Cleaner, Verbatim
from reportdesk.project.format.figures import figures_data
from reportdesk.project.format.json_text import convert
from reportdesk.project.format.report_from_data import read_data, unknown_parts, with_unknown
from reportdesk.project.format.report_json import in_order, report_data, section_keys
from reportdesk.project.format.schema import ProjectData
from reportdesk.report.model import Acceptance, Note, Report


def project_data(report: Report) -> dict[str, Any]:
    """Return everything that a report holds as plain data; equal reports give equal data in equal order."""
    form = report.form
    own_words = {
        "title": report.title,
        "stated": figures_data(form, report.stated, report.stated),
        "signature": {"organ": report.signature_organ, "date": report.signature_date},
        "level": report.level,
    }
    clerks_part = {
        "accepted": {subject: _word_data(word) for subject, word in sorted(report.accepted.items())},
        "inherited": {s: list(p) for s, p in in_order(report.inherited, section_keys(form)).items()},
        "unconfirmed": list(in_order(report.unconfirmed, form.cells)),
        "notes": [_note_data(note) for note in report.notes],
    }
    return with_unknown(report_data(report) | own_words | clerks_part, report.extra)


def _word_data(word: Acceptance) -> dict[str, Any]:
    ends = {"end_mark": word.end_mark} if word.end_mark is not None else {}
    return {"code": word.code, "figures": word.figures, "note": word.note} | ends


def _note_data(note: Note) -> dict[str, Any]:
    about = {"section": note.section} if note.section else {}
    return {"code": note.code, "message": note.message, "cells": list(note.cells)} | about


def read_project_data(raw: Mapping[str, Any], where: str, cleaner: Cleaner | None = None) -> Report:
    """Build the report that a project file's body holds; raise FileError naming `where`."""
    data = convert(raw, ProjectData, where)
    report = read_data(data, cleaner or Verbatim(), where)
    return replace(
        report,
        signature_organ=(data.signature.organ if data.signature else "") or "",
        accepted={
            subject: Acceptance(word.code, subject, word.figures, word.note, word.end_mark)
            for subject, word in data.accepted.items()
        },
        inherited={section: tuple(paragraphs) for section, paragraphs in data.inherited.items()},
        unconfirmed=dict.fromkeys(data.unconfirmed, True),
        extra=unknown_parts(raw, report.form, ProjectData),
    )
