"""Info.plist of the macOS app: version, camera reason, file types and the oldest system it runs on."""

from __future__ import annotations

from typing import Any, Final

from installer.product import MINIMUM_MACOS, Product

IDENTIFIER: Final = "org.signmirror.SignMirror"
CAMERA_REASON: Final = (
    "SignMirror watches your hands through the camera to recognise signs. Pictures stay on this computer."
)
_TYPES: Final = {
    "signpack": ("SignMirror pack", f"{IDENTIFIER}.pack"),
    "signtry": ("SignMirror practice attempt", f"{IDENTIFIER}.attempt"),
}


def information(product: Product) -> dict[str, Any]:
    """The keys of Info.plist; languages/ has the camera reason in each language."""
    return {
        "CFBundleName": product.name,
        "CFBundleDisplayName": product.name,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": product.version,
        "CFBundleVersion": product.version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr"],
        "LSMinimumSystemVersion": MINIMUM_MACOS,
        "LSApplicationCategoryType": "public.app-category.education",
        "NSCameraUsageDescription": CAMERA_REASON,
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {"CFBundleTypeName": name, "LSItemContentTypes": [kind], "CFBundleTypeRole": "Viewer"}
            for name, kind in _TYPES.values()
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind,
                "UTTypeDescription": name,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": [extension]},
            }
            for extension, (name, kind) in _TYPES.items()
        ],
    }
