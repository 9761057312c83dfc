"""The notice on an open file that somebody else replaced or took away: its words, in every kind of window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.gui.desk.bars.notices import NoticeChoice, Notices

#: Under which it stands among a window's notices.
REPLACED = "replaced"
#: What the buttons say that every such notice may have.
TAKE_THEIRS, SAVE_MINE_AS, LATER = "改用新的", "另存我的为…", "以后再说"


class ReplacedNotice:
    """What a window says of its file, and what can be done; it can always wait."""

    def __init__(self, notices: Notices) -> None:
        """Say it among the notices of a window."""
        self._notices = notices

    def drop(self) -> None:
        """Say nothing more of the file."""
        self._notices.drop(REPLACED)

    def tell_gone(self, name: str, kept: str, *choices: NoticeChoice) -> None:
        """Say that the file is not where it was, and what of it is still here."""
        self._tell(f"“{name}”不在原来的地方了，可能被移走、改名或删掉；{kept}都还在。", *choices)

    def tell_unreadable(self, name: str, trouble: str, *choices: NoticeChoice) -> None:
        """Say that the file was changed into something that cannot be read, and why."""
        self._tell(f"“{name}”被别的程序改动了，现在读不出（{trouble}）；打开的内容都还在。", *choices)

    def tell_saved(self, name: str, remark: str, *choices: NoticeChoice) -> None:
        """Say that somebody else has saved the file, with a remark on what that means here."""
        self._tell(f"“{name}”刚刚被别人保存过{remark}。", *choices)

    def _tell(self, words: str, *choices: NoticeChoice) -> None:
        self._notices.tell(REPLACED, words, [*choices, (LATER, self.drop)])
