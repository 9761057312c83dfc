"""Debian's packages as inputs: fetched by apt, which checks signatures, and held to a lock of our own.

The lock has a line for each file: suite, `source` or an architecture, package, version, file, SHA-256.
`python3 packaging/linux/renew.py` writes it anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from common.archives import sha256
from common.paths import BUILD, CACHE
from common.run import BuildError, output, run, say

APT = BUILD / "apt"
_KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
SUITES = ("bookworm", "bullseye")


@dataclass(frozen=True)
class DebianFile:
    """One file of a Debian package, a line of the lock."""

    suite: str
    kind: str
    package: str
    version: str
    file: str
    sha256: str

    @property
    def place(self) -> Path:
        """Where the file lies once it was fetched."""
        return CACHE / "debian" / self.file

    def line(self) -> str:
        """Return the line of the lock."""
        return f"{self.suite} {self.kind} {self.package} {self.version} {self.file} {self.sha256}"


def read_lock(path: Path) -> list[DebianFile]:
    """Return the lines of a lock; those that begin with # are for people."""
    lines = [line.split() for line in path.read_text("utf-8").splitlines()]
    try:
        return [DebianFile(*words) for words in lines if words and words[0] != "#"]
    except TypeError as error:
        raise BuildError(
            f"{path.name} has a line without six words: make it anew with packaging/linux/renew.py"
        ) from error


def fetch(files: Iterable[DebianFile]) -> list[Path]:
    """Return the files of the lock, from the cache or by apt; refuse one with another hash."""
    wanted = list(files)
    absent = [each for each in wanted if not each.place.is_file()]
    for kind, package, version in sorted({(each.kind, each.package, each.version) for each in absent}):
        download(kind, package, f"={version}")
    for each in wanted:
        if sha256(each.place) != each.sha256:
            raise BuildError(f"{each.place} is not what the lock says: delete it, and look who changed it")
    return [each.place for each in wanted]


def download(kind: str, package: str, which: str) -> list[Path]:
    """Fetch a package of a kind into the cache and return its files; `which` is `=VERSION` or `/SUITE`."""
    configuration = prepare_apt()
    folder = CACHE / "debian"
    new = folder / "new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    words = ["source", "--download-only", package] if kind == "source" else ["download", f"{package}:{kind}"]
    words[-1] += which
    try:
        run(
            ["apt-get", "-qq", "-c", configuration, *words],
            cwd=new,
            log=BUILD / "logs" / f"apt-{package}.log",
        )
    except BuildError as error:
        raise BuildError(f"{error}\nIf Debian has a newer version now: packaging/linux/renew.py") from error
    return [path.replace(folder / _plain(path.name)) for path in sorted(new.iterdir())]


def prepare_apt() -> Path:
    """Return the configuration of an apt of our own, whose lists are there; it leaves the machine's alone."""
    configuration = APT / "apt.conf"
    for name in ("lists/partial", "cache/archives/partial", "parts"):
        (APT / name).mkdir(parents=True, exist_ok=True)
    (APT / "status").touch()
    options = {
        "Dir::State": APT, "Dir::State::status": APT / "status", "Dir::State::lists": APT / "lists",
        "Dir::Cache": APT / "cache", "Dir::Etc::sourcelist": APT / "sources.list",
        "Dir::Etc::sourceparts": APT / "parts", "APT::Sandbox::User": "root",
        "Acquire::Check-Valid-Until": "false", "Acquire::Languages": "none",
    }  # fmt: skip
    lines = [f'{name} "{value}";' for name, value in options.items()]
    lines.append('APT::Architectures { "amd64"; "arm64"; };')
    # Each time: the folder may have been moved since.
    configuration.write_text("\n".join(lines) + "\n", "utf-8")
    if (APT / "fetched").is_file():
        return configuration
    sources = [
        f"{kind} [signed-by={_KEYS}] {mirror()} {suite} main"
        for suite in SUITES
        for kind in ("deb", "deb-src")
    ]
    (APT / "sources.list").write_text("\n".join(sources) + "\n", "utf-8")
    say("fetching Debian's lists")
    run(["apt-get", "-qq", "-c", configuration, "update"], log=BUILD / "logs" / "apt-lists.log")
    (APT / "fetched").touch()
    return configuration


def mirror() -> str:
    """Return where this machine takes Debian from; other suites are beside its own."""
    targets = output(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME)", "Created-By: Packages"]
    ).decode()
    places = [line.split() for line in targets.splitlines()]
    for place, codename in places:
        if place.rstrip("/").endswith("/debian") and "-" not in codename:
            return place
    raise BuildError("this machine's apt knows no Debian mirror: build on Debian, after apt-get update")


def _plain(name: str) -> str:
    """Return a file's name without the epoch that apt writes as %3a."""
    return name.replace("%3a", "_")
