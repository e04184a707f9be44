"""`auktor schema`: what the API answers, in the schema language of GraphQL."""

import difflib
from pathlib import Path

import click

from auktor.core.errors import Refused
from schema.schema import SCHEMA

FILE = Path("schema/schema.graphql")


class SchemaDiffers(Refused):
    """The committed schema is not the one the program answers by."""

    code = "SCHEMA_DIFFERS"


@click.command(epilog="Example: auktor schema > schema.graphql")
@click.option("--check", is_flag=True, help=f"Compare with {FILE} and fail where they differ.")
@click.option("--write", is_flag=True, help=f"Write {FILE}.")
def command(*, check: bool, write: bool) -> None:
    """Print the schema of the API."""
    if check:
        _compare(FILE)
    elif write:
        _write(FILE)
    else:
        click.echo(SCHEMA.as_str())


def _write(file: Path) -> None:
    file.write_text(SCHEMA.as_str() + "\n", "utf-8")
    click.echo(f"Wrote {file}.")


def _compare(file: Path) -> None:
    committed = file.read_text("utf-8").splitlines()
    differences = list(
        difflib.unified_diff(committed, SCHEMA.as_str().splitlines(), str(file), "the program", n=1, lineterm="")
    )
    if differences:
        click.echo("\n".join(differences), err=True)
        raise SchemaDiffers(f"{file} is not what the program answers by. Run make generate, and look at what changed.")
    click.echo(f"{file} is up to date.")
