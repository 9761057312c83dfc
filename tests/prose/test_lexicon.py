"""The words of the template: what is unknown or dangling in them is refused, with file and place."""

import shutil
from pathlib import Path

import pytest

from reportdesk.errors import FormError
from reportdesk.form.loader import load_edition, load_form
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.totals import figures
from reportdesk.resources import templates_root
from tests.prose.judged import report

MEASURE = '[[measure]]\nkey = "received"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(templates_root() / "2021", tmp_path / "2021"))


def change(folder: Path, before: str, after: str) -> None:
    source = folder / "prose.toml"
    words = source.read_text(encoding="utf-8")
    assert before in words
    source.write_text(words.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("requests.received.{applicant}", "requests.recieved.{applicant}", "requests.recieved"),
        ("requests.denied_*.{applicant}", "requests.refused_*.{applicant}", "requests.refused"),
        ("requests.carried_in.{applicant}", "requests.carried_in.{asker}", "asker"),
        ('all = ["carry", "last_year"]', 'all = ["carry", "past"]', "past"),
        ('code = "text.carried"', 'code = "text.moved"', "text.moved"),
        ('topic = "requests"\nall', 'topic = "asked"\nall', "asked"),
        ("[vetoes]\n", '[vetoes]\nlicences = ["目录"]\n', "licences"),
        ('"收到", "受理"', '"收到", "收到"', "收到"),
        ('"收到", "受理"', '"收到", ""', "receive"),
        ("[units]\n", "[units]\nlength = 3\n", "length"),
        ('applicant = ["natural_person"]', 'applicant = ["person"]', "person"),
        ('subhead = "依申请公开"', 'subhead = "依申请"', "依申请"),
        ("收到政府信息公开申请{n}件", "收到政府信息公开申请{count}件", "count"),
        ('tables = ["requests", "disputes"]', 'tables = ["appeals"]', "appeals"),
        ('sentences = ["requests", ', 'sentences = ["asked", ', "asked"),
        ('section = "problems"', 'section = "trouble"', "trouble"),
        ('words = "信息处理费"', 'words = "(信息处理费"', "processing_fee"),
    ],
)
def test_a_slip_is_refused_by_name_and_place(folder: Path, before: str, after: str, named: str):
    change(folder, before, after)
    with pytest.raises(FormError) as refusal:
        load_lexicon(load_form(folder))
    assert named in str(refusal.value)
    assert "prose.toml" in str(refusal.value)


def test_a_form_without_the_file_knows_no_words(folder: Path):
    (folder / "prose.toml").unlink()
    assert not load_lexicon(load_form(folder)).by_first


def test_the_shipped_words_are_sound_and_read_once():
    form = load_edition("2021")
    assert load_lexicon(form) is load_lexicon(form)
    assert load_lexicon(form).file.measure
    assert figures(report(""))
