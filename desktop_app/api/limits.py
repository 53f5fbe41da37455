"""Every limit of the local API in one place. docs/api.md and the OpenAPI document name the same numbers."""

from __future__ import annotations

from typing import Final

from desktop_app.engine import layout

MIB: Final = 1 << 20

# A clip.
FEATURE_DIM: Final = layout.FEATURE_DIM
MAX_FRAMES: Final = 512  # 17 s at 30 a second; the longest sign the window keeps is 16 s
MAX_VALUE: Final = 1e4  # torso units; a person is about four of them high
MIN_FPS: Final = 5.0
MAX_FPS: Final = 240.0
MAX_TOP_K: Final = 100
MAX_SOURCE_NAME: Final = 200

# HTTP.
MAX_CLIP_BODY: Final = 8 * MIB  # 512 x 540 numbers of 30 characters
MAX_LISTS: Final = MAX_FRAMES + 1024  # in a JSON body, with what it holds beside its frames
MAX_COMMAS: Final = MAX_FRAMES * FEATURE_DIM + 8192
MAX_OTHER_BODY: Final = 16 << 10
MAX_BODIES: Final = 128 * MIB  # of all requests together
MAX_HEADERS: Final = 16 << 10
HEADERS_TIMEOUT_S: Final = 10.0
BODY_TIMEOUT_S: Final = 30.0
SEND_TIMEOUT_S: Final = 10.0  # a client that reads nothing for so long is disconnected
MAX_CONNECTIONS: Final = 512
MAX_PER_ADDRESS: Final = 128
QUEUE_LIMIT: Final = 64  # clips that wait for the model

# Letters over a WebSocket.
MAX_LETTER_CLIENTS: Final = 32
MAX_PICTURE_CLIENTS: Final = 4  # each has a hand tracker of its own
MAX_MESSAGE: Final = MIB
MAX_TEXT_MESSAGE: Final = 16 << 10
MAX_PICTURE_PIXELS: Final = 4_200_000
MAX_PICTURE_SIDE: Final = 4096
MAX_MESSAGE_RATE: Final = 240  # per second and client, with bursts of one second
MAX_BAD_MESSAGES: Final = 20  # in a row
ANSWER_INTERVAL_S: Final = 0.075
PROBABILITY_STEP: Final = 0.03

# The live page.
MAX_LIVE_READERS: Final = 32
LIVE_BACKLOG: Final = 32  # results that wait for one reader
HEARTBEAT_S: Final = 10.0
MAX_LIVE_RESULT: Final = 64 << 10

# The server.
STOP_TIMEOUT_S: Final = 2.0
MIN_TOKEN: Final = 16  # characters of a token that the user chose for other computers
