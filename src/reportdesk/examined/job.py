"""The job of `readers.apart`'s workers: a file read and checked, with what the caller wants beside."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from reportdesk.errors import FormError
from reportdesk.examined.answer import AcceptedData, Examined, FoundData, SaidData, plain

if TYPE_CHECKING:
    from reportdesk.checks.engine import Checker
    from reportdesk.checks.finding import Finding
    from reportdesk.form.model import Form
    from reportdesk.readers.protocol import Source
    from reportdesk.report.model import LastYear, Report

#: The name of this module, by which a worker finds it.
JOB = __name__


class Errand(msgspec.Struct, frozen=True):
    """What a caller wants of each file beside its findings.

    `last` is a project file's body with last year's figures, for files that carry none; `whole` asks for the
    figures, the digest, and the sketches.
    """

    last: str = ""
    whole: bool = False


def options_for(last: LastYear | None = None, *, whole: bool = False, form: Form | None = None) -> str:
    """Return the options with which a pool asks for this job."""
    from reportdesk.project.format.json_text import encode_json

    carried = ""
    if last is not None and form is not None:
        from reportdesk.project.format.project_body import project_data
        from reportdesk.report.model import Report

        carried = encode_json(project_data(Report(form, last=last)), compact=True).decode()
    return encode_json(Errand(carried, whole), compact=True).decode()


def get_ready(*, of_many: bool) -> None:
    """Import what every file needs, before the limits hold; of many, make the newest form ready, too."""
    import reportdesk.checks.acceptances
    import reportdesk.checks.engine
    import reportdesk.readers.result.assemble
    import reportdesk.report.facts  # noqa: F401

    if of_many:
        _make_ready_newest()


def _make_ready_newest() -> None:
    from reportdesk.form.families import known_editions
    from reportdesk.form.loader import load_edition
    from reportdesk.readers.tables.wording import form_wording

    # A form that is wrong is told of with the first file.
    with suppress(FormError):
        form = load_edition(known_editions()[-1])
        form_wording(form)
        _checker(form)


def serve(source: Source, options: str) -> bytes:
    """Read and check a file; return an Examined as JSON; raise FileError."""
    from reportdesk.project.format.json_text import encode_json
    from reportdesk.readers import read_source

    wanted = msgspec.json.decode(options, type=Errand)
    report = read_source(source).report
    return encode_json(examine(report, source if wanted.whole else None, _last(wanted.last)), compact=True)


def examine(report: Report, source: Source | None = None, last: LastYear | None = None) -> Examined:
    """Return what a report says; with its `source` the figures and the digests too."""
    from dataclasses import replace

    from reportdesk.checks.acceptances import with_places
    from reportdesk.checks.finding import acceptance_of
    from reportdesk.report.facts import facts_of

    compared = replace(report, last=last) if last else report
    open_, accepted = [], []
    findings = _checker(report.form).run(facts_of(compared))
    report = with_places(report, findings)
    for finding in findings:
        word = acceptance_of(report, finding)
        if word is None:
            open_.append(_found(finding))
        else:
            accepted.append(AcceptedData(_found(finding), word.note))
    found = Examined(
        report.form.edition,
        report.organ,
        report.year,
        report.organ_level.key,
        stated={key: plain(figure) for key, figure in report.stated.items()},
        notes=[SaidData(note.code, note.message) for note in report.notes],
        findings=open_,
        accepted=accepted,
    )
    return _whole(found, report, source) if source else found


def _whole(found: Examined, report: Report, source: Source) -> Examined:
    from reportdesk.prose.text.sketch import sketch

    rev, written = _written(source)
    texts = {key: report.texts.get(key, "") for key in compared_sections(report.form)}
    sketches = {key: marks for key, text in texts.items() if (marks := sketch(text))}
    return msgspec.structs.replace(
        found,
        cells=[plain(report.cells.get(cell.key)) for cell in report.form.entered],
        invalid=list(report.invalid),
        words=_digest(report),
        texts={key: texts[key] for key in sketches},
        sketches=sketches,
        rev=rev,
        written=written,
    )


def compared_sections(form: Form) -> tuple[str, ...]:
    """Return the keys of the sections whose words offices must not copy: those that `text.similar` names."""
    named: Iterable[str] = (
        section
        for rule in form.checks.rule
        if rule.code == "text.similar"
        for section in rule.options.get("sections", ())
    )
    return tuple(named)


def _found(finding: Finding) -> FoundData:
    return FoundData(
        finding.code,
        finding.severity,
        finding.message,
        list(finding.cells),
        plain(finding.left),
        plain(finding.right),
        plain(finding.difference),
        finding.section,
        finding.span,
    )


def _digest(report: Report) -> str:
    """Return what two files of one report have in common, however they are laid out."""
    from reportdesk.project.format.json_text import encode_json
    from reportdesk.project.stamp import digest
    from reportdesk.report.shown import compact, shown

    seen = shown(report)
    words = {key: compact("".join(paragraphs)) for key, paragraphs in seen.paragraphs.items()}
    return digest(encode_json([report.form.edition, seen.figures, words], compact=True))[:32]


def _written(source: Source) -> tuple[int, str]:
    from reportdesk.project.format.header import take_apart
    from reportdesk.readers.office.properties import time_written

    header = take_apart(source.data).header
    return (header.rev, "") if header else (0, time_written(source))


@lru_cache(maxsize=4)
def _checker(form: Form) -> Checker:
    from reportdesk.checks.engine import Checker

    return Checker(form)


@lru_cache(maxsize=2)
def _last(carried: str) -> LastYear | None:
    from reportdesk.project.format.json_text import decode_json
    from reportdesk.project.format.project_body import read_project_data

    return read_project_data(decode_json(carried.encode(), "LAST"), "LAST").last if carried else None
