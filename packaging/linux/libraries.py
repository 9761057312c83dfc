"""The four libraries inside Python's modules, compiled from Debian's source: zlib, libffi, bzip2, xz."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from common.debian import DebianFile, fetch, read_lock
from common.paths import BUILD
from common.run import run, timed
from common.steps import step
from common.targets import Target
from common.tools import need
from linux.compiler import compiler, hosts, triple, without_paths

LOCK = Path(__file__).resolve().parent / "debian.lock"
#: No xz program, no translations: the library alone.
_XZ_PARTS = ("xz", "xzdec", "lzmadec", "lzmainfo", "scripts", "doc", "nls", "shared")


def unpack_source(package: str) -> Path:
    """Return a folder with a package's source, Debian's patches applied."""
    files = [each for each in read_lock(LOCK) if each.kind == "source" and each.package == package]

    def unpack(folder: Path) -> None:
        need("dpkg-source")
        (control,) = [path for path in fetch(files) if path.suffix == ".dsc"]
        folder.rmdir()
        log = BUILD / "logs" / f"unpack-{package}.log"
        run(["dpkg-source", "--no-check", "-x", control, folder], log=log)

    return step(BUILD / "debian-source" / package, [each.line() for each in files], unpack)


def locked(package: str) -> DebianFile:
    """Return the line of the lock that tells a source's version."""
    return next(each for each in read_lock(LOCK) if each.package == package)


def build_libraries(target: Target) -> Path:
    """Return a prefix with headers and static libraries for `target`."""
    need("make")
    sources = {name: unpack_source(name) for name in _BUILDERS}

    def build(prefix: Path) -> None:
        for name, source in sources.items():
            work = BUILD / f"work-{target.name}" / name
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(source, work, symlinks=True)
            with timed(f"{name} for {target.name}"):
                _BUILDERS[name](work, prefix, target)
        _make_movable(prefix)

    facts = [each.line() for each in read_lock(LOCK) if each.kind == "source" and each.package in _BUILDERS]
    here = Path(__file__).resolve()
    return step(BUILD / f"libraries-{target.arch}", [*facts, triple(target), here], build)


def _make_movable(prefix: Path) -> None:
    """Let pkg-config find the folder where it lies in the end, not where it was made."""
    for file in (prefix / "lib" / "pkgconfig").glob("*.pc"):
        file.write_text(file.read_text("utf-8").replace(str(prefix), "${pcfiledir}/../.."), "utf-8")


def _shell(script: str, work: Path, target: Target, more: Mapping[str, str] | None = None) -> None:
    environment = {**compiler(target), **(more or {})}
    log = BUILD / "logs" / f"{work.name}-{target.arch}.log"
    run(["sh", "-ec", script], cwd=work, env=environment, log=log)


def _zlib(work: Path, prefix: Path, target: Target) -> None:
    flags = {"CFLAGS": f"-O3 -fPIC {without_paths(work)}", "CHOST": f"{target.arch}-linux-gnu"}
    _shell(f'./configure --static --prefix="{prefix}"; make -j2 libz.a; make install', work, target, flags)


def _libffi(work: Path, prefix: Path, target: Target) -> None:
    flags = {"CFLAGS": f"-O2 -fPIC -Wno-implicit-function-declaration {without_paths(work)}"}
    words = [
        *hosts(target),
        "--disable-shared",
        "--enable-static",
        "--disable-docs",
        "--disable-multi-os-directory",
    ]
    _shell(f'./configure {" ".join(words)} --prefix="{prefix}"; make -j2; make install', work, target, flags)


def _bzip2(work: Path, prefix: Path, target: Target) -> None:
    flags = f"-O2 -fPIC -D_FILE_OFFSET_BITS=64 {without_paths(work)}"
    make = f'make -j2 libbz2.a CC="$CC" AR="$AR" RANLIB="$RANLIB" CFLAGS="{flags}"'
    copy = 'mkdir -p "$TO/lib" "$TO/include"; cp libbz2.a "$TO/lib"; cp bzlib.h "$TO/include"'
    _shell(f"{make}; {copy}", work, target, {"TO": str(prefix)})


def _xz(work: Path, prefix: Path, target: Target) -> None:
    flags = {"CFLAGS": f"-O2 -fPIC {without_paths(work)}"}
    words = [*hosts(target), "--enable-static", *(f"--disable-{part}" for part in _XZ_PARTS)]
    _shell(f'./configure {" ".join(words)} --prefix="{prefix}"; make -j2; make install', work, target, flags)


_BUILDERS: dict[str, Callable[[Path, Path, Target], None]] = {
    "zlib": _zlib,
    "libffi": _libffi,
    "bzip2": _bzip2,
    "xz-utils": _xz,
}
