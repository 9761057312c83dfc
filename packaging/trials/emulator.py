"""Programs for aarch64 on another processor: qemu, told to the kernel for as long as a trial lasts."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.run import BuildError, run
from common.targets import Target
from common.tools import need

_FORMATS = Path("/proc/sys/fs/binfmt_misc")
_NAME = "reportdesk-aarch64"
#: How an ELF file for aarch64 begins, and which of those bits count.
_MAGIC = r"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00"
_MASK = r"\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff"


@contextmanager
def runnable(target: Target) -> Iterator[None]:
    """Let this machine run programs of `target`; afterwards it is as before."""
    if target.arch == platform.machine() or _registered():
        yield
        return
    need("qemu-aarch64-static")
    qemu = Path("/usr/bin/qemu-aarch64-static")
    if not (_FORMATS / "register").exists():
        run(["mount", "-t", "binfmt_misc", "binfmt_misc", _FORMATS])
    try:
        # F: the kernel opens qemu now, so that it need not be in the system where a program runs.
        (_FORMATS / "register").write_text(f":{_NAME}:M::{_MAGIC}:{_MASK}:{qemu}:F", "ascii")
    except OSError as error:
        raise BuildError(
            f"the kernel does not take qemu for aarch64 ({error.strerror}): try on a machine of that kind"
        ) from error
    try:
        yield
    finally:
        (_FORMATS / _NAME).write_text("-1", "ascii")


def _registered() -> bool:
    return any(_FORMATS.glob("*aarch64*"))
