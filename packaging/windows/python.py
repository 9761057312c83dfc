"""CPython's own embeddable package for Windows, as it was signed, less what the program never loads."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

from common.locks import read_lock
from common.paths import BUILD, LOCKS
from common.run import BuildError
from common.steps import step
from common.wheels import fetch_sdist

LOCK = LOCKS / "windows.txt"
VERSION = "3.11.9"
#: No second interpreter, no network, data base or sound, nothing of OpenSSL: hashlib has its own.
LEFT_OUT = frozenset(
    {
        "python.exe", "pythonw.exe", "python.cat", "python311._pth",
        "_ssl.pyd", "libssl-3.dll", "_hashlib.pyd", "libcrypto-3.dll",
        "_sqlite3.pyd", "sqlite3.dll", "_msi.pyd", "winsound.pyd", "_zoneinfo.pyd",
    }
)  # fmt: skip
#: Where modules are looked for, from runtime\ on, and nowhere else: no environment, no registry.
SEARCHED = "python311.zip\n.\n..\\lib\n"


def embedded_file(name: str) -> bytes:
    """Return one file of the package as it was signed, one that is left out too."""
    (entry,) = read_lock(LOCK)
    with zipfile.ZipFile(io.BytesIO(_data(fetch_sdist(entry)))) as packed:
        return packed.read(f"cp311/{name}")


def embedded_python() -> Path:
    """Return a folder with the interpreter's library, its modules and python311.zip."""
    (entry,) = read_lock(LOCK)
    archive = fetch_sdist(entry)

    def unpack(folder: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(_data(archive))) as packed:
            for name in packed.namelist():
                top, _, rest = name.partition("/")
                if top == "cp311" and rest and "/" not in rest and rest not in LEFT_OUT:
                    (folder / rest).write_bytes(packed.read(name))
        (folder / "python311._pth").write_text(SEARCHED, "ascii", newline="\n")

    return step(BUILD / "windows-python", [entry.line(), Path(__file__)], unpack)


def _data(archive: Path) -> bytes:
    with tarfile.open(archive) as packed:
        for member in packed:
            stream = packed.extractfile(member) if member.name.endswith("/data.zip") else None
            if stream is not None:
                return stream.read()
    raise BuildError(f"{archive.name} holds no data.zip: look at what its maker changed")
