"""Every component has a licence and its text; the list is for people and for programs."""

import json
import zipfile
from pathlib import Path

import pytest

from common.component import Component
from common.components import SHARED, components_of
from common.locks import read_lock
from common.paths import LOCKS, PACKAGING
from common.run import BuildError
from common.third_party import third_party


def wheel(folder: Path, head: str, *files: str, name: str = "thing") -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.4\nVersion: 1.0\n{head}\n\nLong words."
        )
        for file in files:
            archive.writestr(f"{name}-1.0.dist-info/{file}", f"the text of {file}")
    return path


def test_a_wheel_tells_its_licence_and_ships_its_text(tmp_path):
    path = wheel(tmp_path, "Name: The_Thing\nLicense-Expression: MIT", "licenses/LICENSE", "AUTHORS")
    (found,) = components_of(tmp_path, [path], [])
    assert (found.name, found.version, found.licence) == ("The_Thing", "1.0", "MIT")
    assert found.purl == "pkg:pypi/the-thing@1.0"
    assert found.texts == ("the text of licenses/LICENSE",)
    assert len(found.sha256) == 64


def test_our_own_wheel_is_no_component_of_others(tmp_path):
    path = wheel(tmp_path, "Name: reportdesk\nLicense: MIT", "LICENSE", name="reportdesk")
    assert components_of(tmp_path, [path], []) == []


@pytest.mark.parametrize(
    "head", ["Name: thing", "Name: thing\nLicense: Permission is granted\n        to all"]
)
def test_a_wheel_without_a_licence_in_a_word_is_refused(tmp_path, head):
    with pytest.raises(BuildError, match=r"look it up for components\.toml"):
        components_of(tmp_path, [wheel(tmp_path, head, "LICENSE")], [])


def test_a_wheel_without_a_text_is_refused(tmp_path):
    with pytest.raises(BuildError, match="ships no text"):
        components_of(tmp_path, [wheel(tmp_path, "Name: thing\nLicense: MIT")], [])


def test_a_choice_among_licences_is_ours(tmp_path):
    listed = tmp_path / "components.toml"
    listed.write_text('[licences]\nthing = "LGPL-3.0-only"\n', "utf-8")
    path = wheel(
        tmp_path, "Name: thing\nLicense: GPL or else", "licenses/LicenseRef-Commercial.txt", "COPYING"
    )
    (found,) = components_of(tmp_path, [path], [listed])
    assert found.licence == "LGPL-3.0-only"
    assert found.texts == ("the text of COPYING",)


def test_what_no_wheel_holds_is_listed_by_hand(tmp_path):
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "LICENSE.txt").write_text("terms", "utf-8")
    listed = tmp_path / "components.toml"
    lines = ['name = "CPython"', 'version = "3"', 'licence = "PSF-2.0"', 'texts = ["runtime/LICENSE.txt"]']
    text = "\n".join(["[[component]]", *lines])
    listed.write_text(text, "utf-8")
    (found,) = components_of(tmp_path, [], [listed])
    assert (found.name, found.texts) == ("CPython", ("terms",))


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_the_lists_by_hand_are_complete(system, tmp_path):
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "LICENSE.txt").write_text("terms", "utf-8")
    listed = {
        each.name for each in components_of(tmp_path, [], [SHARED, PACKAGING / system / "components.toml"])
    }
    assert {"CPython", "Qt", "libffi", "Expat", "FreeType", "PCRE2"} <= listed


def test_a_licence_is_chosen_for_what_is_locked_alone():
    import tomllib

    data = tomllib.loads(SHARED.read_text("utf-8"))
    locked = {entry.name for entry in read_lock(LOCKS / "bundle.txt")}
    assert set(data["licences"]) | set(data["texts"]) <= locked


def test_a_text_that_several_share_stands_once():
    listed = [
        Component("a", "1", "MIT", texts=("same",)),
        Component("b", "2", "MIT", texts=("same\r\n", "other")),
    ]
    text = third_party(listed, "1.2.3")
    assert text.startswith("reportdesk 1.2.3 所含的第三方组件")
    assert text.count("same") == 1
    assert "\na, b\n" in text
    assert "\nb\n" in text


def test_the_list_for_programs_is_the_same_each_time(tmp_path, commit):
    pytest.importorskip("cyclonedx", reason="the build's own tools are elsewhere")
    from common.sbom import write_sbom
    from common.targets import target_of

    listed = [
        Component("a", "1", "MIT", "PyPI", "a.whl", "0" * 64, "pkg:pypi/a@1"),
        Component("b", "2", "Zlib AND MIT"),
    ]
    for name in ("one", "two"):
        write_sbom(tmp_path / name, listed, target_of("linux", "x86_64"), commit)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    data = json.loads((tmp_path / "one").read_text("utf-8"))
    assert data["metadata"]["component"]["version"] == "1.2.3"
    assert [each["name"] for each in data["components"]] == ["a", "b"]
