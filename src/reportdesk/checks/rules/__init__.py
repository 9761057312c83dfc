"""The rules that no formula can say: one file each, named by the codes of `checks.toml`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.rules.basics import (
    deadline,
    edition_year,
    title_form,
    title_year,
)
from reportdesk.checks.rules.figures import (
    blank_cells,
    carry_year,
    fee_precision,
    fee_unit,
    invalid_figures,
    large_change,
    no_change,
    rules_power,
)
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.rules.sections import (
    section_accountability,
    section_empty,
    section_improvement,
    section_notes,
    section_subheads,
)
from reportdesk.checks.rules.texts import (
    period_year,
    text_comparison,
    text_figures,
    text_other_organ,
    text_patterns,
    text_privacy,
    text_processing_fee,
    text_punctuation,
    text_similar,
    text_stale_year,
    text_sums,
    text_too_long,
)
from reportdesk.errors import FormError
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.template import refuse_broken_message
from reportdesk.form.wrong_shape import wrong_shape

#: Every rule that a template may name.
RULES: tuple[Rule, ...] = (
    blank_cells.RULE,
    invalid_figures.RULE,
    rules_power.RULE,
    carry_year.RULE,
    large_change.RULE,
    no_change.RULE,
    fee_precision.RULE,
    fee_unit.RULE,
    title_year.RULE,
    title_form.RULE,
    section_notes.MISSING,
    section_notes.ORDER,
    section_notes.HEADING,
    section_empty.RULE,
    section_subheads.RULE,
    section_improvement.RULE,
    section_accountability.RULE,
    deadline.RULE,
    edition_year.RULE,
    *text_figures.RULES,
    text_comparison.RULE,
    text_other_organ.RULE,
    text_sums.BREAKDOWN,
    text_sums.PERCENT,
    text_processing_fee.RULE,
    period_year.RULE,
    text_stale_year.RULE,
    text_patterns.MISSING_NUMBER,
    text_patterns.EDITION,
    text_patterns.GUIDANCE,
    text_similar.RULE,
    text_punctuation.RULE,
    text_privacy.RULE,
    text_too_long.RULE,
)

_BY_CODE = {rule.code: rule for rule in RULES}


def compile_rule(form: Form, spec: RuleCheck) -> Iterable[Check]:
    """Make the checks of one rule; raise FormError for an unknown code or an option that does not fit."""
    where = where_specified(form, spec)
    rule = _BY_CODE.get(spec.code)
    if rule is None:
        raise FormError(f"没有检查项“{spec.code}”的规则", where=where)
    refuse_broken_message(spec.message, where, rule.words)
    try:
        options = spec.options_as(rule.options)
    except msgspec.ValidationError as error:
        raise FormError(f"options 不对：{wrong_shape(error)}", where=where) from error
    return tuple(rule.compile(form, spec, options))
