"""`auktor keys`: the keys that sign editions, made and changed."""

import asyncio
from pathlib import Path

import click
import msgspec
from cryptography.hazmat.primitives.serialization import Encoding

from auktor.commands.options import begin, user
from auktor.database import database_of
from auktor.editions import key_file, rotate_key, signing_key
from db import migrate
from publish.signing import SigningKey, make_key


@click.group(epilog="Example: auktor keys new --out signing-key.pem")
def command() -> None:
    """Make and change the keys that sign editions. What is shown is public; the private key is in its file alone."""


@command.command(epilog="Example: auktor keys new --out /etc/auktor/signing-key.pem")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to make; one that is there is never replaced.",
)
def new(out: Path) -> None:
    """Make a key that only its owner may read, and show its public half as a JWK."""
    begin()
    _show(make_key(out), out)


@command.command(epilog="Example: auktor keys rotate")
@click.option("--to", "place", metavar="PLACE", help="Where editions are published; without it, as the settings say.")
def rotate(place: str | None) -> None:
    """Let a new key sign from now on. The old one stays published, so that its editions can be checked for ever.

    The new key takes the place of AUKTOR_SIGNING_KEY or of the home's own; the old private key is kept beside it. The
    audit log tells who did it.
    """
    settings = begin()
    key_file(settings)
    with database_of(settings) as url:
        migrate.upgrade(url)
        key, file, kept = asyncio.run(rotate_key(settings, url, actor=f"auktor keys rotate ({user()})", place=place))
    click.echo(f"The key before is kept in {kept}. Delete it when nothing needs it any more.")
    _show(key, file)


@command.command("request", epilog="Example: auktor keys request > signing-key.csr")
def ask() -> None:
    """Show what a certificate authority is asked with for the key that signs (PKCS 10).

    Put the certificate that comes back, and those above it, behind the key in its file: the list of trusted entities is
    signed with it from then on. Without one the key certifies itself.
    """
    settings = begin()
    click.echo(signing_key(settings).request(settings.publisher).decode(), nl=False)


@command.command(epilog="Example: auktor keys certificate > signing-key.crt")
def certificate() -> None:
    """Show the certificates that the list of trusted entities is signed with, for those who are to trust them."""
    settings = begin()
    for each in signing_key(settings).certificates(settings.publisher):
        click.echo(each.public_bytes(Encoding.PEM).decode(), nl=False)


def _show(key: SigningKey, file: Path) -> None:
    click.echo(f"The private key is in {file}: keep it secret and keep a copy of it.\nIts public half, to be trusted:")
    click.echo(msgspec.json.encode(key.public).decode())
