"""Starts a server, asks it over loopback, and ends it.

python -m installer.linux.serve_check COMMAND...
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

from scripts.dev.server_process import free_port, request_json, start_server

TOKEN: Final = "0123456789abcdef-test"


def main(command: list[str]) -> int:
    """Run `COMMAND serve --port PORT`, whose environment has SIGNMIRROR_API_TOKEN=0123456789abcdef-test."""
    port = free_port()
    server = start_server(
        [*command, "serve", "--port", str(port)], port, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        sample = request_json(f"http://127.0.0.1:{port}/v1/samples/random", TOKEN)
    finally:
        server.terminate()
        server.wait(30)
    print("ready, and answers with the token")
    return 0 if sample else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
