"""How grave a finding is, by name and in the clerk's words."""

from __future__ import annotations

from typing import Literal

SeverityName = Literal["error", "warning", "hint"]

#: From grave to slight, with the words of the findings panel.
SEVERITIES: dict[SeverityName, str] = {"error": "必改", "warning": "需说明", "hint": "提示"}
