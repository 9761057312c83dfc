"""No file of a program may ask for more than the oldest desktop has."""

import pytest

from common.run import BuildError
from common.targets import target_of
from linux.deb import depends, recommends
from linux.elf import is_elf, read_elf
from linux.floor import floor_of, refuse_higher

TARGET = target_of("linux", "x86_64")
KNOWN = {"libc.so.6": "libc6", "libstdc++.so.6": "libstdc++6"}


def put(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_tells_what_it_asks_for(elf):
    file = read_elf(
        elf({"libc.so.6": ["GLIBC_2.2.5", "GLIBC_2.17"], "liba.so": []}, 183, "libx.so.1", "$ORIGIN")
    )
    assert (file.machine, file.soname, file.runpath) == ("aarch64", "libx.so.1", "$ORIGIN")
    assert file.needed == ("libc.so.6", "liba.so")
    assert file.versions == (("libc.so.6", ("GLIBC_2.2.5", "GLIBC_2.17")),)
    assert file.highest("GLIBC") == (2, 17)
    assert file.highest("GLIBCXX") == ()


def test_versions_are_compared_as_numbers(elf):
    assert read_elf(elf({"libc.so.6": ["GLIBC_2.9", "GLIBC_2.28", "GLIBC_PRIVATE"]})).highest("GLIBC") == (
        2,
        28,
    )


@pytest.mark.parametrize("data", [b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01\x01" + bytes(57)])
def test_another_file_is_none(data):
    with pytest.raises(ValueError, match="no ELF file"):
        read_elf(data)


def test_the_floor_is_over_every_file(elf, tmp_path):
    put(tmp_path, "bin/python", elf({"libc.so.6": ["GLIBC_2.17"], "libin.so.1": []}))
    put(tmp_path, "lib/in.so", elf({"libstdc++.so.6": ["GLIBCXX_3.4.21"]}, soname="libin.so.1"))
    put(tmp_path, "lib/text.so", b"no library")
    floor = refuse_higher(tmp_path, TARGET, KNOWN)
    assert (floor.files, floor.glibc, floor.glibcxx) == (2, (2, 17), (3, 4, 21))
    assert dict(floor.outside) == {"libc.so.6": "bin/python", "libstdc++.so.6": "lib/in.so"}
    assert "GLIBC_2.17" in floor.line()


@pytest.mark.parametrize(
    ("libraries", "machine", "words"),
    [
        ({"libc.so.6": ["GLIBC_2.29"]}, 62, "GLIBC_2.29; linux-x86_64 promises 2.28"),
        ({"libstdc++.so.6": ["GLIBCXX_3.4.30"]}, 62, "GLIBCXX_3.4.30"),
        ({"libc.so.6": []}, 183, "is for aarch64"),
        ({"libnew.so.3": []}, 62, "libnew.so.3 .asked for by x.so."),
    ],
)
def test_more_than_that_is_refused(elf, tmp_path, libraries, machine, words):
    put(tmp_path, "x.so", elf(libraries, machine))
    with pytest.raises(BuildError, match=words):
        refuse_higher(tmp_path, TARGET, KNOWN)


def test_a_link_and_a_folder_are_no_files(elf, tmp_path):
    real = put(tmp_path, "real.so", elf({}))
    (tmp_path / "link.so").symlink_to(real)
    assert floor_of(tmp_path).files == 1
    assert not is_elf(tmp_path)


def test_a_package_depends_on_what_its_files_ask_for():
    packages = depends(["libX11.so.6", "libc.so.6", "libgcc_s.so.1", "libcups.so.2", "libm.so.6"])
    assert packages.format(glibc="2.28") == "libc6 (>= 2.28), libgcc-s1 | libgcc1, libx11-6"


def test_a_package_recommends_what_printing_and_one_program_for_all_reports_need():
    packages = recommends().split(", ")
    assert {"libcups2", "libgssapi-krb5-2"} <= set(packages)
    assert not set(packages) & set(depends(["libcups.so.2", "libgssapi_krb5.so.2"]).split(", "))
