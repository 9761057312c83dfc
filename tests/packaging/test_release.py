"""A release: its version in one place, the sums of its files, the changelog's words."""

import gzip
import hashlib
import re
import subprocess

import pytest

from common.paths import PACKAGING, ROOT
from common.run import BuildError
from common.source import Commit, commit_of, version_in
from linux.generate import files
from release import remark_on_day, section_of, sums_of
from reportdesk import __version__
from reportdesk.cli.parser import make_parser

CHANGELOG = """# Changelog

## Unreleased

- Something new.

## [1.2.3] - 2026-01-01

### Files

- Something old.

## 1.2.2

- Older.
"""


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("1.2.3", "### Files\n\n- Something old."),
        ("1.2.2", "- Older."),
        ("Unreleased", "- Something new."),
        ("1.2", None),
    ],
)
def test_the_notes_are_the_versions_own_section(version, words):
    assert section_of(CHANGELOG, version) == words


def test_the_changelog_has_words_for_the_next_release():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert section_of(text, __version__) or section_of(text, "Unreleased")


def test_the_sums_are_those_that_sha256sum_checks(tmp_path):
    for name in ("b.deb", "a.zip"):
        (tmp_path / name).write_text(name, "ascii")
    sums = sums_of([tmp_path / "b.deb", tmp_path / "a.zip"])
    assert [line.split("  ")[1] for line in sums.splitlines()] == ["a.zip", "b.deb"]
    assert sums.split("  ")[0] == hashlib.sha256(b"a.zip").hexdigest()


def test_the_version_stands_in_one_place():
    assert version_in((ROOT / "src" / "reportdesk" / "__init__.py").read_text("utf-8")) == __version__
    declared = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'dynamic = ["version"]' in declared
    assert not re.search(r"^version = ", declared, re.MULTILINE)


def test_a_module_without_a_version_is_refused():
    with pytest.raises(BuildError, match="__version__"):
        version_in("__version__ = version('reportdesk')\n")


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.2.0", (0, 2, 0, 0)), ("1.10", (1, 10, 0, 0)), ("0.3.0rc1", (0, 3, 0, 0))]
)
def test_windows_gets_four_numbers(version, numbers):
    assert Commit("", 0, version).numbers == numbers


def test_the_commit_is_what_git_calls_it():
    if not (ROOT / ".git").exists():
        pytest.skip("these files are in no repository")
    commit = commit_of("HEAD")
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert commit.hash == done.stdout.strip()
    assert commit.version == __version__
    with pytest.raises(BuildError, match="git log"):
        commit_of("no-such-name")


@pytest.mark.parametrize("name", ["reportdesk.1", "reportdesk.bash"])
def test_manual_and_completion_are_those_of_the_parser(name):
    committed = (PACKAGING / "linux" / "share" / name).read_text("utf-8")
    assert committed == files(make_parser())[name], "run: .venv/bin/python packaging/linux/generate.py"


def test_the_desktop_names_the_types_that_the_package_brings():
    share = PACKAGING / "linux" / "share"
    types = re.findall(r'mime-type type="([^"]+)"', (share / "reportdesk.xml").read_text("utf-8"))
    assert len(types) == 2
    entry = (share / "reportdesk.desktop").read_text("utf-8")
    assert f"MimeType={''.join(f'{each};' for each in types)}\n" in entry
    assert all(
        f"<mediatype>{each}<" in (share / "reportdesk.metainfo.xml").read_text("utf-8") for each in types
    )


def test_a_packed_page_tells_no_time(tmp_path):
    from linux.deb import _pack

    (tmp_path / "page").write_text("words", "ascii")
    _pack(tmp_path / "page", tmp_path / "page.gz")
    data = (tmp_path / "page.gz").read_bytes()
    assert data[4:8] == bytes(4)
    assert gzip.decompress(data) == b"words"


@pytest.mark.parametrize(("day", "remark"), [("2026, 11, 20", ""), ("2026, 1, 2", "bring it up to date")])
def test_a_version_of_long_ago_is_remarked_on(day, remark):
    commit = Commit("0" * 40, 1796000000, "0.2.0")
    assert remark in remark_on_day(f"RELEASED = date({day})\n", commit)
    assert bool(remark) == bool(remark_on_day(f"RELEASED = date({day})\n", commit))


@pytest.mark.parametrize("module", ["RELEASED = date(2027, 1, 1)\n", "nothing"])
def test_a_day_after_the_commit_or_none_is_refused(module):
    with pytest.raises(BuildError):
        remark_on_day(module, Commit("0" * 40, 1796000000, "0.2.0"))
