"""Several processes that answer: what each is told, and how none outlives the program."""

import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING, Any, cast

from auktor.settings import PREFIX, Settings, read_settings
from auktor.starting import not_collecting
from auktor.watching.logs import begin_logging

if TYPE_CHECKING:
    from auktor.asgi import Application


def worker_app() -> "Application":
    """The application in a process of its own, with the settings of its environment."""
    settings = read_settings()
    if settings.database_url is None:
        message = "A worker is told its database by the program that starts it."
        raise RuntimeError(message)
    begin_logging(settings)
    end_with_parent()
    with not_collecting():
        from auktor.asgi import create_app  # noqa: PLC0415 -- the longest part of a start

        return create_app(settings, settings.database_url)


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
