"""On Windows: the limit of a worker's memory, and that it ends with the program, by one job object."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

_EXTENDED_LIMITS = 9
_PROCESS_MEMORY, _END_WITH_US = 0x100, 0x2000
_SET_QUOTA_AND_TERMINATE = 0x100 | 0x1


def limit_process(process: subprocess.Popen[bytes], memory: int) -> None:
    """Give a process of ours, and what it starts, a limit of memory (bytes) each, and let it end with us.

    Elsewhere than on Windows a worker limits itself. Where the system refuses, the asker's clock is left.
    """
    if sys.platform == "win32":
        _assign(process, memory)


if sys.platform == "win32":
    import ctypes

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = [
            ("process_time", ctypes.c_longlong),
            ("job_time", ctypes.c_longlong),
            ("flags", ctypes.c_uint32),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", ctypes.c_uint32),
            ("affinity", ctypes.c_size_t),
            ("priority", ctypes.c_uint32),
            ("scheduling", ctypes.c_uint32),
        ]

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; memory in bytes."""

        _fields_ = [
            ("basic", _BasicLimits),
            ("counters", ctypes.c_ulonglong * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        ]

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
        limits = _Limits()
        limits.basic.flags = _PROCESS_MEMORY | _END_WITH_US
        limits.process_memory = memory
        kernel.SetInformationJobObject(
            ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        return int(job or 0)

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = kernel.CreateJobObjectW.restype = ctypes.c_void_p
        return kernel
