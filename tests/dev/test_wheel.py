"""The wheel holds the program and the form, nothing else, and finds its form where it was unpacked."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel 年报")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as package:
        package.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_the_program_and_every_template(wheel):
    templates = {path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert {path.name for path in wheel.iterdir() if path.suffix != ".dist-info"} == {"reportdesk"}
    packed = wheel / "reportdesk"
    assert {
        path.relative_to(packed) for path in (packed / "templates").rglob("*") if path.is_file()
    } == templates
    assert (packed / "cli" / "__init__.py").exists()


def test_the_unpacked_program_reads_its_own_form(wheel):
    program = "from reportdesk import resources as r; print(r.__file__); print(r.templates_root()); "
    program += "from reportdesk.cli.display import _remedy; print(r.is_installed(), 'dev.py' in _remedy())"
    said = subprocess.run(
        [sys.executable, "-S", "-c", program],
        env={"PYTHONPATH": str(wheel), "PYTHONUTF8": "1"},
        cwd=wheel,
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    module, templates = map(Path, said.stdout.split("\n")[:2])
    assert said.stdout.split("\n")[2] == "True False", "no message of an installed program names dev.py"
    assert module.is_relative_to(wheel)
    assert templates == wheel / "reportdesk" / "templates"
