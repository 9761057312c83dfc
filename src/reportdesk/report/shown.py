"""What a reader of the paper sees of a report, without what layout may change: its normal form.

Two reports with the same normal form print the same title, figures, words and signature. Space around a
paragraph, blank lines, the lines that a title takes and the way a date is written do not count: Word, WPS
and LibreOffice change them when they save a file that nobody edited.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.dates import day_in_words, parse_day
from reportdesk.report.model import Report
from reportdesk.report.totals import contradicted, figures, printed

#: The tag of the content control in a Word file that holds pictures: none of its words are the report's.
CHARTS_TAG = "reportdesk.charts"
#: What stands above them, and at the head of each table of their figures.
CHARTS_HEADING, CHARTS_HEADS = "图解", ("项目", "本年", "上年")

_INVISIBLE = "\u200b\ufeff"
#: What neither a paragraph nor XML can hold: control characters but tab and newline, and noncharacters.
CONTROL = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SPACE = late(rf"[\s{_INVISIBLE}]+")
#: All of Unicode's white space, and what nobody sees.
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    f"\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000{_INVISIBLE}"
)


class Shown(Frozen, frozen=True):
    """A report's normal form: figures as printed by cell key ("" is blank), paragraphs by section."""

    title: str
    figures: Mapping[str, str]
    paragraphs: Mapping[str, tuple[str, ...]]
    signature: str
    date: str


def shown(report: Report) -> Shown:
    """Return a report's normal form."""
    cells = report.form.cells
    sections = report.form.text_keys
    return Shown(
        title=_title(report),
        figures={key: cells[key].kind.show(f) for key, f in printed(report, figures(report)).items()},
        paragraphs={section: plain_paragraphs(report, section) for section in sections},
        signature=compact(report.printed_signature),
        date=plain_day(report.signature_date),
    )


def printed_alone(report: Report) -> Report:
    """Return a report with nothing but what paper shows of it: no note, no word of a clerk, no last year."""
    return Report(
        report.form,
        organ=report.organ,
        year=report.year,
        title=report.title,
        signature_organ=report.signature_organ,
        signature_date=report.signature_date,
        cells=report.cells,
        stated=contradicted(report, figures(report)),
        texts=report.texts,
    )


def plain_paragraphs(report: Report, section: str) -> tuple[str, ...]:
    """Return a section's paragraphs in normal form; those without words are none."""
    return tuple(plain for text in report.paragraphs(section) if (plain := plain_line(text)))


def plain_line(text: str) -> str:
    """Return a paragraph without control characters and the space around it."""
    # What is printable has no such character; most paragraphs are, and a report's are compared often.
    return (text if text.isprintable() else CONTROL.sub("", text)).strip(_SPACES)


def compact(text: str) -> str:
    """Return a line without any space, as a title over several lines is read."""
    return _SPACE.sub("", CONTROL.sub("", text))


def plain_day(text: str) -> str:
    """Return a day as ISO however it is written, and what is no day as it is printed, without its spaces."""
    return parse_day(text.strip("()（） \u3000")) or compact(day_in_words(text))


def _title(report: Report) -> str:
    return compact(report.printed_title) if report.title or report.organ or report.year else ""
