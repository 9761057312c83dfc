"""What may be behind a group of findings, in words; never more than a guess is claimed."""

from __future__ import annotations

from reportdesk.checks.causes.slips import Slip, SlipKind
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import column_of, place_words


def cause_in_words(form: Form, slip: Slip, explained: int) -> str:
    """Return what may have happened, and of how many findings that would be the reason."""
    return f"可能是{_happened(form, slip)}" + (f"，改了这 {explained} 处就都对得上" if explained > 1 else "")


def _happened(form: Form, slip: Slip) -> str:
    key = slip.keys[0]
    shown = form.cells[key].kind.show
    place, stands, should = _short_place(form, key), shown(slip.stands[0]), shown(slip.should[0])
    if slip.kind is SlipKind.CARRY:
        return f"{place}没有照上年结转：填的是 {stands}，上年报告是 {should}"
    if slip.kind is SlipKind.DIGITS:
        return f"{place}的两位数字写反了：填的是 {stands}，应为 {should}"
    if slip.kind is SlipKind.NEIGHBOUR:
        return _neighbours(form, slip)
    if form.cells[key].is_derived:
        return f"{place}印的总计写错了：印的是 {stands}，应为 {should}"
    return f"{place}{_off_by(form, key, slip.should[0] - slip.stands[0])}：填的是 {stands}，应为 {should}"


def _off_by(form: Form, key: str, gap: Number) -> str:
    shown = form.cells[key].kind.show
    return f"少填了 {shown(gap)}" if gap > 0 else f"多填了 {shown(-gap)}"


def _neighbours(form: Form, slip: Slip) -> str:
    one, other = slip.keys
    if all(slip.stands):
        return f"{_short_place(form, one)}和旁边的“{column_of(form, other)}”两格写反了"
    wrong, right = (one, other) if slip.stands[0] else (other, one)
    figure = form.cells[wrong].kind.show(max(slip.stands))
    return f"{_short_place(form, right)}的 {figure} 写到了旁边的“{column_of(form, wrong)}”"


def _short_place(form: Form, key: str) -> str:
    words = place_words(form, key)
    return f"{words['table']}“{words['place']}”"
