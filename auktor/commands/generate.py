"""`auktor generate`: every file of the repository that is written from the model, written anew."""

from pathlib import Path

import click

from auktor.commands.schema import write_schema
from auktor.settings import settings_reference

_SETTINGS = Path("docs/reference/settings.md")


@click.command(epilog="Example: auktor generate && git diff")
def command() -> None:
    """Write schema/schema.graphql and the reference pages from the model."""
    write_schema()
    _SETTINGS.parent.mkdir(parents=True, exist_ok=True)
    _SETTINGS.write_text(settings_reference(), "utf-8")
    click.echo(f"Wrote {_SETTINGS}.")
