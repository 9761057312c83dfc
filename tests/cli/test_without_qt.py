"""The command line runs where PySide6 is not installed, and starts without what a call does not need."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Said
from tests.processes import Start

WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, NoQt())
from reportdesk.cli import main
sys.exit(main(sys.argv[1:]))
"""

COUNTING = """
import sys
from reportdesk.cli import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


# Several calls, one after the other, then what each returned: a start costs more than most of them.
ALL_WITHOUT_QT = WITHOUT_QT.replace(
    "sys.exit(main(sys.argv[1:]))",
    "print(*[main(call.split('|')) for call in sys.argv[1:]], file=sys.stderr)",
)


def call_without_qt(reportdesk: Call, *words: str | Path) -> Said:
    return reportdesk(*words, python=("-c", WITHOUT_QT))


def test_every_command_runs_without_pyside6(reportdesk: Call, report: Path) -> None:
    calls = {
        "new|n.rdesk|--organ|云溪县档案局|--year|2023": 0,
        f"show|{report}": 0,
        f"check|{report}": 1,
        f"convert|{report}|out.docx": 0,
        f"roll|{report}|next.rdesk": 0,
        f"chart|{report}|图": 0,
    }
    said = reportdesk(*calls, python=("-c", ALL_WITHOUT_QT))
    assert said.status == 0
    assert said.err.splitlines()[-1].split() == [str(status) for status in calls.values()]
    assert "只写了 SVG" in said.err


def test_the_window_without_pyside6_is_a_word_not_a_crash(reportdesk: Call) -> None:
    said = call_without_qt(reportdesk)
    assert (said.status, said.out) == (2, "")
    assert "没有安装窗口用的 PySide6" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("words", [("--version",), ("show",)])
def test_a_short_call_imports_no_office_library(
    reportdesk: Call, report: Path, words: tuple[str, ...]
) -> None:
    said = reportdesk(*words, *([report] if words == ("show",) else []), python=("-c", COUNTING))
    loaded = set(said.err.splitlines()[-1].split())
    assert said.status == 0
    assert "reportdesk" in loaded
    assert not loaded & {"PySide6", "docxtpl", "docx", "openpyxl", "lxml", "jinja2"}


linux = pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")


@linux
@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "没有图形界面"),
        ({"DISPLAY": ":31999", "WAYLAND_DISPLAY": ""}, "显示器“:31999”没有应答"),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": "wayland-none"}, "显示器“wayland-none”没有应答"),
        ({"QT_QPA_PLATFORM": "no-such-thing"}, "no-such-thing"),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":31999"}, "显示器“:31999”没有应答"),
    ],
    ids=str,
)
def test_without_a_display_qt_does_not_get_to_abort(reportdesk: Call, env: dict[str, str], says: str) -> None:
    said = reportdesk(env={"QT_QPA_PLATFORM": ""} | env)
    assert (said.status, said.out) == (2, "")
    assert says in said.err or "缺少系统库" in said.err
    assert said.err.count("\n") == 1


def test_where_no_window_can_be_a_file_that_is_not_there_is_told(reportdesk: Call, report: Path) -> None:
    for files in ([], [report]):
        said = reportdesk(*files, "absent.rdesk", env={"QT_QPA_PLATFORM": "no-such-thing"})
        assert (said.status, said.err.count("\n")) == (3, 1)
        assert said.err.startswith("absent.rdesk：找不到")


def test_the_window_opens_and_says_that_a_file_is_not_there(reportdesk: Call, tmp_path: Path) -> None:
    env = {"QT_QPA_PLATFORM": "offscreen", "REPORTDESK_PROFILE": str(tmp_path)}
    # A whole path is no command that was misspelt, whatever its ending.
    name = str(tmp_path / "别处" / "年报")
    said = reportdesk(name, python=("-c", OPEN_AND_SAY), env=env)
    assert said.status == 0, said.err
    assert said.err.startswith(f"{name}：找不到")
    assert said.out.splitlines() == ["找不到这个文件", name, "请检查文件名和位置", "Welcome"]


def test_a_file_out_of_reach_is_no_defect_and_left_to_the_window_to_tell(reportdesk: Call) -> None:
    for name in (f"{'长' * 400}.rdesk", "长" * 400):
        said = reportdesk(name, env={"QT_QPA_PLATFORM": "no-such-thing"})
        # Past the files, it is the window that cannot be.
        assert (said.status, said.err.count("\n")) == (2, 1)
        assert "no-such-thing" in said.err


OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import reportdesk.gui.app as app
make = app.make_application
def make_and_leave():
    made = make()
    QTimer.singleShot(0, made.quit)
    return made
app.make_application = make_and_leave
from reportdesk.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_window_opens_where_it_can(reportdesk: Call, tmp_path: Path) -> None:
    env = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    said = reportdesk(python=("-c", OPEN_AND_CLOSE), env=env)
    assert (said.status, said.out) == (0, ""), said.err


# Answers the first message, then tells what the window shows.
OPEN_AND_SAY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import reportdesk.gui.app as app
make = app.make_application
def look():
    if box := QApplication.activeModalWidget():
        print(box.text(), box.informativeText(), sep="\\n")
        box.buttons()[0].click()
    elif any(type(each).__name__ == "Welcome" and each.isVisible() for each in QApplication.allWidgets()):
        print("Welcome")
        QApplication.quit()
def make_and_look():
    made = make()
    made.looking = QTimer(made, interval=0)
    made.looking.start()
    made.looking.timeout.connect(look)
    return made
app.make_application = make_and_look
from reportdesk.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no virtual display is installed")
def test_a_display_that_answers_is_no_obstacle(start: Start) -> None:
    reading, writing = os.pipe()
    start(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    code = "from reportdesk.cli.display import obstacle; print(obstacle())"
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "None\n" or "缺少系统库" in done.stdout
