"""A service on a bus that answers as fcitx 4 does; a program of its own, since a caller waits for answers.

python fake_fcitx.py ADDRESS NAME...: it composes letters, commits them in capitals at a space,
and prints each call.
"""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

CONTEXT = "org.fcitx.Fcitx.InputContext"


@ClassInfo({"D-Bus Interface": CONTEXT})
class Context(QObject):
    def __init__(self, bus: QDBusConnection, path: str) -> None:
        super().__init__()
        self.bus, self.path, self.text = bus, path, ""
        bus.registerObject(path, self, QDBusConnection.RegisterOption.ExportAllSlots)

    def signal(self, name: str, *words: object) -> None:
        message = QDBusMessage.createSignal(self.path, CONTEXT, name)
        message.setArguments(list(words))
        self.bus.send(message)

    @Slot("uint", "uint", "uint", int, "uint", result=int)
    def ProcessKeyEvent(self, symbol: int, code: int, state: int, is_release: int, time: int) -> int:
        tell("key", chr(symbol), code, state, is_release)
        if is_release or state:
            return 0
        if chr(symbol).isalpha():
            self.text += chr(symbol)
            # Fcitx counts bytes.
            self.signal("UpdatePreedit", f"云{self.text}", len("云".encode()))
            return 1
        if chr(symbol) == " " and self.text:
            self.signal("CommitString", self.text.upper())
            self.text = ""
            self.signal("UpdatePreedit", "", 0)
            return 1
        return 0

    @Slot("uint")
    def SetCapacity(self, abilities: int) -> None:
        tell("abilities", abilities)

    @Slot()
    def FocusIn(self) -> None:
        tell("in")

    @Slot()
    def FocusOut(self) -> None:
        tell("out")

    @Slot()
    def Reset(self) -> None:
        self.text = ""
        tell("reset")

    @Slot()
    def DestroyIC(self) -> None:
        tell("destroyed")

    @Slot(int, int, int, int)
    def SetCursorRect(self, x: int, y: int, width: int, height: int) -> None:
        tell("caret", x, y, width, height)


@ClassInfo({"D-Bus Interface": "org.fcitx.Fcitx.InputMethod"})
class Method(QObject):
    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus, self.contexts = bus, []
        bus.registerObject("/inputmethod", self, QDBusConnection.RegisterOption.ExportAllSlots)

    @Slot(str, int, result=int)
    def CreateICv3(self, program: str, process: int) -> int:
        number = len(self.contexts) + 1
        self.contexts.append(Context(self.bus, f"/inputcontext_{number}"))
        tell("context", number, program)
        return number


def tell(*words: object) -> None:
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "fake")
    method = Method(bus)
    for name in sys.argv[2:]:
        bus.registerService(name)
    tell("here")
    app.exec()
