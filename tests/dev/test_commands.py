"""dev.py: what it finds missing, when it installs, and what it passes on."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from requirements import environment, system
from requirements.commands import call, side_by_side

ROOT = Path(__file__).resolve().parents[2]

INTERRUPTED = """
import signal, sys
sys.path.insert(0, sys.argv[1])
import dev

child = '''
import os, signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.kill(os.getppid(), signal.SIGINT)
os.kill(os.getpid(), signal.SIGINT)
'''
dev.run = lambda args: dev.call([sys.executable, "-c", child])
sys.exit(dev.main(["run"]))
"""


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libfontconfig.so.1", "libfontconfig1"),
    ],
)
def test_a_missing_library_is_named_by_its_package(library, package):
    assert system.package_of(library) == package


def test_two_libraries_of_one_package_are_installed_once():
    assert system.packages_of(["libgthread-2.0.so.0", "libglib-2.0.so.0"]) == ["libglib2.0-0"]


def test_one_line_installs_all_that_is_missing():
    assert system.apt_line(["libgl1", "fonts-wqy-microhei"]) == (
        "sudo apt-get install --no-install-recommends libgl1 fonts-wqy-microhei"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="shared libraries are looked for on Linux alone")
def test_nothing_is_missing_for_a_sound_program():
    assert system.missing_libraries([Path(sys.executable).resolve()]) == []


@pytest.mark.skipif(sys.platform != "linux", reason="shared libraries are looked for on Linux alone")
def test_a_library_that_is_not_there_is_found_missing(tmp_path):
    plugin = system.qt_files(Path(sys.prefix), "offscreen")[-1].read_bytes()
    assert b"libstdc++.so.6" in plugin
    asking = tmp_path / "asking for another.so"
    asking.write_bytes(plugin.replace(b"libstdc++.so.6", b"libgone++.so.6"))
    assert "libgone++.so.6" in system.missing_libraries([asking])


@pytest.mark.parametrize(
    ("name", "variables", "platform"),
    [
        ("linux", {"DISPLAY": ":0"}, "xcb"),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "wayland-generic"),
        ("linux", {"DISPLAY": ""}, "offscreen"),
        ("win32", {}, "native"),
    ],
)
def test_the_plugin_looked_at_is_the_one_that_would_show_the_window(name, variables, platform):
    assert system.qt_platform(name, variables) == platform


@pytest.mark.skipif(sys.platform != "linux", reason="Qt's own libraries are looked at on Linux alone")
@pytest.mark.parametrize("platform", ["xcb", "wayland-generic", "offscreen"])
def test_qts_files_are_where_they_are_looked_for(platform):
    assert all(file.exists() for file in system.qt_files(Path(sys.prefix), platform))


@pytest.fixture
def project(tmp_path):
    """A copy of the files that decide what is installed."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def test_the_stamp_stays_while_nothing_changes(project):
    assert environment.fingerprint("dev", project) == environment.fingerprint("dev", project)


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements/runtime.txt", "requirements/dev.txt"])
def test_the_stamp_changes_with_each_file_that_decides_the_install(project, file):
    before = environment.fingerprint("dev", project)
    with (project / file).open("a") as changed:
        changed.write("# another line\n")
    assert environment.fingerprint("dev", project) != before


def test_the_stamp_tells_levels_and_places_apart(project):
    assert environment.fingerprint("dev", project) != environment.fingerprint("runtime", project)
    assert environment.birthplace(project) != environment.birthplace(project / "moved")


def test_a_commands_exit_status_comes_through():
    assert call([sys.executable, "-c", "raise SystemExit(3)"]) == 3


def test_a_program_that_is_not_there_is_a_status_and_not_a_traceback(capfd):
    assert call(["reportdesk-no-such-program"]) == 127
    assert "reportdesk-no-such-program" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_killed_command_is_told_as_a_shell_would():
    assert call([sys.executable, "-c", "import os; os.kill(os.getpid(), 15)"]) == 128 + signal.SIGTERM


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_ends_with_130_and_no_traceback(tmp_path):
    """A terminal sends Ctrl-C to dev.py and to what it runs alike; the child here sends it to both."""
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED)
    ended = subprocess.run(
        [sys.executable, script, ROOT], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr) == (130, "")


def test_help_is_shown_without_an_install(capsys):
    assert dev.main(["--help"]) == 0
    assert dev.main(["run", "--help"]) == 0
    assert "python3 dev.py test" in capsys.readouterr().out


def test_an_unknown_command_is_the_callers_slip(capsys):
    assert dev.main(["tset"]) == 2
    assert dev.main([]) == 2


def test_types_are_looked_at_with_the_eyes_of_other_systems():
    assert dev.OTHER_SYSTEMS == ("win32", "darwin")
    assert dev.for_system("win32")[:2] == ["--platform", "win32"]


