"""`reportdesk doctor`: the page and its JSON, without a display."""

import json

import pytest

from reportdesk.doctor import machine
from tests.cli.conftest import Call


@pytest.fixture(autouse=True)
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "find_office", lambda: "")


def test_the_page_is_printed(reportdesk: Call) -> None:
    said = reportdesk("doctor")
    assert said.status == 0
    assert said.out.startswith("reportdesk ")
    assert "写入权限：" in said.out
    assert said.err == ""


def test_the_json_has_every_item_with_its_state(reportdesk: Call) -> None:
    said = reportdesk("doctor", "--json")
    data = json.loads(said.out)
    assert data["schema"] == 1
    codes = [item["code"] for item in data["items"]]
    assert codes == [
        *("versions", "editions", "profile", "rights", "room", "backups", "clock", "language"),
        *("fonts", "office", "input"),
    ]
    assert {item["state"] for item in data["items"]} <= {"good", "remark", "trouble", "unknown"}
