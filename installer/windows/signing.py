"""Signs Windows programs with the certificate of the environment; makensis calls this for the uninstaller.

python -m installer.windows.signing FILE...
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def sign(files: list[Path]) -> bool:
    """Sign with the certificate that SIGNMIRROR_SIGN_PFX names. False where it names none.

    SIGNMIRROR_SIGN_PASSWORD opens it; SIGNMIRROR_SIGN_TIMESTAMP is the address of a time-stamp server.
    """
    certificate = os.environ.get("SIGNMIRROR_SIGN_PFX")
    if not certificate:
        return False
    for file in files:
        signed = file.with_name(f"{file.name}.signed")
        options = ["-pkcs12", certificate, "-readpass", "/dev/stdin", "-n", "SignMirror", "-h", "sha256"]
        stamp = os.environ.get("SIGNMIRROR_SIGN_TIMESTAMP")
        options += ["-ts", stamp] if stamp else []
        subprocess.run(
            ["osslsigncode", "sign", *options, "-in", str(file), "-out", str(signed)],
            input=os.environ.get("SIGNMIRROR_SIGN_PASSWORD", ""),
            text=True,
            check=True,
        )
        signed.replace(file)
    return True


if __name__ == "__main__":
    sign([Path(name) for name in sys.argv[1:]])
