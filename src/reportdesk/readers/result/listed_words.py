"""Words that a file of ours lists by name, as its workbook does, put into a draft."""

from __future__ import annotations

from reportdesk.form.model import INTRO, Form
from reportdesk.readers.found.blocks import ListedWords
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.result.draft import Draft
from reportdesk.report.dates import parse_day


def take_listed_words(draft: Draft, words: ListedWords) -> None:
    """Fill the draft's texts and fields from such a list."""
    organ, year = words.fields["单位名称"], words.fields["年度"]
    signer, day = words.fields["落款单位"], words.fields["落款日期"]
    title = words.fields["标题"]
    draft.fields["organ"] = organ
    draft.fields["year"] = count_of(year) or 0
    draft.fields["level"] = _level(draft.form, words.fields["单位层级"])
    draft.fields["title"] = "" if title == draft.form.title_of(organ, int(draft.fields["year"])) else title
    draft.fields["signature_organ"] = "" if signer == organ else signer
    draft.fields["signature_date"] = parse_day(day) or day
    parts: dict[str, list[str]] = {}
    texts = (INTRO, *(section.key for section in draft.form.sections))
    keys = {draft.form.heading_of(key): key for key in texts}
    for label, text in words.paragraphs:
        if label in keys:
            parts.setdefault(keys[label], []).append(text)
    draft.texts |= {key: "\n".join(texts) for key, texts in parts.items()}


def _level(form: Form, name: str) -> str:
    return next((level.key for level in form.levels if level.name == name), "")
