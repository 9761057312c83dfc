"""Start the window: environment, language, look, and the report that was asked for."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reportdesk import __version__
from reportdesk.gui.help.asking import HelpKeys
from reportdesk.gui.look.theme import interface_font
from reportdesk.gui.qt.crash import CrashHandler, Rescue, write_trace
from reportdesk.gui.qt.focus_keeper import FocusKeeper
from reportdesk.gui.qt.garbage import GarbageCollector
from reportdesk.gui.qt.instance.instance import Instance
from reportdesk.gui.qt.keyboard.composing import CompositionKeeper
from reportdesk.gui.qt.keyboard.fcitx.start import start_bridge
from reportdesk.gui.qt.keyboard.input_methods import prepare_input_methods
from reportdesk.logbook import log_error, start_log
from reportdesk.project.kept.versions_seen import newer_version_seen, note_version

if TYPE_CHECKING:
    from reportdesk.gui.collecting.window import CollectingWindow
    from reportdesk.gui.shell import Shell
    from reportdesk.gui.window import MainWindow
    from reportdesk.gui.windows import Windows

#: What the first report needs, in small pieces; the first screen is painted before.
_SOON = (
    "reportdesk.document",
    "reportdesk.project.kept.backups",
    "reportdesk.gui.findings.overview",
    "reportdesk.gui.findings.wanted",
    "reportdesk.gui.forms.findings",
    "reportdesk.gui.desk.pages.basics",
    "reportdesk.prose.sentences.tidying",
    "reportdesk.prose.figures.compared.comparisons",
    "reportdesk.checks.copied",
    "reportdesk.checks.engine",
    "reportdesk.gui.desk.pages.narrative_page",
    "reportdesk.gui.desk.pages.table_page",
)
_BETWEEN_MS = 20


def main(argv: Sequence[str]) -> int:
    """Open a window on each file that `argv` names, or the first screen; return the exit status.

    Where the program runs already the windows open there, and this one ends.
    """
    files = [Path(name) for name in argv]
    app = make_application()
    # Before anything of the profile is read.
    crash_handler = CrashHandler()
    crash_handler.install()
    instance = Instance(app)
    app.aboutToQuit.connect(instance.end)
    if instance.hand_over(files):
        return 0
    try:
        # Late: a start that hands its files over needs no window.
        from reportdesk.gui.window import MainWindow

        window = MainWindow(expects_report=bool(files))
    except Exception as error:
        # Without a window nobody could read what the command line says of it.
        crash_handler.meet(error)
        raise
    windows = window.windows
    crash_handler.guard(partial(rescues_of, windows))
    end_at_signals(app, windows)
    app.commitDataRequest.connect(windows.end_session)
    app.aboutToQuit.connect(windows.finish)
    windows.show_first(window)
    QTimer.singleShot(0, lambda: _serve(instance, windows))
    QTimer.singleShot(0, lambda: begin(window, files))
    QTimer.singleShot(0, lambda: load_soon(app))
    return app.exec()


def load_soon(app: QApplication) -> None:
    """Load what a report needs while the first screen is read, a piece a turn; clicks come in between."""
    left = iter(_SOON)

    def load() -> None:
        name = next(left, None)
        if name is not None:
            import_module(name)
            QTimer.singleShot(_BETWEEN_MS, app, load)

    load()


def _serve(instance: Instance, windows: Windows) -> None:
    """Take what later starts of the program hand over."""
    from reportdesk.gui.arrivals import Arrivals

    arrivals = Arrivals(windows)
    instance.arrived.connect(arrivals.add)
    instance.serve()


def begin(window: MainWindow, files: Sequence[Path]) -> None:
    """Begin the log, offer what was not saved last time, then open what was asked for, if it can be."""
    # Late: the first screen is painted before anything that reads reports is loaded.
    from reportdesk.gui.desk.bars.profile_notice import ProfileNotice

    try:
        start_log()
        profile_notice = ProfileNotice(window.notices)
        profile_notice.look()
        window.autosaver.trouble_changed.connect(profile_notice.look_again)
        if newer := newer_version_seen():
            window.notices.tell_until_seen("version", _of_downgrade(newer))
        note_version()
        _tell_put_aside(window)
        _tell_untaken(window)
        window.commands.recovery.offer_at_start()
        if left_out := window.commands.collecting.offer_at_start(window):
            window.notices.tell_until_seen("left_out_sets", left_out)
    except Exception as error:
        # Whatever the profile holds, the program starts; the log says what it was.
        write_trace(error)
        log_error("start", error)
        window.status.tell("没能查看上次留下的内容")
    for file in files:
        window.open_path(file)
    if files and window.document is None:
        # It could not be opened, or stands in another window.
        window.show_document(None)


def _tell_untaken(window: MainWindow) -> None:
    """Say what was being typed at a forced end and was not taken, until the clerk has seen it."""
    remembered = window.windows.remembered
    if not remembered.untaken:
        return

    def seen() -> None:
        remembered.note_untaken({})
        window.notices.drop("untaken")

    listed = "；".join(f"《{title}》{words}" for title, words in remembered.untaken.items())
    words = f"上次程序被结束时正在填的没有采用，那里还是原来的内容，请核对：{listed}"
    window.notices.tell("untaken", words, [("知道了", seen)])


def _tell_put_aside(window: MainWindow) -> None:
    """Say what of the profile could not be read, until the clerk has seen it."""
    if window.notices.words("profile"):
        return
    troubles = [window.recent.trouble, window.windows.remembered.trouble]
    if aside := window.windows.aside:
        places = "、".join(map(str, aside))
        troubles.append(f"程序自己的文件夹里有用不了的东西，已原样挪到 {places}")
    if words := "；".join(filter(None, troubles)):
        window.notices.tell_until_seen("aside", f"{words}。年报文件不受影响。")


def _of_downgrade(newer: str) -> str:
    return (
        f"这台电脑上用过更新的版本 {newer}，现在运行的是 {__version__}：新版保存的年报可能打不开，"
        "已有的文件和备份都没有动。建议装回新版。"
    )


def rescues_of(windows: Windows) -> list[Rescue]:
    """Return how the work of all windows is kept after a defect, the front one first, if it has any."""
    rescues = [*map(rescue_of, windows.shells), *map(rescue_of_collection, windows.collecting.windows)]
    active = QApplication.activeWindow()
    front = active if any(rescue.window is active for rescue in rescues) else windows.front
    return sorted(rescues, key=lambda rescue: (not rescue.has_report(), rescue.window is not front))


def rescue_of(window: Shell) -> Rescue:
    """Return how a window's report is kept where the program has a defect."""
    return Rescue(window, lambda: window.document is not None, window.autosaver.keep_now, window.save_as)


