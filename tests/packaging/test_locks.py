"""The locks are read for another system than this one, and hold nothing else."""

import re
import tomllib
from pathlib import Path

import pytest

from common.debian import read_lock as read_debian
from common.locks import holds, meant_for, read_lock
from common.run import BuildError
from common.targets import TARGETS, target_of
from linux.libraries import LOCK as DEBIAN

LOCKS = Path(__file__).resolve().parents[2] / "requirements"


@pytest.mark.parametrize("name", ["bundle", "packaging", "windows"])
def test_a_lock_holds_versions_hashes_and_no_address(name):
    text = (LOCKS / f"{name}.txt").read_text("utf-8")
    assert all(entry.hashes for entry in read_lock(LOCKS / f"{name}.txt"))
    assert not re.search(r"://|\bwww\.|--index|--find-links|/", text)


def test_what_is_bundled_is_what_is_tested():
    tested = {(entry.name, entry.version, entry.marker) for entry in read_lock(LOCKS / "runtime.txt")}
    bundled = {(entry.name, entry.version, entry.marker) for entry in read_lock(LOCKS / "bundle.txt")}
    assert bundled <= tested
    names = {name for name, _, _ in bundled}
    declared = tomllib.loads((LOCKS.parent / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    needed = {re.sub(r"[-_.]+", "-", re.findall(r"^[\w.-]+", each)[0]).lower() for each in declared}
    assert needed <= names, "renew requirements/bundle.txt: see packaging/README.md"
    assert not {"hatchling", "editables"} & names


@pytest.mark.parametrize(
    ("target", "version"),
    [("windows-x86_64", "6.9.3"), ("linux-x86_64", "6.9.3"), ("linux-aarch64", "6.8.0.2")],
)
def test_each_system_has_its_own_qt(target, version):
    (meant,) = [each for each in TARGETS if each.name == target]
    entries = meant_for(read_lock(LOCKS / "bundle.txt"), meant.markers)
    assert [entry.version for entry in entries if entry.name == "pyside6-essentials"] == [version]
    assert len({entry.name for entry in entries}) == len(entries)


def test_an_entry_is_given_to_pip_without_its_marker():
    (first, *_) = [entry for entry in read_lock(LOCKS / "bundle.txt") if entry.marker]
    assert ";" not in first.line()
    assert first.line().count("--hash=sha256:") == len(first.hashes)


@pytest.mark.parametrize(
    ("marker", "true"),
    [
        ("sys_platform == 'linux'", True),
        ("sys_platform != 'linux' or platform_machine == 'aarch64'", False),
        ("python_full_version < '3.13' and (os_name == 'posix')", True),
        ("python_version >= '3.9'", True),
    ],
)
def test_markers_are_told_for_the_target(marker, true):
    assert holds(marker, target_of("linux", "x86_64").markers) is true


@pytest.mark.parametrize("marker", ["extra == 'gui'", "sys_platform in 'linux'", "sys_platform > 'a'"])
def test_a_marker_that_cannot_be_told_is_refused(marker):
    with pytest.raises(BuildError, match="teach it"):
        holds(marker, target_of("linux", "x86_64").markers)


def test_a_loose_requirement_is_no_lock(tmp_path):
    path = tmp_path / "loose.txt"
    path.write_text("lxml>=6\n", "utf-8")
    with pytest.raises(BuildError, match="renew it"):
        read_lock(path)


def test_the_lock_of_debian_has_the_same_libraries_for_both_processors():
    files = read_debian(DEBIAN)
    kinds = {kind: sorted(each.package for each in files if each.kind == kind) for kind in ("amd64", "arm64")}
    assert kinds["amd64"] == kinds["arm64"] != []
    assert all(re.fullmatch(r"[0-9a-f]{64}", each.sha256) for each in files)
    assert {each.package for each in files if each.kind == "source"} > {"python3.11", "zlib", "libffi"}


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "debian.lock"
    path.write_text("# a word for people\nbookworm source zlib\n", "utf-8")
    with pytest.raises(BuildError, match="six words"):
        read_debian(path)


def test_nothing_is_built_for_other_systems():
    with pytest.raises(BuildError, match="linux-aarch64"):
        target_of("windows", "aarch64")
