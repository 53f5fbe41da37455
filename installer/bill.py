"""The bill of materials (CycloneDX) of what ships."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as BillComponent
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot5
from packageurl import PackageURL

from installer.licences import Component, normalised
from installer.product import Product

_NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def write_bill(product: Product, components: list[Component], system: str, target: Path) -> None:
    """Write the list as JSON, the same bytes for the same components: no date, a serial number by content."""
    licences = LicenseFactory()
    bill = Bom()
    bill.serial_number = uuid5(
        _NAMESPACE,
        "\n".join([product.version, system, *(f"{part.name}=={part.version}" for part in components)]),
    )
    bill.metadata.timestamp = None  # type: ignore[assignment]
    bill.metadata.component = BillComponent(
        name=product.name,
        version=product.version,
        type=ComponentType.APPLICATION,
        licenses=[licences.make_from_string(product.licence)],
        bom_ref=product.name,
    )
    for part in components:
        url = PackageURL("pypi", name=normalised(part.name), version=part.version) if part.from_index else None
        bill.components.add(
            BillComponent(
                name=part.name,
                version=part.version,
                type=ComponentType.LIBRARY,
                purl=url,
                licenses=[licences.make_from_string(part.licence)],
                bom_ref=f"{part.name}@{part.version}",
            )
        )
    bill.register_dependency(bill.metadata.component, bill.components)
    target.write_text(JsonV1Dot5(bill).output_as_string(indent=1) + "\n", encoding="utf-8", newline="\n")
