"""Prints how many icons a program holds, then what is registered for endings of this user's files.

For each ending a line of JSON: what Windows calls such a file, its icon, and what opens it.
"""

import ctypes
import json
import sys
import winreg

assert sys.platform == "win32"


def said_of(key: str) -> str:
    """What a key of the user's classes says."""
    return str(winreg.QueryValue(winreg.HKEY_CURRENT_USER, f"Software\\Classes\\{key}"))


print(ctypes.WinDLL("shell32").ExtractIconExW(sys.argv[1], -1, None, None, 0))
for ending in sys.argv[2:]:
    kind = said_of(ending)
    keys = (kind, rf"{kind}\DefaultIcon", rf"{kind}\shell\open\command")
    print(json.dumps([said_of(key) for key in keys]))
