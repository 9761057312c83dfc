"""What tests of project files share."""

import pytest

from reportdesk.project.disk import owner


@pytest.fixture
def identified(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine has an identifier: containers have none."""
    host, _, boot, user = owner._this_machine()
    monkeypatch.setattr(owner, "_this_machine", lambda: (host, f"h1:{'2' * 32}", boot, user))
