"""`auktor schema`: what the API answers, in the schema language of GraphQL."""

from datetime import UTC, datetime
from pathlib import Path

import click

from auktor.commands.generate import compare, write
from auktor.core.errors import Refused
from schema.releases import RELEASED_FILE, breaking, dangerous, undated
from schema.schema import sdl

_FILE = Path("schema/schema.graphql")
_RELEASED = Path("schema") / RELEASED_FILE.name


class BreaksClients(Refused):
    """A change that questions of today would not survive."""

    code = "BREAKS_CLIENTS"


@click.command(epilog="Example: auktor schema > schema.graphql")
@click.option("--check", is_flag=True, help=f"Compare with {_FILE} and fail where they differ.")
@click.option(
    "--since-release", is_flag=True, help=f"Fail where something would break what {RELEASED_FILE.name} answers."
)
@click.option("--release", is_flag=True, help=f"Make the schema the released one, in schema/{RELEASED_FILE.name}.")
@click.option("--write", "rewrite", is_flag=True, help=f"Write {_FILE}.")
def command(*, check: bool, since_release: bool, release: bool, rewrite: bool) -> None:
    """Print the schema of the API."""
    if since_release:
        _compare_with_release()
    elif release:
        write({_RELEASED: sdl})
    elif check:
        compare({_FILE: sdl})
    elif rewrite:
        write({_FILE: sdl})
    else:
        click.echo(sdl(), nl=False)


def _compare_with_release() -> None:
    """Tell what may surprise clients; refuse what would break them, or is deprecated without a day."""
    released, now = _RELEASED.read_text("utf-8"), sdl()
    for each in dangerous(released, now):
        click.echo(f"May surprise: {each}")
    broken = breaking(released, now, datetime.now(UTC).date())
    broken += [f"{name} is deprecated, but its reason does not begin with Since YYYY-MM-DD:" for name in undated(now)]
    if broken:
        raise BreaksClients(
            "\n".join(broken) + "\nKeep it, deprecate it, and take it away a year after "
            "(docs/reference/compatibility.md)."
        )
    click.echo(f"Nothing that {_RELEASED} answers is broken.")