def rescue_of_collection(window: CollectingWindow) -> Rescue:
    """Return how what a collector decided is kept where the program has a defect."""
    return Rescue(window, lambda: window.session.is_dirty, window.keeper.keep_now, window.set_file.save_as)


def end_at_signals(app: QApplication, windows: Windows) -> None:
    """End at Ctrl-C in the terminal, at its end, or when told to, without a question; nothing typed is lost.

    Python hears of a signal when it next runs, which the window's timers see to.
    """

    def end(number: int, _: object) -> None:
        windows.keep_and_let_go()
        # In a turn of its own: before the first one there is nothing yet that could be ended.
        QTimer.singleShot(0, lambda: app.exit(128 + number))

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Windows has no SIGHUP.
        if (number := getattr(signal, name, None)) is not None:
            signal.signal(number, end)


def make_application() -> QApplication:
    """Return the application, made once: Chinese throughout, ready for Chinese input methods."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    prepare_input_methods()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(["reportdesk"])
    app.setApplicationName("reportdesk")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    GarbageCollector(app)
    FocusKeeper(app)
    CompositionKeeper(app)
    HelpKeys(app)
    start_bridge(app)
    speak_chinese(app)
    app.setFont(interface_font())
    return app


def speak_chinese(app: QApplication) -> None:
    """Translate Qt's own words: context menus, the file dialog, the calendar."""
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
