"""Who signed the compiled files that others made: a copy that somebody changed does not verify."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

from common.run import BuildError
from common.tools import need

#: The folders whose files are signed, and by whom.
SIGNED = {
    "runtime": "Python Software Foundation",
    "lib/PySide6": "The Qt Company Oy",
    "lib/shiboken6": "The Qt Company Oy",
}
#: Microsoft's own, whose root Debian does not have.
_MICROSOFT = re.compile(r"(vcruntime|msvcp|concrt)140")


def verified(program: Path) -> str:
    """Verify all of them; return who signed how many, and refuse a file that is not as it was signed."""
    need("osslsigncode")
    counted: Counter[str] = Counter()
    for folder, signer in SIGNED.items():
        for path in sorted((program / folder).rglob("*")):
            if path.suffix not in {".dll", ".pyd", ".exe"} or _MICROSOFT.match(path.name):
                continue
            if not _is_signed_by(path, signer):
                raise BuildError(
                    f"{path} is not as {signer} signed it: fetch its wheel anew, and look who changed it"
                )
            counted[signer] += 1
    return ", ".join(f"{count} files by {signer}" for signer, count in counted.items())


def _is_signed_by(path: Path, signer: str) -> bool:
    # Lists of revoked certificates would come over the network.
    command = ["osslsigncode", "verify", "-ignore-crl", "-in", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    output = done.stdout.decode("utf-8", "replace")
    return done.returncode == 0 and f"CN={signer}" in output and "Signature verification: ok" in output
