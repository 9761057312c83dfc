"""Python for Linux: Debian's source, compiled by zig for an old glibc, with its libraries inside."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from common.paths import BUILD
from common.run import BuildError, output, run, timed
from common.steps import Fact, step
from common.targets import PYTHON, Target
from common.tools import need
from linux.compiler import compiler, hosts, without_paths
from linux.libraries import build_libraries, locked, unpack_source

#: Parts of the standard library that the program never imports.
LEFT_OUT = frozenset(
    {
        "test", "tests", "idle_test", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "distutils",
        "pydoc_data", "venv", "unittest", "sqlite3", "dbm", "curses", "__phello__", "__pycache__",
    }
)  # fmt: skip
#: Modules that come out of the build and are of no use here.
_NO_MODULES = ("_xx", "xxlimited", "ossaudiodev", "spwd", "nis", "_test", "_ctypes_test", "audioop")
#: What configure can't find out of another machine.
_ANSWERS = {"ac_cv_file__dev_ptmx": "yes", "ac_cv_file__dev_ptc": "no", "ac_cv_buggy_getaddrinfo": "no"}
_WORDS = (
    "--prefix=/opt/reportdesk/runtime",
    "--disable-shared",
    "--disable-test-modules",
    "--without-ensurepip",
    "--without-static-libpython",
    "--without-readline",
    "--with-system-ffi",
)
#: Modules that must be there, each with the names of the library that must be inside it.
_WITH_LIBRARY = {
    "zlib": ("deflate", "inflate"),
    "_bz2": ("BZ2_",),
    "_lzma": ("lzma_",),
    "_ctypes": ("ffi_",),
    "pyexpat": ("XML_",),
    "_elementtree": ("XML_",),
}
_EXPAT = ("pyexpat.c", "expat/xmlparse.c", "expat/xmlrole.c", "expat/xmltok.c")
#: Debian keeps site-packages off the path, for Debian's own modules; here it is where ours are.
_SITE = f"""import sys

sys.path.append(f"{{sys.prefix}}/lib/python{PYTHON}/site-packages")
"""


def build_python(target: Target) -> Path:
    """Return a prefix with bin/reportdesk-python and lib/python3.11, nothing compiled to .pyc yet."""
    need("make", "readelf")
    source, libraries = unpack_source(f"python{PYTHON}"), build_libraries(target)

    def build(prefix: Path) -> None:
        work = BUILD / f"work-{target.name}" / "python"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(source, work, symlinks=True)
        with timed(f"Python for {target.name}"):
            _compile(work, libraries, target)
        _collect(work, prefix)

    here = Path(__file__).resolve()
    facts: list[Fact] = [
        locked(f"python{PYTHON}").line(),
        locked("zlib").line(),
        here,
        here.with_name("libraries.py"),
    ]
    return step(BUILD / f"python-{target.arch}", facts, build)


def _compile(work: Path, libraries: Path, target: Target) -> None:
    _forget_this_machine(work / "setup.py")
    flags = f"-O3 -g0 -Wno-date-time -Wno-implicit-function-declaration {without_paths(work)}"
    environment = {
        **compiler(target),
        **_ANSWERS,
        "CFLAGS": flags,
        "CPPFLAGS": f"-I{libraries}/include",
        "LDFLAGS": f"-L{libraries}/lib -L{libraries}/lib64 -s",
        "PKG_CONFIG_PATH": f"{libraries}/lib/pkgconfig",
        "LIBFFI_INCLUDEDIR": f"{libraries}/include",
        "PYTHONHASHSEED": "0",
    }
    logs = BUILD / "logs"
    build_python = f"--with-build-python={sys.executable}"
    configure: list[str | Path] = ["./configure", *hosts(target), build_python, *_WORDS]
    run(configure, cwd=work, env=environment, log=logs / f"python-configure-{target.arch}.log")
    run(["make", "-j2"], cwd=work, env=environment, log=logs / f"python-make-{target.arch}.log")
    _compile_expat(work, target, flags.split())


def _forget_this_machine(setup: Path) -> None:
    """Keep setup.py from asking Debian's tools for the folders of the machine that compiles."""
    text = setup.read_text("utf-8")
    mended, count = re.subn(r"^(\s+)self\.add_multiarch_paths\(\)$", r"\1pass", text, flags=re.MULTILINE)
    if not count:
        raise BuildError(
            "Python's setup.py no longer calls add_multiarch_paths: see packaging/linux/python.py"
        )
    setup.write_text(mended, "utf-8")


def _compile_expat(work: Path, target: Target, flags: list[str]) -> None:
    """Compile the one module that setup.py compiles without the macro that its headers ask for."""
    tools = compiler(target)
    options = [
        "-DNDEBUG",
        "-D_GNU_SOURCE",
        "-DPy_BUILD_CORE_MODULE=1",
        "-DHAVE_EXPAT_CONFIG_H=1",
        "-DXML_POOR_ENTROPY=1",
    ]
    headers = ["-IInclude/internal", "-IInclude", "-I.", "-IModules/expat"]
    sources = [f"Modules/{name}" for name in _EXPAT]
    module = _modules(work) / f"pyexpat.cpython-{PYTHON.replace('.', '')}-{target.arch}-linux-gnu.so"
    words = [
        "-shared",
        "-fPIC",
        "-fwrapv",
        "-std=c11",
        "-fvisibility=hidden",
        "-s",
        *flags,
        *options,
        *headers,
    ]
    log = BUILD / "logs" / f"pyexpat-{target.arch}.log"
    run([tools["CC"], *words, *sources, "-o", module], cwd=work, env=tools, log=log)


def _modules(work: Path) -> Path:
    (folder,) = (work / "build").glob("lib.*")
    return folder


def _collect(work: Path, prefix: Path) -> None:
    library = prefix / "lib" / f"python{PYTHON}"
    shutil.copytree(work / "Lib", library, ignore=_left_out)
    dynamic = library / "lib-dynload"
    dynamic.mkdir()
    for module in sorted(_modules(work).glob("*.so")):
        if not module.name.startswith(_NO_MODULES):
            shutil.copy(module, dynamic)
    _refuse_missing(dynamic)
    (library / "site-packages").mkdir(exist_ok=True)
    (library / "sitecustomize.py").write_text(_SITE, "utf-8")
    (prefix / "bin").mkdir()
    shutil.copy(work / "python", prefix / "bin" / "reportdesk-python")
    shutil.copy(work / "LICENSE", prefix / "LICENSE.txt")


def _left_out(_: str, names: Iterable[str]) -> set[str]:
    return {name for name in names if name in LEFT_OUT or name.endswith(".pyc")}


def _refuse_missing(dynamic: Path) -> None:
    """Refuse modules that are absent, or that would look for their library on the machine in vain."""
    for name, starts in _WITH_LIBRARY.items():
        file = next(dynamic.glob(f"{name}.*.so"), None)
        lines = output(["readelf", "--wide", "--dyn-syms", file]).decode().splitlines() if file else []
        asked = [
            words[-1] for words in map(str.split, lines) if "UND" in words and words[-1].startswith(starts)
        ]
        if file is None or asked:
            why = f"asks for {asked[0]}" if asked else "was not built"
            raise BuildError(f"Python's {name} {why}: see build/packaging/logs/python-make-*.log")
