"""What only Windows can say of processes, files and itself, asked through its own libraries.

Every function may be called on Windows alone; whoever calls looks at `sys.platform` first.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

_QUERY_LIMITED = 0x1000
_STILL_ACTIVE = 259
_UNKNOWN_PROCESS = 87
_HIDDEN, _NORMAL = 0x2, 0x80
_TIME_OF_DAY = 3
_MACHINE_KEY = r"SOFTWARE\Microsoft\Cryptography"


if sys.platform == "win32":
    # Here, for elsewhere it is not needed and takes its time.
    import ctypes
    import winreg

    class _TimeOfDay(ctypes.Structure):
        """SYSTEM_TIMEOFDAY_INFORMATION; times count 100 ns since 1601."""

        _fields_ = [
            ("boot_time", ctypes.c_longlong),
            ("current_time", ctypes.c_longlong),
            ("zone_bias", ctypes.c_longlong),
            ("zone", ctypes.c_ulong),
            ("reserved", ctypes.c_ulong),
            ("boot_bias", ctypes.c_ulonglong),
            ("sleep_bias", ctypes.c_ulonglong),
        ]

    def machine_id() -> str:
        """Return what Windows calls this installation, "" if it does not tell."""
        rights = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _MACHINE_KEY, 0, rights) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""

    def boot_id() -> str:
        """Return when Windows was started, which no change of its clock moves; "" if it does not tell."""
        facts = _TimeOfDay()
        status = ctypes.WinDLL("ntdll").NtQuerySystemInformation(
            _TIME_OF_DAY, ctypes.byref(facts), ctypes.sizeof(facts), None
        )
        return "" if status else str(facts.boot_time - facts.boot_bias)

    def process_started(process: int) -> str:
        """Return when a living process was started, in 100 ns since 1601; "" if that is not told."""
        kernel = _kernel()
        handle = kernel.OpenProcess(_QUERY_LIMITED, False, process)
        if not handle:
            return ""
        times = [ctypes.c_ulonglong() for _ in range(4)]
        is_told = kernel.GetProcessTimes(ctypes.c_void_p(handle), *map(ctypes.byref, times))
        kernel.CloseHandle(ctypes.c_void_p(handle))
        return str(times[0].value) if is_told else ""

    def lives(process: int) -> bool:
        """Tell whether a process runs; os.kill would end it."""
        kernel = _kernel()
        handle = kernel.OpenProcess(_QUERY_LIMITED, False, process)
        if not handle:
            return ctypes.get_last_error() != _UNKNOWN_PROCESS
        status = ctypes.c_ulong()
        is_known = kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(status))
        kernel.CloseHandle(ctypes.c_void_p(handle))
        return not is_known or status.value == _STILL_ACTIVE

    def hide(file: Path, *, hidden: bool = True) -> None:
        """Hide a file from a folder's ordinary view, or show it again; a failure says nothing."""
        _kernel().SetFileAttributesW(str(file), _HIDDEN if hidden else _NORMAL)

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        return kernel

else:

    def machine_id() -> str:
        """Return "": this is not Windows."""
        return ""

    def boot_id() -> str:
        """Return "": this is not Windows."""
        return ""

    def process_started(process: int) -> str:  # noqa: ARG001
        """Return "": this is not Windows."""
        return ""

    def lives(process: int) -> bool:  # noqa: ARG001
        """Return True: this is not Windows, and nothing is known here."""
        return True

    def hide(file: Path, *, hidden: bool = True) -> None:
        """Do nothing: a name that begins with a dot is hidden already."""