@pytest.mark.skipif(os.name == "nt", reason="named pipes of POSIX")
def test_what_runs_side_by_side_is_told_in_order_each_by_itself(tmp_path):
    """The first waits for the second: they run at once, and are told in their order all the same."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    begin = "import signal, sys; signal.alarm(60); "
    waits = "sys.stderr.write('got ' + open(sys.argv[1]).read()); sys.exit(3)"
    commands = {
        "first": [sys.executable, "-c", begin + waits, pipe],
        "second": [sys.executable, "-c", begin + "open(sys.argv[1], 'w').write('word'); print('told')", pipe],
        "absent": ["reportdesk-no-such-program"],
    }
    first, second, absent = side_by_side(commands, at_once=2)
    assert (first.name, first.status, first.said) == ("first", 3, "got word")
    assert (second.name, second.status, second.said) == ("second", 0, "told\n")
    assert absent.status == 127
    assert "reportdesk-no-such-program" in absent.said


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_beside_others_too_a_killed_command_is_told_as_a_shell_would():
    (killed,) = side_by_side({"it": [sys.executable, "-c", "import os; os.kill(os.getpid(), 15)"]})
    assert killed.status == 128 + signal.SIGTERM


def test_every_step_is_shown_and_summed_up_and_one_that_fails_fails_all(monkeypatch, capfd):
    for step in ("prepare", "install_missing", "install_ooxml_validator"):
        monkeypatch.setattr(dev, step, lambda *_: True)
    quiet, loud = (
        [sys.executable, "-c", f"print({word!r}); raise SystemExit({n})"] for word, n in (("a", 0), ("b", 3))
    )
    monkeypatch.setattr(dev, "linters", lambda: {"good": quiet, "bad": loud})
    monkeypatch.setattr(dev, "PYTHON", "true")
    assert dev.test([]) == 1
    said = capfd.readouterr().out
    assert said.startswith("--- good\na\n--- bad\nb\n--- pytest\n---\n")
    assert [line.split()[:2] for line in said.splitlines()[-3:]] == [
        ["ok", "good"],
        ["FAILED", "bad"],
        ["ok", "pytest"],
    ]
    monkeypatch.setattr(dev, "linters", dict)
    assert dev.test([]) == 0
    monkeypatch.setattr(dev, "PYTHON", "false")
    assert dev.test([]) == 1


def test_the_linters_look_at_types_contracts_and_style():
    assert {"mypy", "mypy win32", "mypy darwin", "import contracts", "ruff check", "ruff format"} == set(
        dev.linters()
    )


def test_the_readme_shows_both_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python3 dev.py run" in readme
    assert "python3 dev.py test" in readme


def test_ci_runs_the_readmes_test_command():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.splitlines()[-1] == "exec python3 dev.py test"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_without_a_display_the_sample_lies_in_out_as_files(tmp_path, monkeypatch, capfd):
    """What `python3 dev.py run` leaves on a machine without a display: all that the window would show."""
    monkeypatch.setattr(dev, "OUT", tmp_path)
    report = dev.project_file(dev.SAMPLE)
    assert dev.write_files(report, complete=True) == 0
    said = capfd.readouterr().err
    assert "no display" in said
    assert "plugin" not in said
    assert {"yunxi-2024.rdesk", "yunxi-2024.docx", "yunxi-2024.xlsx"} <= {
        path.name for path in tmp_path.iterdir()
    }
    assert len(list(tmp_path.glob("*.png"))) >= 7


def test_where_qt_lacks_something_the_pictures_alone_are_left_out_and_that_is_said(
    tmp_path, monkeypatch, capfd
):
    monkeypatch.setattr(dev, "OUT", tmp_path)
    report = dev.project_file(dev.SAMPLE)
    assert dev.write_files(report, complete=False) == 1
    said = capfd.readouterr().err
    assert "no pictures" in said
    assert "Traceback" not in said
    assert {path.suffix for path in tmp_path.iterdir()} == {".rdesk", ".docx", ".xlsx"}


def test_a_sample_that_was_edited_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "OUT", tmp_path)
    edited = tmp_path / "yunxi-2024.rdesk"
    edited.write_text("edited")
    assert dev.project_file(dev.SAMPLE).read_text() == "edited"


@pytest.mark.skipif(not environment.is_ready("dev"), reason="would install: .venv is not up to the locks")
def test_arguments_and_exit_status_pass_through(capfd):
    assert dev.run(["no-such-command-nor-file"]) in {2, 3}
    assert dev.run(["--version"]) == 0
    assert "0.1.0" in capfd.readouterr().out


def test_sources_are_named_so_that_python_starts_in_any_locale(tmp_path):
    packages = tmp_path / "中文 文件夹" / ".venv" / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    sources = tmp_path / "中文 文件夹" / "src"
    sources.mkdir()
    link = packages / "_reportdesk.pth"
    link.write_text(str(sources), encoding="utf-8")
    environment.point_at_sources(packages.parents[2], sources)
    assert (packages / link.read_text(encoding="ascii").strip()).resolve() == sources
