"""What is wrong with a template, in words for whoever keeps it."""

from __future__ import annotations

import re

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError


def complaint(template: str, error: Exception) -> str:
    """Say what a template (such as Word 模板) does wrong, and the name that it should not use."""
    if not isinstance(error, TemplateError):
        too_deep = isinstance(error, RecursionError)
        return f"{template}{'自己套自己，没有尽头' if too_deep else f'里有一处算不出来：{error}'}"
    message = error.message or ""
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", message)
        return f"{template}里用了不存在的名称“{names[-1] if names else message}”"
    if isinstance(error, TemplateSyntaxError):
        return f"{template}里的标记写得不对：{message}"
    return f"{template}要做的事不允许：{message}"
