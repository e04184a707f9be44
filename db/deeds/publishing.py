"""An edition published on request: allowed, then issued by whoever is handed in, then noted.

Issuing takes longer than a deed may hold the register, so it is done between two transactions. A program killed in
between has published: asked again, it answers that nothing was new.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.permission import require_role
from auktor.core.deeds.publishing import PreparationNeeded, PublishEdition
from auktor.core.errors import Refused, Unavailable
from db import audit as log
from db.deeds import answers, preparations
from db.deeds.performing import Came, Commission, Prepared, Refusal, attempt, keep, logged, refusal_from
from db.engine import Database
from db.write import begin


@dataclass(frozen=True, slots=True)
class Issued:
    """The newest edition; not new where the register had nothing to add to it."""

    number: int
    is_new: bool


Issue = Callable[[log.Deed, bool], Awaitable[Issued]]
"""Publishes for a deed as the log tells of it, accepting a drop or not; raises Refused."""


async def prepare_publication(database: Database, commission: Commission) -> Prepared | Refusal:
    """Keep what is asked for another publisher to decide."""

    async def prepare(connection: AsyncConnection) -> Prepared | Refusal:
        require_role(commission.deed, commission.viewer.role, prepares=True)
        earlier = await _answered(connection, commission, Prepared)
        if earlier is not None:
            return earlier
        stamp = await begin(connection)
        viewer = commission.viewer
        number = await preparations.keep(connection, stamp, commission.deed, commission.content, viewer)
        await log.audit(connection, replace(logged(commission), subject=f"preparation:{number}"), stamp)
        prepared = Prepared(number, stamp.number)
        await keep(connection, commission, prepared)
        return prepared

    return await attempt(database, commission, prepare)


async def publish_edition(
    database: Database, commission: Commission, issue: Issue, *, four_eyes: bool
) -> Issued | Refusal:
    """Have an edition published, or tell why not; with `four_eyes` only what another publisher prepared."""

    async def allow(connection: AsyncConnection) -> Issued | Refusal | PublishEdition:
        require_role(commission.deed, commission.viewer.role, prepares=False)
        earlier = await _answered(connection, commission, Issued)
        return earlier or await _asked(connection, commission, four_eyes)

    allowed = await attempt(database, commission, allow)
    if not isinstance(allowed, PublishEdition):
        return allowed
    try:
        issued = await issue(logged(commission), allowed.accept_drop)
    except Refused as error:
        refused = error
        return await attempt(database, commission, lambda _: _refuse(refused))
    except Unavailable as error:  # for the moment: not remembered, so that it may be asked again with the same id
        return refusal_from(error)
    return await attempt(database, commission, lambda connection: _note(connection, commission, issued))


async def _asked(connection: AsyncConnection, commission: Commission, four_eyes: bool) -> PublishEdition:  # noqa: FBT001 -- handed on
    """What is to be published: as another prepared it, or as it is asked for now."""
    if commission.preparation is not None:
        found = await preparations.find(connection, commission.deed, commission.preparation, commission.viewer)
        return msgspec.convert(found.content, PublishEdition)
    if four_eyes:
        raise PreparationNeeded(
            "An edition is published by two: one prepares it and another publishes.",
            remedy="Prepare it with preparePublication and have another publisher name that preparation.",
            path="preparation",
        )
    asked: PublishEdition = commission.order
    return asked


async def _note(connection: AsyncConnection, commission: Commission, issued: Issued) -> Issued:
    """Spend the preparation and remember the answer; the edition's own row in the log was written with it."""
    stamp = None
    if commission.preparation is not None:
        await preparations.find(connection, commission.deed, commission.preparation, commission.viewer)
        stamp = await begin(connection)
        who = commission.viewer.subject or str(commission.viewer.role)
        await preparations.decided(connection, stamp, commission.preparation, who)
    if stamp or not issued.is_new:
        told = logged(commission)
        after = {**(told.after or {}), "is_new": issued.is_new}
        await log.audit(connection, replace(told, subject=f"Edition:{issued.number}", after=after), stamp)
    await keep(connection, commission, issued)
    return issued


async def _answered(connection: AsyncConnection, commission: Commission, kind: type[Came]) -> Came | Refusal | None:
    """What this id was answered before, or None."""
    viewer, given = commission.viewer, commission.client_mutation_id
    earlier = await answers.find(connection, viewer, given, commission.digest)
    if earlier is None:
        return None
    if earlier["kind"] == Refusal.__name__:
        return msgspec.convert(earlier["outcome"], Refusal)
    return msgspec.convert(earlier["outcome"], kind)


async def _refuse(error: Refused) -> Issued:
    raise error
