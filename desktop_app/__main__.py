"""`python -m desktop_app`, and the console script `signmirror`."""

from __future__ import annotations

import faulthandler
import os
import sys


def prepare_environment() -> None:
    """What must be set before NumPy, OpenCV, MediaPipe or Qt are loaded."""
    # The products of an answer are small: beside a busy landmark thread, waiting for a second BLAS thread
    # cost more than it saved (search and re-ranking 5.4 ms instead of 2.2 on two busy cores).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Windows: the Media Foundation transforms make opening a camera take up to half a minute.
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    # macOS: permission is asked on the GUI thread through Qt; OpenCV cannot ask from a worker.
    os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    # MediaPipe's native log: errors only.
    os.environ.setdefault("GLOG_minloglevel", "2")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")


def main() -> None:
    """Run the command line and end the process with its exit code."""
    prepare_environment()
    from desktop_app.cli.main import main as run
    from desktop_app.logs import send_native_messages_to_log, start_logging

    send_native_messages_to_log()
    if sys.stderr is not None:
        faulthandler.enable(sys.stderr)
    start_logging()
    sys.exit(run())


if __name__ == "__main__":
    main()
