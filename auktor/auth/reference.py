"""The page that tells who may see what, written from the roles and the rules themselves."""

from auktor.core.roles import Role
from db.visibility import RULES, Rule

_NONE = "–"


def roles_reference() -> str:
    """The reference page of the roles, in Markdown."""
    roles = [f"| `{role}` | {role.sv} | {role.en} | {_bound(role)} |" for role in Role]
    rules = [_row(name, rule) for name, rule in RULES.items()]
    return "\n".join([_ROLES, *roles, _RULES, *rules, _TOKENS])


def _bound(role: Role) -> str:
    return f"one {role.bound_to.replace('_', ' ')}" if role.bound_to else _NONE


def _row(name: str, rule: Rule) -> str:
    shown = [_shown(rule, role) for role in Role if role is not Role.ANONYMOUS]
    return f"| `{name}` | {' | '.join(shown)} |"


def _shown(rule: Rule, role: Role) -> str:
    if role in rule.all_rows:
        return "all"
    if role in rule.some_rows:
        return rule.some_rows[role].said
    if role in rule.own_rows:
        return rule.own_rows[role].said
    if role not in rule.own:
        return rule.open_rows.said if rule.open_rows else _NONE
    return f"own, once `{rule.own_once}` is known" if rule.own_once else "own"


_ROLES = """# Roles

<!-- Written by `make generate` from the model; change it there. -->

Without a token everybody is the anonymous reader, who sees all that is open. A role is given by an access token and
adds to that what the law lets its bearer see.

| role | Swedish | English | bound to |
|---|---|---|---|"""

_RULES = f"""
## Who sees what is withheld

All other nouns and facts are open to everybody. *Own* are the rows whose links lead to the organisation that the role
is bound to, in the version asked for and in what the register holds now. A fact (`supplier.relied_capacity`) that a
viewer may not see is null. The rules stand in `db/visibility.py` and are part of every query.

| noun or fact | {" | ".join(f"`{role}`" for role in Role if role is not Role.ANONYMOUS)} |
|---|{"---|" * (len(Role) - 1)}"""

_TOKENS = """
## Tokens

Send `Authorization: Bearer <token>`. A token is a signed JWT (ES256, EdDSA or RS256) of the OpenID provider that
`AUKTOR_OIDC_ISSUER` names, made for `AUKTOR_OIDC_AUDIENCE`, with `iss`, `aud`, `exp` and `sub`. A person's client and a
program with client credentials use it alike. It gives exactly one role, in the claim that `AUKTOR_OIDC_ROLES_CLAIM`
names; names that are not ours are passed over where one is. `agency` and `supplier` also need the key of their
organisation (`skatteverket`) in the claim that `AUKTOR_OIDC_ORGANISATION_CLAIM` names. `AUKTOR_OIDC_ROLE_NAMES` says
what the provider calls our roles.

| answer | code | when |
|---|---|---|
| 401 | `UNAUTHENTICATED` | the token is not its issuer's, not for us, has ended, or can be read in two ways |
| 403 | `NO_ROLE`, `UNKNOWN_ROLE`, `SEVERAL_ROLES` | the token gives no role, none of ours, or several |
| 403 | `NO_ORGANISATION` | the role is bound, and the token names no organisation |
| 503 | `ISSUER_UNAVAILABLE` | the provider is silent and its keys are too old; try again in 10 s |

The provider's keys are read again every 30 seconds while tokens arrive, at once for a key that is not known, and never
twice in 10 seconds. While the provider is silent they are used to the end of the time it gave them (`max-age`; an hour
where it gives none, at least a minute, at most a day).

## On your own machine

`auktor token --role agency --organisation umea-kommun` prints a token of the local issuer. Its key is made in the home
(`token-key.json`), readable by its owner only. With `AUKTOR_MODE=production` there is no local issuer, and its tokens
are refused.
"""
