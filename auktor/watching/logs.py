"""The log: a line of JSON for each event in production, a line of text in development, both with the request's id."""

import logging
import sys
from datetime import UTC, datetime
from typing import Any

import orjson

from auktor.settings import Mode, Settings
from auktor.watching.seen import seen_now

_TOO_TALKATIVE = ("alembic", "asyncio", "sqlalchemy", "opentelemetry")


def begin_logging(settings: Settings) -> None:
    """Log on standard error, at the level and in the form that the settings say, and no longer as before."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if settings.mode is Mode.PRODUCTION else Lines())
    root = logging.getLogger()
    root.setLevel(settings.log_level.upper())
    root.handlers = [each for each in root.handlers if not _is_of_the_program(each)] + [handler]
    for library in _TOO_TALKATIVE:
        logging.getLogger(library).setLevel(logging.WARNING)


def _is_of_the_program(handler: logging.Handler) -> bool:
    """Whether it is ours, or that with which every command begins."""
    on_standard_error = getattr(handler, "stream", None) is sys.stderr
    return on_standard_error or isinstance(handler.formatter, JsonLines | Lines)


class Lines(logging.Formatter):
    """A line to read: what happened, and in which request."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the trace of an error below it."""
        seen = seen_now()
        where = f" [{seen.request_id}]" if seen else ""
        return f"{record.levelname}{where} {super().format(record)}"


class JsonLines(logging.Formatter):
    """A line for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """The event as one JSON object."""
        seen = seen_now()
        event: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request": seen.request_id if seen else None,
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            event["error"] = self.formatException(record.exc_info)
        return orjson.dumps(event, default=str).decode()
