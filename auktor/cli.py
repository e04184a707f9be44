"""The program `auktor`: its commands, and how each of them ends.

Exit 0: done. 1: refused, with a reason. 2: wrong usage. 130: interrupted.
"""

import logging
import sys
from importlib import import_module
from importlib.metadata import version
from typing import NoReturn

import click

from auktor.core.errors import AuktorError, WrongUsage

_DONE, _REFUSED, _WRONG_USAGE, _INTERRUPTED = 0, 1, 2, 130
_log = logging.getLogger(__name__)


class Commands(click.Group):
    """The commands by name; each is imported when it is asked for, so that none waits for what it does not use."""

    NAMES = (
        "serve",
        "migrate",
        "load",
        "publish",
        "redact",
        "verify",
        "keys",
        "schema",
        "token",
        "audit",
        "explain",
        "generate",
    )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """The names, in the order one meets them."""
        return list(self.NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's signature
        """The command of that name."""
        if cmd_name not in self.NAMES:
            return None
        command: click.Command = import_module(f"auktor.commands.{cmd_name}").command
        return command


@click.command(cls=Commands, epilog="Example: auktor serve --port 8080")
@click.version_option(version("auktor"), prog_name="auktor")
def commands() -> None:
    """The register of Sweden's authorisation systems: serve it, fill it, publish it, check it.

    Settings are environment variables AUKTOR_… or lines of auktor.toml; docs/reference/settings.md lists them.
    """


def main() -> NoReturn:
    """Run the command the process was called with."""
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """Run a command and give its exit status; whatever went wrong is told on standard error, without a traceback."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    try:
        commands.main(words, prog_name="auktor", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return _WRONG_USAGE if isinstance(error, click.UsageError) else _REFUSED
    except AuktorError as error:
        click.echo(str(error), err=True)
        return _WRONG_USAGE if isinstance(error, WrongUsage) else _REFUSED
    except (KeyboardInterrupt, click.Abort) as error:
        click.echo(str(error) or "Interrupted. What was not finished is undone.", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        return _told_nobody()
    except Exception as error:  # noqa: BLE001 -- the log has the whole of it
        return _failed(error)
    return _DONE


def _told_nobody() -> int:
    """Whoever read our output has gone; keep the interpreter from complaining of it at its end."""
    sys.stdout = sys.stderr
    return _REFUSED


def _failed(error: Exception) -> int:
    """A fault of the program itself: named in a line, with the whole of it where the log level asks for it."""
    _log.debug("The command failed", exc_info=error)
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    click.echo(
        f"FAULT: the program failed ({name}: {error}). AUKTOR_LOG_LEVEL=debug shows where; please report it.", err=True
    )
    return _REFUSED
