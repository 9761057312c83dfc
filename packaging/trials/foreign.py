"""A system for another processor without installing in it: what a package depends on, only unpacked.

To install under an emulator takes an hour; to unpack takes a minute. No script of a package runs, so what is
tried there is the program and the libraries it finds, not the installation.
"""

from __future__ import annotations

from pathlib import Path

from common.chroot import CHROOTS, Chroot, remove
from common.debian import prepare_apt
from common.paths import BUILD
from common.run import run, say
from common.steps import step
from common.targets import Target
from common.tools import need

#: What a shell script needs, and a font, which is made for every processor.
_BASE = ("dash", "coreutils", "base-files", "libc-bin", "fonts-wqy-microhei", "fontconfig-config", "xkb-data")
#: Debian 11 still has /bin beside /usr/bin; nothing of it is in a package.
_LINKS = {"bin/sh": "dash"}


def unpacked_system(deb: Path, target: Target, suite: str) -> Chroot:
    """Return a system of a Debian suite with all that a package depends on, and the package itself."""
    need("dpkg-deb")
    configuration = prepare_apt()
    archives = BUILD / "foreign" / f"{suite}-{target.debian}"

    def fetch(folder: Path) -> None:
        (folder / "partial").mkdir()
        settings = {"APT::Architecture": target.debian, "Dir::Cache::archives": folder}
        options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
        apt = ["apt-get", "-qq", "-y", "--no-install-recommends", "--download-only", "-c", str(configuration)]
        say(f"fetching what {deb.name} depends on")
        log = BUILD / "logs" / f"foreign-{suite}-{target.debian}.log"
        run([*apt, *options, "-t", suite, "install", *_BASE, deb], log=log)

    root = CHROOTS / f"unpacked-{suite}-{target.debian}"
    remove(root)
    root.mkdir(parents=True)
    for package in [*sorted(step(archives, [suite, deb.name, *_BASE], fetch).glob("*.deb")), deb]:
        run(["dpkg-deb", "-x", package, root])
    for place, to in _LINKS.items():
        (root / place).unlink(missing_ok=True)
        (root / place).symlink_to(to)
    for folder in ("tmp", "root", "proc", "dev/shm", "try"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "tmp").chmod(0o1777)
    for name, minor in {"null": 3, "zero": 5, "random": 8, "urandom": 9}.items():
        run(["mknod", "-m", "666", root / "dev" / name, "c", "1", str(minor)])
    (root / "etc" / "machine-id").write_text("0123456789abcdef0123456789abcdef\n", "ascii")
    (root / "etc" / "passwd").write_text("root:x:0:0:root:/root:/bin/sh\n", "ascii")
    return Chroot(root)
