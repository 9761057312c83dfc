"""HTML: a report as one clean page for an organ's web site, through the edition's `report.html`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.errors import FormError
from reportdesk.report.model import Report
from reportdesk.writers.context import context
from reportdesk.writers.layout_file import layout_file

if TYPE_CHECKING:
    from jinja2 import Template

_FILE = "report.html"


class HtmlWriter:
    """Writes the page; its looks are the template's."""

    suffix = ".html"

    def render(self, report: Report) -> bytes:
        """Return the page in UTF-8; raise FormError for a wrong template, FileError for an unfit text."""
        from jinja2 import TemplateError

        from reportdesk.writers.complaint import complaint
        from reportdesk.writers.sandbox import FAULTS, limited

        path = layout_file(report.form, _FILE)
        names = context(report)
        try:
            template = _compiled(path, path.stat().st_mtime_ns)
            with limited():
                return template.render(names).encode()
        except OSError as error:
            raise FormError(f"读不了网页模板：{error.strerror}", where=str(path)) from error
        except (TemplateError, *FAULTS) as error:
            raise FormError(complaint("网页模板", error), where=str(path)) from error


@lru_cache(maxsize=8)
def _compiled(path: Path, _changed: int) -> Template:
    from reportdesk.writers.sandbox import LayoutEnvironment

    environment = LayoutEnvironment(_html_text, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(path.read_text(encoding="utf-8"))


def _html_text(value: object) -> object:
    """Keep a carriage return, which a browser would read as the end of a line."""
    from markupsafe import Markup, escape

    if isinstance(value, str) and "\r" in value:
        return Markup(str(escape(value)).replace("\r", "&#13;"))
    return value
