"""`auktor verify`: whether published files are what was issued, from the files alone."""

from datetime import UTC, datetime
from pathlib import Path

import click

from auktor.commands.options import begin
from publish.manifest import Link
from publish.signing import PublicKey, trusted
from publish.verify import Expected, Verified, remember, remembered, verify


@click.command(epilog="Example: auktor verify http://127.0.0.1:8000/opendata --trust jwks.json")
@click.argument("source", metavar="DIR-OR-URL")
@click.option(
    "--trust",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="JWK",
    help="A file with the public key, or keys, that must have signed.",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the newest edition seen is remembered, so that an older one is noticed the next time.",
)
@click.option("--every-edition", is_flag=True, help="Read the files of older editions too.")
def command(source: str, trust: Path | None, state: Path | None, *, every_edition: bool) -> None:
    """Check published files: the chain of editions, every checksum, and the signatures of a trusted key.

    docs/verify.md has the same check as a script of curl, sha256sum and openssl.
    """
    begin()
    keys: list[PublicKey] = trusted(trust.read_bytes()) if trust else []
    seen = remembered(state) if state else None
    found = verify(source, Expected(datetime.now(UTC), keys, seen, every_edition=every_edition))
    if state:
        remember(state, Link(found.number, found.sha256))
    click.echo(_told(found))


def _told(found: Verified) -> str:
    signed = f"signed by {found.signed_by}" if found.signed_by else "signatures not checked (--trust JWK checks them)"
    return (
        f"Edition {found.number} is whole: {found.files} files, {found.bytes:,} bytes, {found.editions} in the chain, "
        f"{signed}.\nManifest: {found.sha256}\nIssued {found.issued}, next by {found.next_update}"
    ) + "".join(f"\nEdition {number} is withdrawn: {reason}" for number, reason in sorted(found.redacted.items()))
