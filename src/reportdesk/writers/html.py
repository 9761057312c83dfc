"""HTML: a report as one clean page for an organ's web site, through the edition's `report.html`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportdesk.errors import FormError
from reportdesk.report.model import Report
from reportdesk.report.shown import printed_alone
from reportdesk.writers.context import context
from reportdesk.writers.corrected import corrected_context
from reportdesk.writers.layouts.layout_file import layout_file
from reportdesk.writers.protocol import Carries

if TYPE_CHECKING:
    from jinja2 import Template

    from reportdesk.writers.charts.pictures import PictureSet

_FILE = "report.html"

#: What offices write web pages in.
Charset = Literal["utf-8", "gb18030"]


@dataclass(frozen=True)
class HtmlWriter:
    """Writes the page; its looks are the template's.

    `charset` is what the page is written in. `with_data` puts what is printed into the page once more, as
    the JSON that `show --json` prints, for programs. `charts` are drawn behind the report. Of a report that
    was `published` otherwise, each corrected place is marked with what stood there.
    """

    charset: Charset = "utf-8"
    with_data: bool = False
    charts: PictureSet | None = None
    published: Report | None = None
    suffix: str = ".html"

    def carrying(self, _carries: Carries) -> HtmlWriter:
        """Return itself: a page shows all that is in it."""
        return self

    def render(self, report: Report) -> bytes:
        """Return the page; raise FormError for a wrong template, FileError for an unfit text."""
        from jinja2 import TemplateError

        from reportdesk.writers.layouts.budget import limited
        from reportdesk.writers.layouts.complaint import complaint
        from reportdesk.writers.layouts.sandbox import FAULTS

        path = layout_file(report.form, _FILE)
        names = {
            **(context(report) if self.published is None else corrected_context(report, self.published)),
            "charset": self.charset,
            "data": _data(report) if self.with_data else "",
            **_charts(self.charts),
        }
        try:
            template = _compiled(path, path.stat().st_mtime_ns)
            with limited():
                return template.render(names).encode(self.charset)
        except OSError as error:
            raise FormError(f"读不了网页模板：{error.strerror}", where=str(path)) from error
        except (TemplateError, *FAULTS) as error:
            source = path.read_text(encoding="utf-8", errors="replace")
            raise FormError(complaint("网页模板", error, source), where=str(path)) from error


def _charts(pictures: PictureSet | None) -> dict[str, object]:
    """Return the pictures as a part of the page, with their looks; empty where none are wanted."""
    from markupsafe import Markup

    if pictures is None:
        return {"charts": "", "charts_style": ""}
    from reportdesk.writers.charts.as_html import STYLE, charts_section

    return {"charts": Markup(charts_section(pictures)), "charts_style": Markup(STYLE)}


def _data(report: Report) -> object:
    """Return what is printed as JSON that no browser takes for the end of its element."""
    from markupsafe import Markup

    from reportdesk.writers.data import JsonWriter

    data = JsonWriter().render(printed_alone(report)).decode()
    return Markup(data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


@lru_cache(maxsize=8)
def _compiled(path: Path, _changed: int) -> Template:
    from reportdesk.writers.layouts.sandbox import LayoutEnvironment

    environment = LayoutEnvironment(_html_text, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(path.read_text(encoding="utf-8"))


def _html_text(value: object) -> object:
    """Keep a carriage return, which a browser would read as the end of a line."""
    from markupsafe import Markup, escape

    if isinstance(value, str) and "\r" in value:
        return Markup(str(escape(value)).replace("\r", "&#13;"))
    return value
