"""Bare Debian systems in a folder, to try what was built where nothing of this machine is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from common.debian import mirror
from common.paths import BUILD
from common.run import BuildError, run, say
from common.tools import is_root, need

CHROOTS = BUILD / "chroots"
#: What is mounted into a system while something runs there; its few devices are debootstrap's own.
_MOUNTS = (("proc", "proc"), ("dev/shm", "tmpfs"))


@dataclass(frozen=True)
class Chroot:
    """A system in a folder."""

    root: Path
    #: What runs its programs where its processor is another one.
    emulator: str = ""

    def run(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None, seconds: float = 600
    ) -> str:
        """Run a program in it that must succeed; return all that it prints."""
        status, output = self.call(command, env=env, seconds=seconds)
        if status:
            raise BuildError(
                f"{' '.join(command)[:200]} ended with status {status} in {self.root.name}:\n{output}"
            )
        return output

    def call(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None, seconds: float = 600
    ) -> tuple[int, str]:
        """Run a program in it; return its exit status and all that it prints.

        The output goes through a pipe that we read, and the input is empty: Windows programs want it so.
        """
        whole = ["chroot", str(self.root), *([self.emulator] if self.emulator else []), *command]
        settled = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
            **(env or {}),
        }
        try:
            done = subprocess.run(
                whole, env=settled, timeout=seconds, check=False,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            output = (late.stdout or b"").decode("utf-8", "replace")
            raise BuildError(f"{' '.join(command)[:200]} took more than {seconds:.0f} s:\n{output}") from late
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def start(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program in it that goes on; whoever starts it ends it."""
        whole = ["chroot", str(self.root), *([self.emulator] if self.emulator else []), *command]
        settled = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
            **(env or {}),
        }
        log = (self.root / "tmp" / f"{Path(command[0]).name}.log").open("wb")
        with log:
            return subprocess.Popen(whole, env=settled, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def log_of(self, command: Sequence[str]) -> str:
        """Return the end of what a program said that was started."""
        log = self.root / "tmp" / f"{Path(command[0]).name}.log"
        return log.read_text("utf-8", "replace")[-1500:] if log.is_file() else ""

    def running(self, *command: str) -> int:
        """Return how many processes run in it that were called by these words, the program by its name."""
        wanted, count = b"/" + "\0".join(command).encode() + b"\0", 0
        for process in Path("/proc").glob("[0-9]*"):
            # It may have ended since.
            with suppress(OSError):
                is_here = (process / "root").readlink() == self.root
                count += is_here and wanted in (process / "cmdline").read_bytes()
        return count

    def install(self, packages: Sequence[str]) -> None:
        """Install Debian packages."""
        words = ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages]
        self.run(words, env={"DEBIAN_FRONTEND": "noninteractive"}, seconds=1800)

    def copy_in(self, file: Path, place: str) -> Path:
        """Copy a file to a place of it, and return where that is from outside."""
        target = self.root / place.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
        return target


def fresh_system(suite: str, name: str, packages: Sequence[str] = (), architecture: str = "amd64") -> Chroot:
    """Return a bare system of a Debian suite, with `packages`; one that is whole is taken as it is."""
    if not is_root():
        raise BuildError("a system in a folder needs root: sudo, or a machine of your own")
    need("debootstrap")
    root = CHROOTS / name
    chroot = Chroot(root)
    whole, named = root / ".whole", " ".join(packages)
    if not whole.is_file() or whole.read_text("ascii") != named:
        say(f"making {name} of Debian's {suite}")
        remove(root)
        CHROOTS.mkdir(parents=True, exist_ok=True)
        words = ["debootstrap", "--variant=minbase", f"--arch={architecture}", suite, str(root), mirror()]
        run(words, log=BUILD / "logs" / f"debootstrap-{name}.log")
        # Programs ask it who this machine is; a system that never booted has none.
        (root / "etc" / "machine-id").write_text("0123456789abcdef0123456789abcdef\n", "ascii")
        with mounted(chroot):
            if packages:
                chroot.install(packages)
        whole.write_text(named, "ascii")
    return chroot


def remove(root: Path) -> None:
    """Delete a system, never through what is still mounted in it."""
    inside = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text("utf-8").splitlines()]
    for place in sorted((each for each in inside if Path(each).is_relative_to(root)), reverse=True):
        run(["umount", "--lazy", place])
    shutil.rmtree(root, ignore_errors=True)


@contextmanager
def mounted(chroot: Chroot) -> Iterator[None]:
    """Give a system its processes and devices while something runs there."""
    places = []
    try:
        for place, kind in _MOUNTS:
            target = chroot.root / place
            target.mkdir(exist_ok=True)
            run(["mount", "-t", kind, kind, target])
            places.append(target)
        yield
    finally:
        for target in reversed(places):
            subprocess.run(["umount", "--lazy", target], check=False)


def copy_of(chroot: Chroot, name: str) -> Chroot:
    """Return a copy to be spoilt; it shares the contents of no file."""
    root = CHROOTS / name
    remove(root)
    run(["cp", "-a", "--reflink=auto", chroot.root, root])
    return Chroot(root, chroot.emulator)
