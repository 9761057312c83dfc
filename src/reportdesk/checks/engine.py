"""Run the checks of a form: all of them, or only those that an edit touches."""

from __future__ import annotations

from collections.abc import Collection

from reportdesk.checks.finding import Finding
from reportdesk.checks.view import Place, View
from reportdesk.form.model import Form


class Checker:
    """The checks of one form, with the findings of the report last looked at."""

    def __init__(self, form: Form) -> None:
        """Prepare the checks that `checks.toml` of the form lists; raise FormError for one that is unknown."""
        self.form = form

    def run(self, view: View) -> tuple[Finding, ...]:
        """Run every check; return all findings, grave ones first, then in the form's order."""
        return ()

    def rerun(self, view: View, touched: Collection[Place]) -> tuple[Finding, ...]:
        """Run the checks that look at a touched place; return all findings as `run` would."""
        return self.run(view)
