"""The page of deeds, written from the table of deeds and the life cycles."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from auktor.core.deeds.declaring import Deed, meaning_of
from auktor.core.deeds.table import DEEDS, WHO
from auktor.core.lifecycles import LIFE_CYCLES, LifeCycle, mermaid
from auktor.core.roles import Role
from auktor.core.vocabulary import Language

_HEAD = """# Deeds

<!-- Written by `make generate` from the model; change it there. -->

A deed is a way the register changes. Each is a row of the table in `auktor/core/deeds/table`: its input, who may do
it, and by what law. It is done in one transaction, with its entry in the audit log, or refused with nothing recorded
but the attempt. [A year in the register](a-year-in-the-register.md) shows them at work.

- **Input.** One `input`. `clientMutationId`: the same id of the same person is answered alike and done once.
  `expectedVersion`: the `version` you have read; where somebody recorded a newer one, the answer is a `VersionConflict`
  that names both. `reason` goes into the audit log.
- **Answer.** The changed object, or a `DeedRefused` with `code`, `message`, `remedy` and `path`.
- **Four eyes.** Where a deed is decided by another, the first mutation prepares it whole and tries it, without
  recording anything else; the second names the preparation. Who prepared cannot decide. A `correctInEmergency` is done
  alone and marked `isEmergency` in the log.
- **Dates.** A deed may not be dated before the newest description of what it changes. What was recorded wrongly is
  corrected, which adds a version; what was known before stays known as it was.

## Lists to work from

Each is a connection with `filter` and `orderBy`. What a viewer may not see is not in the list, its count or its filter.

| what waits | asked as |
|---|---|
| applications, oldest first | `applications(filter: {status: {in: [RECEIVED, UNDER_REVIEW, SUPPLEMENT_REQUESTED]}})` |
| decisions not yet served | `decisions(filter: {servedOn: {isNull: true}})` |
| preparations to decide | `preparations(filter: {preparedBy: {ne: "…"}})` |
| agreements an agency has signed and the authority has not | `preparations`, by the agency |
| court cases without an outcome | `rectificationCases(filter: {outcome: {isNull: true}})` |
| findings to be remedied | `reviewFindings(filter: {remediedOn: {isNull: true}}, orderBy: [{field: DEADLINE}])` |
| agreements that end soon | `supplierAgreements(filter: {endsOn: {gte: "…", lt: "…"}}, orderBy: [{field: ENDS_ON}])` |
| exemptions that run out | `exemptions(filter: {exemptUntil: {gte: "…", lt: "…"}}, orderBy: [{field: EXEMPT_UNTIL}])` |
| drafts under way | `regulations(filter: {status: {in: [CIRCULATED, NOTIFIED_TO_EU]}}, orderBy: [{field: TITLE}])` |
| regulations soon in force | `regulations(filter: {inForceFrom: {gt: "…"}}, orderBy: [{field: IN_FORCE_FROM}])` |
| participants of older schemes that have not moved | `legacyConnections(filter: {disconnectedOn: {isNull: true}})` |
| what was tried and refused | `auditEntries(filter: {refused: {isNull: false}})`, for auditors |
"""


def page() -> str:
    """Every deed with its roles, law and input, and every life cycle as a diagram."""
    deeds = [line for deed in DEEDS.values() for line in _deed(deed)]
    cycles = [
        line
        for cycle in LIFE_CYCLES
        for line in (
            "",
            f"### {cycle.name.capitalize()}",
            "",
            "```mermaid",
            mermaid(cycle, Language.EN) + "```",
            "",
            *_table(cycle),
        )
    ]
    return "\n".join([_HEAD, "## Every deed", *deeds, "", "## Life cycles", *cycles, ""])


def _table(cycle: LifeCycle[Any]) -> Iterator[str]:
    """Every step with its law, who may take it, what must be true and what follows."""
    yield "| step | leads | source | by | roles | must be true | follows |"
    yield "|---|---|---|---|---|---|---|"
    for step in cycle.transitions:
        by = ", ".join(f"`{api_name(name)}`" for name in step.done_by) or "the day itself"
        roles = _roles(frozenset(role for name in step.done_by for role in WHO[name]))
        leads = f"{step.source.en} → {step.target.en}"
        yield f"| {step.deed} | {leads} | {step.legal_source} | {by} | {roles} | {step.requires} | {step.follows} |"


def _deed(deed: Deed) -> Iterator[str]:
    name = f"`{api_name(deed.name)}`"
    yield from ("", f"### {name}", "")
    yield f"{deed.en} ({deed.sv}). Source: {deed.law}. Roles: {_roles(deed.who)}."
    if deed.prepared_as:
        prepared = api_name(deed.prepared_as)
        yield f"Prepared as `{prepared}` by {_roles(deed.prepared_by)}; decided by another person."
    yield from ("", "| field | meaning | Swedish |", "|---|---|---|")
    for each in fields(deed.order):
        meaning = meaning_of(each)
        yield f"| `{api_name(each.name)}` | {meaning.en} | {meaning.sv} |"


def api_name(name: str) -> str:
    """A name as the API spells it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _roles(roles: frozenset[Role]) -> str:
    return ", ".join(f"`{role}`" for role in sorted(roles, key=str))
