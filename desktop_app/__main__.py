"""`python -m desktop_app`, and the console script `signmirror`."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from pathlib import Path
from typing import NoReturn

from desktop_app import paths
from desktop_app.engine.encoder import trial_process


def prepare_environment() -> None:
    """What must be set before NumPy, OpenCV, MediaPipe or Qt are loaded."""
    # The products of an answer are small: beside a busy landmark thread, waiting for a second BLAS thread
    # cost more than it saved (search and re-ranking 5.4 ms instead of 2.2 on two busy cores).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Windows: the Media Foundation transforms make opening a camera take up to half a minute.
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    # MediaPipe imports Matplotlib, which writes a list of the fonts of this computer.
    os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_dir() / "matplotlib"))
    # macOS: permission is asked on the GUI thread through Qt; OpenCV cannot ask from a worker.
    os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    # MediaPipe's native log: errors only.
    os.environ.setdefault("GLOG_minloglevel", "2")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")


def main() -> None:
    """Run the command line and end the process with its exit code."""
    prepare_environment()
    if sys.argv[1:2] == [trial_process.COMMAND] and len(sys.argv) == 3:
        sys.exit(trial_process.main(Path(sys.argv[2])))
    from desktop_app.cli.main import main as run
    from desktop_app.logs import send_native_messages_to_log, start_logging
    from desktop_app.temporary import remove_abandoned_folders

    send_native_messages_to_log()
    if sys.stderr is not None:
        faulthandler.enable(sys.stderr)
    start_logging()
    remove_abandoned_folders()
    end_process(run())


def end_process(code: int) -> NoReturn:
    """End with an exit code, also while a thread still imports a library or is held by a camera driver.

    When the interpreter is finalised it ends such threads in the middle of foreign code, which can abort the
    process. So it is not finalised then. Nothing is lost: what had to be written is complete by now.
    """
    from desktop_app.runtime.worker import THREAD_PREFIX

    threads = [thread for thread in threading.enumerate() if thread.daemon]
    left = [thread.name for thread in threads if thread.name.startswith(THREAD_PREFIX)]
    if not left:
        sys.exit(code)
    logging.getLogger(__name__).info("The process ends with threads left: %s", ", ".join(left))
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # there is none in a window without a console
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
