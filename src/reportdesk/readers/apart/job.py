"""On Windows: the limit of a worker's memory, and that it ends with the program, by one job object."""

from __future__ import annotations

import struct
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_EXTENDED_LIMITS = 9
_PROCESS_MEMORY, _END_WITH_US = 0x100, 0x2000
#: JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits: its flags and the memory of a process, in bytes.
_LIMITS = struct.Struct("<16xI92xQ24x")
_SET_QUOTA_AND_TERMINATE = 0x100 | 0x1


def limit_process(process: subprocess.Popen[bytes], memory: int) -> None:
    """Give a process of ours, and what it starts, a limit of memory (bytes) each, and let it end with us.

    Elsewhere than on Windows a worker limits itself. Where the system refuses, the asker's clock is left.
    """
    if sys.platform == "win32":
        _assign(process, memory)


def limits_of(memory: int) -> bytes:
    """Return what Windows is told of a job: memory of each process in bytes, and that all ends with it."""
    return _LIMITS.pack(_PROCESS_MEMORY | _END_WITH_US, memory)


if sys.platform == "win32":
    import ctypes

    def _assign(process: subprocess.Popen[bytes], memory: int) -> None:
        kernel = _kernel()
        handle = kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, process.pid)
        if handle:
            kernel.AssignProcessToJobObject(ctypes.c_void_p(_job(memory)), ctypes.c_void_p(handle))
            kernel.CloseHandle(ctypes.c_void_p(handle))

    @cache
    def _job(memory: int) -> int:
        """Return the job of this program; it is closed, and what is in it ended, when the program ends."""
        kernel = _kernel()
        job = kernel.CreateJobObjectW(None, None)
        limits = limits_of(memory)
        kernel.SetInformationJobObject(ctypes.c_void_p(job), _EXTENDED_LIMITS, limits, len(limits))
        return int(job or 0)

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = kernel.CreateJobObjectW.restype = ctypes.c_void_p
        return kernel
