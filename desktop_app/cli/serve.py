"""`signmirror serve`: the engine behind HTTP and WebSocket, by default for this computer only."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from desktop_app import paths
from desktop_app.cli.common import PATH, note, text_option

if TYPE_CHECKING:
    from desktop_app.api.engine_box import ApiParts
    from desktop_app.api.server import ApiServer, ApiState


def _limits() -> ModuleType:
    from desktop_app.api import limits

    return limits


_TICK_S = 0.25  # Windows delivers signals to the main thread between waits only


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", help="Address to listen on; others need a token of yours.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    envvar="PORT",
    show_envvar=True,
    help="0 takes a free one.",
)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="SIGNMIRROR_API_TOKEN_FILE",
    show_envvar=True,
    help="File with the token. Default: a new token each time.",
)
@text_option(
    "--token",
    envvar="SIGNMIRROR_API_TOKEN",
    show_envvar=True,
    help="The token itself; on the command line every user of the computer can read it.",
)
@click.option(
    "--allow-host",
    "allow_hosts",
    multiple=True,
    envvar="SIGNMIRROR_API_ALLOW_HOSTS",
    show_envvar=True,
    help="A name under which clients may ask; may be given again.",
)
@click.option(
    "--allow-origin",
    "allow_origins",
    multiple=True,
    envvar="SIGNMIRROR_API_ALLOW_ORIGINS",
    show_envvar=True,
    help="A web page of another address that may ask, as https://school.example, or null for pages opened from "
    "disk; may be given again.",
)
@click.option(
    "--per-address",
    type=click.IntRange(1),
    default=lambda: _limits().MAX_PER_ADDRESS,
    show_default=False,
    envvar="SIGNMIRROR_API_PER_ADDRESS",
    show_envvar=True,
    help="Connections that one address may hold; behind a proxy all have the proxy's.",
)
@click.option(
    "--pack",
    "--packs",
    "packs",
    multiple=True,
    help="Pack name or path; may be given again. Default: all shipped.",
)
@click.option("--model", type=PATH, help="Folder of another encoder bundle.")
@click.option(
    "--reuse-port", is_flag=True, help="Several processes may listen on the same port (Linux, macOS)."
)
@click.option("--log-requests", is_flag=True, help="Print a line for each request on standard output.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON once it listens.")
def command(
    host: str,
    port: int,
    token_file: Path | None,
    token: str,
    allow_hosts: tuple[str, ...],
    allow_origins: tuple[str, ...],
    per_address: int,
    packs: tuple[str, ...],
    model: Path | None,
    reuse_port: bool,
    log_requests: bool,
    as_json: bool,
) -> int:
    """Serve the engine to scripts and web pages until it is interrupted. See docs/api.md."""
    from desktop_app.api.options import ApiOptions, check_installed

    check_installed()
    if token_file is not None:
        token = read_token(token_file)
    options = ApiOptions(
        host=host,
        port=port,
        token=token,
        allow_hosts=allow_hosts,
        allow_origins=allow_origins,
        per_address=per_address,
        reuse_port=reuse_port,
    )
    check_packs(packs)
    from desktop_app.api.server import ApiServer

    if log_requests:
        _print_requests()
    server = ApiServer(make_parts(packs, model), options)
    return run(server, as_json=as_json, own_token=bool(token))


def read_token(path: Path) -> str:
    """The token in a file, alone on its line. Raises ConfigError."""
    from desktop_app.errors import ConfigError, next_step, reason_of
    from desktop_app.message import Message

    try:
        token = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigError(
            Message("The token in '{path}' cannot be read: {reason}.", path=path, reason=reason_of(error)),
            next_step(error),
        ) from error
    except UnicodeDecodeError:
        token = ""
    if not token:
        raise ConfigError(
            Message("There is no token in '{path}'.", path=path), Message("Write it into the file, alone.")
        )
    return token


def check_packs(packs: tuple[str, ...]) -> None:
    """Raise the error of a pack that cannot be opened, before anything listens."""
    from desktop_app.engine.packs import find_pack, open_pack

    for name in packs:
        open_pack(find_pack(name))


def make_parts(packs: tuple[str, ...], model: Path | None) -> ApiParts:
    """The engine of the commands as parts of the API."""
    from desktop_app.api.engine_box import ApiParts
    from desktop_app.cli.engine import build_recogniser
    from desktop_app.engine.letters.loading import load_hands_extractor, load_letter_model

    return ApiParts(
        load_recogniser=lambda: build_recogniser(packs, model),
        load_letters=load_letter_model,
        make_extractor=load_hands_extractor,
        videos_dir=videos_dir(model, os.environ),
    )


def videos_dir(model: Path | None, environ: Mapping[str, str]) -> Path:
    """VIDEOS_DIR, or the folder `videos` of the encoder bundle in use."""
    named = environ.get("VIDEOS_DIR", "").strip() if model is None else ""
    folder = model or Path(environ.get("MODELS_DIR", "").strip() or paths.bundled_models_dir())
    return Path(named).expanduser() if named else folder.expanduser() / "videos"


def run(server: ApiServer, *, as_json: bool, own_token: bool) -> int:
    """Start the server, print its address, and wait until it stops; 0 after an interrupt.

    Raises its error, or that of the engine when it cannot be loaded: whoever started it should know.
    """
    from desktop_app.api.server import ApiStatus

    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    server.start()
    state = server.wait_running()
    _print_address(state, as_json=as_json, own_token=own_token)
    while not ended.wait(_TICK_S):
        state = server.state
        if state.status in (ApiStatus.FAILED, ApiStatus.STOPPED) or server.load_error is not None:
            break
    error = state.error or server.load_error
    server.stop()
    if error is not None:
        raise error
    return 0


def _print_address(state: ApiState, *, as_json: bool, own_token: bool) -> None:
    """Print the address. A token given by the user is not repeated, because it would end up in a log."""
    if as_json:
        document: dict[str, Any] = {
            "url": state.url,
            "host": state.host,
            "port": state.port,
            "pid": os.getpid(),
        }
        document["token"] = None if own_token else state.token
        sys.stdout.write(json.dumps(document) + "\n")
        sys.stdout.flush()
        return
    click.echo(f"SignMirror listens on {state.url}")
    if not own_token:
        click.echo(f"Token of this run: {state.token}")
    note("End it with Ctrl+C.")


def _print_requests() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("desktop_app.api.access")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
