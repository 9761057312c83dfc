"""The words of the template: what is unknown or dangling in them is refused, with file and place."""

import re
import shutil
from pathlib import Path

import pytest

from reportdesk.checks.engine import Checker
from reportdesk.errors import FormError
from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import Form
from reportdesk.form.parts import TemplateData
from reportdesk.prose.lexicon import wordings
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
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


def rename(folder: Path, label: str, new: str) -> None:
    """Rename a label in the data, wherever it is named; roles are none."""
    source = folder / "prose.toml"
    lines = [
        line
        if line.startswith("role")
        else line.replace(f"[label.{label}]", f"[label.{new}]").replace(f'"{label}"', f'"{new}"')
        for line in source.read_text(encoding="utf-8").splitlines()
    ]
    source.write_text("\n".join(lines), encoding="utf-8")


def said_of(form: Form, text: str) -> list[str]:
    """The findings about a text, beside tables of zeros."""
    zeros = {cell.key: 0 for cell in form.entered}
    judged = Report(form, "云溪县档案局", 2024, cells=zeros, texts={"overview": text})
    return [one.message for one in Checker(form).run(facts_of(judged)) if one.code.startswith("text.")]


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("requests.received.{applicant}", "requests.recieved.{applicant}", "requests.recieved"),
        ("requests.denied_*.{applicant}", "requests.refused_*.{applicant}", "requests.refused"),
        ("requests.carried_in.{applicant}", "requests.carried_in.{asker}", "asker"),
        ("requests.received.{applicant}", "requests.received.{applicant", "大括号不成对"),
        ('sum = "requests.received.total"', 'sum = "requests.received.{asker}"', "asker"),
        ('sum = "requests.received.total"', 'sum = "requests.received.{applicant"', "大括号不成对"),
        ('topic = "requests"\nwords', 'topic = "asked"\nwords', "asked”没有一个 measure"),
        ('kind = "outcome"', 'kind = "result"', "result"),
        ('kind = "applicant"', 'kind = "asker"', "asker"),
        ("[odd.outcome]", "[odd.result]", "result"),
        ("[shadows]\n", '[shadows]\nrequests = ["appeals"]\n', "appeals"),
        ("[vetoes]\n", '[vetoes]\nrequests = ["　"]\n', "不能空着"),
        ('applicant = ["natural_person"]', "applicant = []", "长度"),
        ('role = "verb"\nwords = ["提出"', 'role = "verb"\nwords = []\n#', "长度"),
        ('"元" = 10000', '"元" = 0', "应不小于 1"),
        ('"requests.carried_out.{applicant}"', '" "', "不能空着"),
        ('sum = "requests.received.total"', 'sum = " "', "算式空着"),
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
        ('label = "conclude"\nfirst', 'label = "finish"\nfirst', "finish"),
        ('label = "conclude"\nfirst', "first", "role 和 label"),
        ('label = "conclude"\nfirst', 'label = "conclude"\nrole = "filler"\nfirst', "role 和 label"),
        ('"requests.granted.total + ', '"requests.awarded.total + ', "requests.awarded"),
        (
            '"requests.total.{applicant} + requests.carried_out',
            '"requests.sum.{applicant} + requests.carried_out',
            "sum",
        ),
    ],
)
def test_a_slip_is_refused_by_name_and_place(folder: Path, before: str, after: str, named: str):
    change(folder, before, after)
    with pytest.raises(FormError) as refusal:
        load_lexicon(load_form(folder))
    assert named in str(refusal.value)
    assert "prose.toml" in str(refusal.value)


@pytest.mark.parametrize("label", ["carry", "this_year", "last_year", "next_year", "timely"])
def test_a_label_may_have_any_name(folder: Path, label: str):
    text = "2024年新收申请8件，2023年结转2件，上年结转2件，今年共办结9件，均已及时答复，结转下年度1件。"
    rename(folder, label, "other_name")
    shipped, renamed = load_edition("2021"), load_form(folder)
    assert said_of(shipped, text)
    assert said_of(renamed, text) == said_of(shipped, text)


@pytest.mark.parametrize("role", ["carry", "this_year", "last_year", "next_year", "timely", "negator"])
def test_a_role_that_no_label_has_is_refused(folder: Path, role: str):
    source = folder / "prose.toml"
    words = source.read_text(encoding="utf-8")
    lines = [
        re.sub(rf', "{role}"|"{role}"', "", line) if line.startswith("role") else line
        for line in words.splitlines()
    ]
    source.write_text("\n".join("" if line == "role = " else line for line in lines), encoding="utf-8")
    with pytest.raises(FormError, match=f"role 是“{role}”"):
        load_lexicon(load_form(folder))


def test_a_form_without_the_file_knows_no_words(folder: Path):
    (folder / "prose.toml").unlink()
    assert not load_lexicon(load_form(folder)).words


def test_the_shipped_words_are_sound_and_read_once():
    form = load_edition("2021")
    assert load_lexicon(form) is load_lexicon(form)
    assert load_lexicon(form).file.measure
    assert figures(report(""))


def test_the_page_for_the_keeper_tells_every_field_and_role():
    page = (Path(__file__).parents[3] / "docs" / "prose-format.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`\[*([a-z_]+)\]*", page)) | set(re.findall(r"\[+([a-z_]+)", page))
    parts = [
        kind
        for kind in vars(wordings).values()
        if isinstance(kind, type) and issubclass(kind, TemplateData) and kind is not TemplateData
    ]
    fields = {field for kind in parts for field in kind.__struct_fields__}
    assert len(parts) == 9
    assert {*fields, *wordings.ROLES} - described == set()
