"""A tab keeps its place and width whatever is found, shows the gravest badge, and tells all in words."""

from pytestqt.qtbot import QtBot

from reportdesk.gui.desk.tabs import Counts, TabBar

LABELS = ("基本信息", *(f"{number} 四字标签" for number in "一二三四五六"))
ALL: Counts = {"error": 12, "warning": 3, "hint": 45}


def bar_of(qtbot: QtBot, width: int) -> TabBar:
    bar = TabBar()
    qtbot.addWidget(bar)
    for label in LABELS:
        bar.addTab(label)
    bar.resize(width, bar.sizeHint().height())
    bar.set_room(width)
    bar.show()
    return bar


def places(bar: TabBar) -> list[tuple[int, int]]:
    return [(bar.tabRect(number).left(), bar.tabRect(number).width()) for number in range(bar.count())]


def test_findings_move_no_tab(qtbot: QtBot) -> None:
    bar = bar_of(qtbot, 1026)
    before = places(bar)
    for number, label in enumerate(LABELS):
        bar.show_badges(number, label, ALL)
    assert places(bar) == before


def test_all_tabs_fit_an_office_screen_and_grow_with_a_wide_one(qtbot: QtBot) -> None:
    narrow, wide = bar_of(qtbot, 1026), bar_of(qtbot, 1560)
    assert narrow.tabRect(len(LABELS) - 1).right() <= 1026
    assert narrow.tabRect(0).width() < wide.tabRect(0).width()
    assert wide.tabRect(0).width() < 1560 // len(LABELS)


def test_a_tab_tells_all_it_holds_in_words(qtbot: QtBot) -> None:
    bar = bar_of(qtbot, 620)
    bar.show_badges(3, LABELS[3], ALL)
    assert bar.tabText(3) == f"{LABELS[3]} ▲12 ◆3 ●45"
    assert bar.tabToolTip(3) == "必改 12，需说明 3，提示 45"
    plain = bar.grab().toImage()
    bar.show_badges(3, LABELS[3], {})
    assert bar.grab().toImage() != plain
