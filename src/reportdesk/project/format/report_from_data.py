"""Plain data becomes a Report: what a cell cannot hold is kept as given, what is unknown is listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from reportdesk.errors import FileError, FormError
from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO, Form
from reportdesk.project.format.clean import Cleaner
from reportdesk.project.format.figures import edition_of, take_figures
from reportdesk.project.format.schema import LastData, NoteData, ProjectData, ReportData, SignatureData
from reportdesk.report.model import LastYear, Note, Report


def read_data(data: ReportData, cleaner: Cleaner, where: str) -> Report:
    """Build the report that data describes; raise FileError where its edition is not at hand.

    A derived cell's figure that is not its sum is `stated`; what `stated` itself says goes before it.
    """
    form = _form(data.edition or edition_of(data.cells), where)
    taken = take_figures(form, data.cells)
    printed = take_figures(form, data.stated)
    given = {key: data.invalid[key] for key in form.cells if key in data.invalid}
    invalid = taken.invalid | printed.invalid | given
    organ, year = cleaner.line(data.organ, "organ"), data.year or 0
    title, own_title = cleaner.line(data.title, "title"), form.title_of(organ, year)
    signature = data.signature or SignatureData()
    signs = cleaner.line(signature.organ, "signature.organ")
    date = cleaner.line(signature.date, "signature.date")
    return Report(
        form=form,
        organ=organ,
        year=year,
        level=_level(form, data.level, cleaner),
        title="" if title == own_title else title,
        signature_organ="" if date and signs == organ else signs,
        signature_date=date,
        cells=taken.entered,
        stated=taken.derived | printed.derived,
        invalid={key: cleaner.line(value, key) for key, value in invalid.items()},
        texts=_texts_from_data(data.texts, data.intro, form, cleaner, "texts"),
        last=_last_year(data.last, form, cleaner, where) if data.last else None,
        notes=tuple(_note(note, cleaner) for note in data.notes),
    )


def unknown_parts(raw: Mapping[str, Any], form: Form, known: type[ReportData] = ReportData) -> dict[str, Any]:
    """Return what this program does not know in the data: whole parts, or single keys within a part."""
    fields = _names(known)
    unknown = {part: value for part, value in raw.items() if part not in fields}
    sections = {section.key for section in form.sections}
    inside = {
        "cells": form.cells.keys(),
        "stated": {cell.key for cell in form.derived},
        "invalid": form.cells.keys(),
        "texts": sections | {INTRO},
        "signature": _names(SignatureData),
        "last": _names(LastData) | _names(ReportData),
    }
    for part, keys in inside.items():
        values = raw.get(part) or {}
        if left := {key: value for key, value in values.items() if key not in keys}:
            unknown[part] = left
    return unknown


def with_unknown(data: dict[str, Any], unknown: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with unknown parts put back behind what is known."""
    merged = dict(data)
    for part, value in unknown.items():
        if isinstance(value, dict) and isinstance(merged.get(part), dict):
            merged[part] = merged[part] | {key: value[key] for key in value if key not in merged[part]}
        elif part not in _names(ProjectData):
            merged[part] = value
    return merged


def _names(kind: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(kind.__struct_fields__)


def _form(edition: str, where: str) -> Form:
    try:
        return load_edition(edition)
    except FormError as error:
        what = f"报告用的是“{edition}”版格式，本程序没有"
        raise FileError(what, where=where, remedy=error.remedy) from error


def _note(data: NoteData, cleaner: Cleaner) -> Note:
    code, message = cleaner.line(data.code, "notes"), cleaner.text(data.message, "notes")
    return Note(code, message, tuple(data.cells), data.section)


def _level(form: Form, key: str | None, cleaner: Cleaner) -> str:
    if not key or key in {level.key for level in form.levels}:
        return key or ""
    known = "、".join(level.key for level in form.levels)
    cleaner.notes.append(Note("read.level", f"不认识的机关层级“{key}”，改按机关名称判断（可用：{known}）"))
    return ""


def _texts_from_data(
    texts: Mapping[str, str | None], intro: str | None, form: Form, cleaner: Cleaner, place: str
) -> dict[str, str]:
    given = {INTRO: intro or texts.get(INTRO), **{s.key: texts.get(s.key) for s in form.sections}}
    cleaned = {key: cleaner.text(text, f"{place}.{key}") for key, text in given.items()}
    return {key: text for key, text in cleaned.items() if text}


def _last_year(data: LastData, form: Form, cleaner: Cleaner, where: str) -> LastYear:
    """Build the snapshot; a sum that the data leaves out is computed, a null one stays unknown."""
    edition = data.edition or (edition_of(data.cells) if data.cells else form.edition)
    its_form = form if edition == form.edition else _form(edition, where)
    taken = take_figures(its_form, data.cells)
    printed = take_figures(its_form, data.stated)
    sums = taken.sums(its_form)
    computed = {c.key: sums[c.key] for c in its_form.derived if data.cells.get(c.key, "") is not None}
    figures = taken.entered | computed | taken.derived | printed.derived
    if taken.invalid:
        listed = "、".join(f"{key}（{value}）" for key, value in taken.invalid.items())
        cleaner.notes.append(Note("read.last_invalid", f"上年数据里有填不进表格的内容，没有读入：{listed}"))
    return LastYear(
        edition=edition,
        year=data.year or 0,
        organ=cleaner.line(data.organ, "last.organ"),
        cells={key: value for key in its_form.cells if (value := figures.get(key)) is not None},
        texts=_texts_from_data(data.texts, data.intro, its_form, cleaner, "last.texts"),
    )
