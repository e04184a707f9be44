"""Several processes that answer: what each is told, and how none outlives the program."""

import multiprocessing
import os
import signal
import threading
from typing import Any, cast

from auktor.settings import PREFIX, Settings


def tell_workers(settings: Settings, database_url: str) -> None:
    """Put the settings where a new process reads its own: into the environment."""
    told: dict[str, Any] = settings.model_dump(mode="json", exclude_none=True)
    told["database_url"] = database_url
    for name, value in told.items():
        os.environ[f"{PREFIX}{name.upper()}"] = (
            ",".join(cast("list[str]", value)) if isinstance(value, list) else str(value)
        )


def end_with_parent() -> None:
    """In a worker: end in good order when the parent is gone, however it went, so that no port stays taken."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="end with parent").start()
