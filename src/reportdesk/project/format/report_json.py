"""A Report as plain data: the JSON that `show --json` prints and that `.json` files hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO, Form
from reportdesk.project.errors import NewerVersion, NotOurs
from reportdesk.project.format.clean import Cleaner
from reportdesk.project.format.figures import figures_data
from reportdesk.project.format.json_text import convert, decode_json, encode_json
from reportdesk.project.format.report_from_data import read_data, unknown_parts
from reportdesk.project.format.schema import SCHEMA, ReportData
from reportdesk.report.model import LastYear, Note, Report
from reportdesk.report.totals import contradicted, figures

#: One note names them; a file of another program may have thousands.
_MOST_NAMES = 20

T = TypeVar("T")


def encode_report(report: Report) -> bytes:
    """Return the bytes of a `.json` file: `report_data`, one cell a line."""
    return encode_json(report_data(report)) + b"\n"


def decode_report(data: bytes, where: str) -> Report:
    """Read the bytes of a `.json` file; raise FileError naming `where`; what was changed is in the notes."""
    raw = decode_json(data, where)
    if not isinstance(raw.get("cells"), dict):
        raise NotOurs("不是年度报告的数据，里面没有 cells", where=where, remedy="请选本程序输出的 .json 文件")
    version = raw.get("schema")
    if isinstance(version, int) and version > SCHEMA:
        what = f"数据格式是第 {version} 版，本程序只认到第 {SCHEMA} 版"
        raise NewerVersion(what, where=where, remedy="请升级程序")
    cleaner = Cleaner()
    report = read_data(convert(raw, ReportData, where), cleaner, where)
    notes = (*report.notes, *cleaner.notes, *_notes_on_unknown(raw, report.form))
    return replace(report, stated=contradicted(report, figures(report)), notes=notes)


def report_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data with every cell of the form; the order is the form's."""
    form = report.form
    values = figures(report)
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "edition": form.edition,
        "organ": report.organ,
        "year": report.year or None,
        "title": _title(report),
        "intro": report.texts.get(INTRO, ""),
        "cells": figures_data(form, values, form.cells),
        "stated": figures_data(form, report.stated, contradicted(report, values)),
        "invalid": in_order(report.invalid, form.cells),
        "texts": _text_data(report),
        "signature": {"organ": _signature(report), "date": report.signature_date},
        "level": report.organ_level.key,
    }
    if report.last:
        data["last"] = _last_year(report.last, form)
    data["notes"] = [{"code": n.code, "message": n.message, "cells": list(n.cells)} for n in report.notes]
    return data


def in_order(entries: Mapping[str, T], order: Iterable[str]) -> dict[str, T]:
    """Return entries in the order of some keys, others last: equal reports then give equal bytes."""
    known = [key for key in order if key in entries]
    return {key: entries[key] for key in [*known, *sorted(entries.keys() - set(known))]}


def section_keys(form: Form) -> list[str]:
    """Return the keys of a form's sections in printed order."""
    return [section.key for section in form.sections]


def _title(report: Report) -> str:
    is_known = bool(report.organ and report.year)
    return report.printed_title if is_known else report.title


def _signature(report: Report) -> str:
    """Name who signs; a report that carries no date was not signed, so nobody is put in."""
    return report.printed_signature if report.signature_date else report.signature_organ


def _text_data(report: Report) -> dict[str, str]:
    blank = {section.key: "" for section in report.form.narratives}
    texts = {key: text for key, text in report.texts.items() if key != INTRO}
    return in_order(blank | texts, section_keys(report.form))


def _last_year(last: LastYear, form: Form) -> dict[str, Any]:
    its_form = form if last.edition == form.edition else load_edition(last.edition)
    return {
        "edition": last.edition,
        "organ": last.organ,
        "year": last.year or None,
        "intro": last.texts.get(INTRO, ""),
        "cells": figures_data(its_form, last.cells, its_form.cells),
        "texts": in_order({key: t for key, t in last.texts.items() if key != INTRO}, section_keys(its_form)),
    }


def _notes_on_unknown(raw: Mapping[str, Any], form: Form) -> Iterable[Note]:
    names = [
        f"{part}.{key}" if isinstance(value, dict) and part in raw and key in raw[part] else part
        for part, value in unknown_parts(raw, form).items()
        for key in (value if isinstance(value, dict) else [""])
    ]
    if names:
        more = f" 等 {len(names)} 项" if len(names) > _MOST_NAMES else ""
        listed = "、".join(names[:_MOST_NAMES])
        yield Note("read.unknown_key", f"不认识的项目，没有读入：{listed}{more}")
