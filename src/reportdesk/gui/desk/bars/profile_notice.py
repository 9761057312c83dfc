"""The notice that nothing can be kept in the profile: it stands as long as that lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reportdesk.gui.qt.background import in_thread
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.profile import portable_folder, profile_folder
from reportdesk.project.errors import DiskFull
from reportdesk.project.kept.room import trouble_of_profile

if TYPE_CHECKING:
    from concurrent.futures import Future

    from reportdesk.errors import FileError
    from reportdesk.gui.desk.bars.notices import Notices

_KEY = "profile"
#: Once it is known that something is wrong, it is looked at again so often.
_AGAIN_MS = 15_000


class ProfileNotice(QObject):
    """Looks whether the profile can be written: at the start, when something was not kept, until it can."""

    def __init__(self, notices: Notices) -> None:
        """Say it among the notices of a window."""
        super().__init__(notices)
        self._notices = notices
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.look_again)
        self._futures = Futures(self)
        self._looking: Future[FileError | None] | None = None

    def look(self) -> None:
        """Say what is wrong now, nothing where all is well."""
        self._show(trouble_of_profile())

    def look_again(self) -> None:
        """Look in a thread: the disk may not answer by now."""
        if self._looking is None:
            self._looking = in_thread(trouble_of_profile)
            self._futures.follow(self._looking, self._settle)

    def _settle(self, over: Future[FileError | None]) -> None:
        self._looking = None
        self._show(over.result())

    def _show(self, trouble: FileError | None) -> None:
        if trouble is None:
            self._timer.stop()
            self._notices.drop(_KEY)
            return
        self._timer.start()
        words = _unwritable(trouble)
        # Said once: a screen reader would tell it every time.
        if words != self._notices.words(_KEY):
            self._notices.tell(_KEY, words)


def _unwritable(trouble: FileError) -> str:
    """Say that nothing can be kept: a portable program never uses another place instead."""
    is_full = isinstance(trouble, DiskFull)
    folder = portable_folder()
    if folder is None:
        remedy = "请腾出空间。" if is_full else "请找信息化部门放开权限。"
        return f"程序自己的文件夹 {trouble.where or profile_folder()} 写不进去：{trouble.what}。{remedy}"
    remedy = "请腾出空间，" if is_full else "请把程序放到可以写的磁盘上，"
    return (
        f"便携方式：{folder} 写不进去，{trouble.what}，也不会改放到别处。"
        f"{remedy}或去掉程序文件夹里的 portable 文件。"
    )
