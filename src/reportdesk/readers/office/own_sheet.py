"""The sheet of words in a workbook of our own: 项目 and 内容, one paragraph in a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportdesk.form.model import INTRO, Form
from reportdesk.readers.document.blocks import ListedWords
from reportdesk.readers.document.signature import parse_date
from reportdesk.readers.result.draft import Draft

_HEAD = ("项目", "内容")
_INTRO = "引言"
_FIELDS = ("版本", "年度", "单位名称", "单位层级", "标题", "落款单位", "落款日期")


def listed_words(rows: Sequence[tuple[str, str]]) -> ListedWords | None:
    """Return the words of a sheet that is ours, by its first rows; None for any other sheet."""
    names = tuple(label for label, _ in rows[1 : 1 + len(_FIELDS)])
    if not rows or rows[0] != _HEAD or names != _FIELDS:
        return None
    paragraphs: list[tuple[str, str]] = []
    for label, text in rows[1 + len(_FIELDS) :]:
        if label or not paragraphs:
            paragraphs.append((label, text))
        else:
            paragraphs[-1] = (paragraphs[-1][0], paragraphs[-1][1] + text)
    return ListedWords(dict(rows[1 : 1 + len(_FIELDS)]), tuple(paragraphs))


def take_listed_words(draft: Draft, words: ListedWords) -> None:
    """Fill the draft's texts and fields from such a sheet."""
    organ, year = words.fields["单位名称"], words.fields["年度"]
    signer, day = words.fields["落款单位"], words.fields["落款日期"]
    title = words.fields["标题"]
    draft.fields["organ"] = organ
    draft.fields["year"] = int(year) if year.isdecimal() else 0
    draft.fields["level"] = _level(draft.form, words.fields["单位层级"])
    draft.fields["title"] = "" if title == draft.form.title_of(organ, int(draft.fields["year"])) else title
    draft.fields["signature_organ"] = "" if signer == organ else signer
    draft.fields["signature_date"] = parse_date(day) or day
    parts: dict[str, list[str]] = {}
    keys: Mapping[str, str] = {_INTRO: INTRO} | {
        section.heading: section.key for section in draft.form.sections
    }
    for label, text in words.paragraphs:
        if label in keys:
            parts.setdefault(keys[label], []).append(text)
    draft.texts |= {key: "\n".join(texts) for key, texts in parts.items()}


def _level(form: Form, name: str) -> str:
    return next((level.key for level in form.levels if level.name == name), "")
