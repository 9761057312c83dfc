"""What a program is made of: each component with its version, licence, hash and licence texts."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterable, Sequence
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from typing import Any

from common.archives import sha256
from common.component import Component
from common.paths import PACKAGING
from common.run import BuildError
from common.sbom import write_sbom
from common.source import Commit
from common.targets import Target
from common.third_party import write_third_party

SHARED = PACKAGING / "common" / "components.toml"
#: Where Debian keeps the texts that many components share.
_COMMON_TEXTS = Path("/usr/share/common-licenses")
_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$|/licenses/", re.IGNORECASE)


def add_component_files(
    program: Path,
    target: Target,
    commit: Commit,
    wheels: Iterable[Path],
    listed_in: Path,
    more: Sequence[Component] = (),
) -> None:
    """Write THIRD-PARTY.txt and the CycloneDX list into a program folder.

    `listed_in` says what no wheel tells of itself, `more` what came from elsewhere.
    """
    listed = components_of(program, wheels, [SHARED, listed_in], more)
    write_third_party(program / "THIRD-PARTY.txt", listed, commit)
    write_sbom(program / "reportdesk.cdx.json", listed, target, commit)


def components_of(
    program: Path, wheels: Iterable[Path], listed_in: Iterable[Path], more: Sequence[Component] = ()
) -> list[Component]:
    """Return all components, by name: of the wheels, of the files in `listed_in`, and `more`."""
    data = [tomllib.loads(path.read_text("utf-8")) for path in listed_in]
    chosen = {name: licence for each in data for name, licence in each.get("licences", {}).items()}
    texts = {name: names for each in data for name, names in each.get("texts", {}).items()}
    found = [_of_wheel(wheel, chosen, texts) for wheel in wheels if not wheel.name.startswith("reportdesk-")]
    listed = [_listed(entry, program) for each in data for entry in each.get("component", [])]
    return sorted([*found, *listed, *more], key=lambda component: (component.name.lower(), component.version))


def _of_wheel(wheel: Path, chosen: dict[str, str], texts: dict[str, list[str]]) -> Component:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" in name]
        (place,) = [name for name in names if name.endswith(".dist-info/METADATA")]
        head = HeaderParser().parsestr(archive.read(place).decode("utf-8"))
        name = re.sub(r"[-_.]+", "-", head["Name"]).lower()
        wanted = [each for each in sorted(names) if _TEXT.search(each) and "Commercial" not in each]
        own = tuple(archive.read(each).decode("utf-8", "replace") for each in wanted)
    licence = chosen.get(name) or head["License-Expression"] or head["License"]
    if not licence or "\n" in licence:
        raise BuildError(f"{wheel.name} does not tell its licence in a word: look it up for components.toml")
    shared = tuple((_COMMON_TEXTS / each).read_text("utf-8") for each in texts.get(name, []))
    if not own + shared:
        raise BuildError(f"{wheel.name} ships no text of its licence: name one in components.toml")
    return Component(
        name=head["Name"],
        version=head["Version"],
        licence=licence,
        origin="PyPI",
        file=wheel.name,
        sha256=sha256(wheel),
        purl=f"pkg:pypi/{name}@{head['Version']}",
        texts=own + shared,
    )


def _listed(entry: dict[str, Any], program: Path) -> Component:
    texts = [_text(PurePosixPath(name), program) for name in entry.get("texts", [])]
    kept = {name: entry[name] for name in ("name", "version", "licence", "origin", "purl") if name in entry}
    return Component(**kept, texts=tuple(texts))


def _text(name: PurePosixPath, program: Path) -> str:
    """Return a licence text: of the program folder, or of those that Debian keeps for all."""
    place = program / name if len(name.parts) > 1 else _COMMON_TEXTS / name
    return place.read_text("utf-8", "replace")
