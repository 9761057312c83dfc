"""A folder that was prepared is read as if it were parsed and judged; any other is parsed and judged."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import msgspec
import pytest

from prepare_templates import prepared_file
from reportdesk.checks.engine import Checker
from reportdesk.errors import FormError
from reportdesk.form import families
from reportdesk.form.loader import load_form
from reportdesk.form.model import Form
from reportdesk.form.prepared import PREPARED, PreparedFile, prepared
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.resources import templates_root
from tests.work import work_of

#: What is shipped; another form may lie beside it, as it was written.
EDITIONS = [edition.name for edition in families.editions_of()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(templates_root(), tmp_path / "templates")) / "2021"


def change(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def parts_of(form: Form) -> dict[str, object]:
    return {field.name: getattr(form, field.name) for field in fields(form) if field.name != "prepared"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_shipped_was_made_of_what_is_shipped(edition: str) -> None:
    folder = templates_root() / edition
    assert (folder / PREPARED).read_bytes() == prepared_file(folder), "run packaging/prepare_templates.py"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_prepared_form_is_the_one_that_its_files_say(edition: str) -> None:
    ready, anew = (load_form(templates_root() / edition, anew=anew) for anew in (False, True))
    assert ready.prepared is not None
    assert anew.prepared is None
    assert parts_of(ready) == parts_of(anew)
    words, same = load_lexicon(ready), load_lexicon(anew)
    assert words.file == same.file
    assert words.words.beginnings == same.words.beginnings
    assert {first: [one.pattern.pattern for one in some] for first, some in words.phrases.items()} == {
        first: [one.pattern.pattern for one in some] for first, some in same.phrases.items()
    }


def test_a_prepared_form_takes_a_small_part_of_the_work(folder: Path) -> None:
    def load(*, anew: bool) -> None:
        load_lexicon(load_form(folder, anew=anew))

    assert work_of(lambda: load(anew=False)) * 5 < work_of(lambda: load(anew=True))


def test_to_make_its_checks_ready_compiles_no_pattern(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: asked.append(pattern) or real(pattern, flags))
    checks = Checker(load_form(folder)).checks
    assert (len(checks) > 600, asked) == (True, [])
    assert Checker(load_form(folder, anew=True)).checks
    assert len(asked) > 50


@pytest.mark.parametrize(
    ("name", "before", "after", "named"),
    [
        ("form.toml", 'key = "overview"', 'key = "over view"', "over view"),
        ("checks.toml", 'code = "text.received"', 'code = "text.carried"', "text.carried”重复"),
        ("aliases.toml", '"规章" =', '"规张" =', "规张"),
        ("charts.toml", '"requests.received.total"', '"requests.recieved.total"', "recieved"),
        ("guidance.md", "## ", "## nowhere ", "nowhere"),
        ("from-2019.toml", "[dropped]", '[cells]\n"a.b" = "nowhere"\n[dropped]', "nowhere"),
        ("prose.toml", '"收到", "受理"', '"收到", "收到"', "收到"),
    ],
)
def test_a_file_that_was_changed_is_judged(
    folder: Path, name: str, before: str, after: str, named: str
) -> None:
    assert prepared(folder) is not None
    change(folder, name, before, after)
    assert prepared(folder) is None
    with pytest.raises(FormError, match=named) as refused:
        load_lexicon(load_form(folder))
    assert name in refused.value.where


def test_what_was_changed_counts(folder: Path) -> None:
    change(folder, "form.toml", 'edition = "2021"', 'edition = "2021"\n# 本单位用')
    change(folder, "form.toml", 'family = "disclosure"', 'family = "library"')
    assert load_form(folder).family == "library"
    families._at_hand.cache_clear()
    found = {edition.name: edition.family for edition in families._at_hand(folder.parent)}
    assert (found["2019"], found["2021"]) == ("disclosure", "library")


def test_a_file_that_came_or_went_has_all_judged(folder: Path) -> None:
    (folder / "from-2018.toml").write_text('[cells]\n"a.b" = "nowhere"\n', encoding="utf-8")
    with pytest.raises(FormError, match="nowhere"):
        load_form(folder)
    (folder / "from-2018.toml").unlink()
    assert prepared(folder) is not None
    (folder / "charts.toml").unlink()
    form = load_form(folder)
    assert (form.prepared, form.charts.card) == (None, ())


def test_an_edition_is_judged_when_one_changed_that_its_figures_come_from(folder: Path) -> None:
    other = folder.parent / "2019"
    change(other, "form.toml", 'key = "procurement"', 'key = "purchases"')
    with pytest.raises(FormError, match="procurement") as refused:
        load_form(folder)
    assert refused.value.where == str(folder / "from-2019.toml")
    shutil.rmtree(other)
    assert prepared(folder) is not None


def test_what_another_version_prepared_is_judged(folder: Path) -> None:
    change(folder, PREPARED, '"program": "', '"program": "0.')
    assert load_form(folder).prepared is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"program": "0.1.0"}'])
def test_without_a_sound_file_all_is_parsed(folder: Path, content: bytes) -> None:
    (folder / PREPARED).write_bytes(content)
    assert load_form(folder).prepared is None
    (folder / PREPARED).unlink()
    assert load_form(folder).prepared is None


def test_a_damaged_file_is_named_and_what_helps(folder: Path) -> None:
    known = msgspec.json.decode((folder / PREPARED).read_bytes(), type=PreparedFile)
    part = msgspec.structs.replace(known.files["prose.toml"], content=msgspec.Raw(b'{"labels": {}}'))
    damaged = msgspec.structs.replace(known, files={**known.files, "prose.toml": part})
    (folder / PREPARED).write_bytes(msgspec.json.encode(damaged))
    with pytest.raises(FormError, match="labels") as refused:
        load_lexicon(load_form(folder))
    assert refused.value.where == str(folder / PREPARED)
    assert "删去" in refused.value.remedy
