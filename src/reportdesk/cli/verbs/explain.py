"""`reportdesk explain`: what is understood of a sentence, for whoever keeps the words of the template."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from reportdesk.cli import speech
from reportdesk.cli.command import year
from reportdesk.cli.status import Status

if TYPE_CHECKING:
    from reportdesk.prose.figures.compared.explain import Understood

#: A year that the edition in force serves.
_IN_FORCE = 9999
SUMMARY = "说明一句话里的数是怎样理解的"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("text", metavar="TEXT", type=speech.readable, help="一句或几句话")
    parser.add_argument("--year", metavar="Y", type=year, help="报告年度，四位数字，默认用最新的报告格式")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用")


def run(call: Namespace) -> int:
    """Print what is understood of a text."""
    from reportdesk.form.editions import edition_for
    from reportdesk.prose.figures.compared.explain import explain

    form = edition_for(call.year or _IN_FORCE)
    found = explain(form, call.text)
    if call.json:
        numbers = [_as_json(call.text, one) for one in found]
        data = {"text": call.text, "year": call.year, "edition": form.edition, "numbers": numbers}
        import json

        speech.result(json.dumps(data, ensure_ascii=False))
    elif not found:
        speech.result("这里没有要与表格比较的数。")
    else:
        speech.result("\n".join(line for one in found for line in _in_lines(call.text, call.year, one)))
    return Status.DONE


def _in_lines(text: str, report_year: int | None, one: Understood) -> list[str]:
    quote = f"“{text[one.start : one.end]}”"
    if one.why:
        return [f"{quote}　不比较：{one.why}"]
    if one.year and one.year != report_year:
        named = "上年" if one.year < 0 else f"{one.year}年"
        return [f"{quote}　{one.name}，是{named}的数" + ("" if report_year is None else "，不比较")]
    doubt = "（旁边的数与表格一致才比较）" if one.is_doubtful else ""
    return [f"{quote}　{one.name} {one.value}{doubt}"] + [
        f"　　{'或' if number else '应等于'} {place}" for number, place in enumerate(one.places)
    ]


def _as_json(text: str, one: Understood) -> dict[str, Any]:
    return {
        "span": [one.start, one.end],
        "quote": text[one.start : one.end],
        "value": one.value if isinstance(one.value, int) or one.value is None else str(one.value),
        "name": one.name or None,
        "code": one.code or None,
        "sums": [[f"{'-' if sign < 0 else '+'}{key}" for sign, key in cell_sum] for cell_sum in one.sums],
        "places": list(one.places),
        "year": "last" if one.year < 0 else one.year or None,
        "doubtful": one.is_doubtful,
        "why": one.why or None,
    }
