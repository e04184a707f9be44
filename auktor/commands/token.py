"""`auktor token`: an access token of the local issuer, for trying what each role may do."""

import click

from auktor.auth import local_issuer
from auktor.commands.options import begin, user
from auktor.core.roles import OWN_NAMES

_ROLE = click.Choice(list(OWN_NAMES))


@click.command(epilog='Example: curl -H "Authorization: Bearer $(auktor token --role auditor)" …/graphql')
@click.option("--role", type=_ROLE, required=True, help="The role the token gives.")
@click.option(
    "--organisation", metavar="KEY", help="The public actor or supplier that agency and supplier are bound to."
)
@click.option("--subject", metavar="NAME", help="Who acts, as the audit log writes it; without it, your user name.")
@click.option("--hours", type=click.IntRange(1, 24), default=8, show_default=True, help="How long it holds.")
def command(role: str, organisation: str | None, subject: str | None, hours: int) -> None:
    """Print an access token for this machine's register; refused in production.

    The key that signs it is made in the home at the first use, readable by its owner only.
    """
    issuer = local_issuer(begin())
    click.echo(issuer.issue(OWN_NAMES[role], organisation, subject or user(), seconds=hours * 3600))
