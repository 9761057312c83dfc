"""Starts a worker as the program does, and ends without a word to it; the worker says what holds it.

It prints whether it is in a job, the job's flags and memory in bytes, and whether it got more memory.
"""

import ctypes
import struct
import subprocess
import sys
import time

from reportdesk.readers.apart.exchange import MEMORY_BYTES
from reportdesk.readers.apart.job import limit_process

assert sys.platform == "win32"
kernel = ctypes.WinDLL("kernel32", use_last_error=True)

if sys.argv[1:] == ["worker"]:
    sys.stdin.readline()
    limits = ctypes.create_string_buffer(144)
    kernel.QueryInformationJobObject(None, 9, limits, len(limits), None)
    (flags,), (memory,) = struct.unpack_from("<I", limits, 16), struct.unpack_from("<Q", limits, 112)
    is_in = ctypes.c_int()
    kernel.IsProcessInJob(ctypes.c_void_p(-1), None, ctypes.byref(is_in))
    try:
        got_more = len(bytearray(1200 * 1024 * 1024)) > 0
    except MemoryError:
        got_more = False
    print(f"{bool(is_in.value)} {flags:#x} {memory} {got_more}", flush=True)
    time.sleep(600)

worker = subprocess.Popen([sys.executable, __file__, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
limit_process(worker, MEMORY_BYTES)
assert worker.stdin is not None
assert worker.stdout is not None
worker.stdin.write(b"\n")
worker.stdin.flush()
print(worker.stdout.readline().decode("ascii").strip(), flush=True)
kernel.TerminateProcess(ctypes.c_void_p(-1), 9)
