"""The list of components that programs read: CycloneDX 1.6, written by its own library."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from common.component import Component
from common.source import Commit
from common.targets import Target

#: Makes the serial number a matter of what is listed: a second build says the same one.
_SPACE = uuid.UUID("b3f6f0c4-5d0e-5c1c-9f0e-7c2b3b8a6a11")


def write_sbom(path: Path, components: Sequence[Component], target: Target, commit: Commit) -> None:
    """Write the list of a program for `target`."""
    from cyclonedx.factory.license import LicenseFactory
    from cyclonedx.model import HashAlgorithm, HashType, Property
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component as Listed
    from cyclonedx.model.component import ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from packageurl import PackageURL

    licences = LicenseFactory()
    program = Listed(
        type=ComponentType.APPLICATION,
        name="reportdesk",
        version=commit.version,
        bom_ref="reportdesk",
        licenses=[licences.make_with_id("MIT")],
        properties=[
            Property(name="reportdesk:commit", value=commit.hash),
            Property(name="reportdesk:target", value=target.name),
        ],
    )
    bom = Bom(serial_number=uuid.uuid5(_SPACE, f"{commit.hash} {target.name}"))
    bom.metadata.timestamp = datetime.fromtimestamp(commit.epoch, UTC)
    bom.metadata.component = program
    parts = [
        Listed(
            type=ComponentType.LIBRARY,
            name=each.name,
            version=each.version,
            bom_ref=f"{each.name}@{each.version}",
            description=each.origin or None,
            licenses=[licences.make_from_string(each.licence)],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each.sha256)] if each.sha256 else None,
            purl=PackageURL.from_string(each.purl) if each.purl else None,
        )
        for each in components
    ]
    bom.components.update(parts)
    bom.register_dependency(program, parts)
    path.write_text(JsonV1Dot6(bom).output_as_string(indent=1) + "\n", "utf-8", newline="\n")
