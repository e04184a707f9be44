"""`auktor schema`: what the API answers, in the schema language of GraphQL."""

from pathlib import Path

import click

from auktor.commands.generate import compare, write
from schema.schema import sdl

_FILE = Path("schema/schema.graphql")


@click.command(epilog="Example: auktor schema > schema.graphql")
@click.option("--check", is_flag=True, help=f"Compare with {_FILE} and fail where they differ.")
@click.option("--write", "rewrite", is_flag=True, help=f"Write {_FILE}.")
def command(*, check: bool, rewrite: bool) -> None:
    """Print the schema of the API."""
    if check:
        compare({_FILE: sdl})
    elif rewrite:
        write({_FILE: sdl})
    else:
        click.echo(sdl(), nl=False)
