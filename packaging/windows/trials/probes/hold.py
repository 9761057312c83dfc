"""Holds a file open so that nobody else may touch it, as Word does, until the file beside it goes."""

import ctypes
import sys
import time
from pathlib import Path

assert sys.platform == "win32"

READ_AND_WRITE, OPEN_EXISTING = 0xC0000000, 3

file, until = sys.argv[1], Path(sys.argv[2])
kernel = ctypes.WinDLL("kernel32", use_last_error=True)
kernel.CreateFileW.restype = ctypes.c_void_p
handle = kernel.CreateFileW(file, READ_AND_WRITE, int(sys.argv[3]), None, OPEN_EXISTING, 0, None)
if handle in (None, ctypes.c_void_p(-1).value):
    sys.exit(f"not held: {ctypes.get_last_error()}")
until.touch()
while until.exists():
    time.sleep(0.1)
