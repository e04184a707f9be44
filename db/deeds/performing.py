"""A deed from commission to answer: one transaction that does it and logs it, or undoes it and logs the refusal.

Whoever is nobody in particular is refused before anything is written, so that strangers cannot fill the log.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.declaring import Deed, check_texts
from auktor.core.deeds.errors import NotSignedIn, remedy_of
from auktor.core.deeds.permission import require_role, require_somebody
from auktor.core.errors import AuktorError, Refused
from db import audit as log
from db.deeds import answers, preparations
from db.deeds.doing import Changed, Doing
from db.deeds.refusals import refusal_of
from db.engine import Database
from db.visibility import Viewer
from db.write import RevisionStamp, begin, hold

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Commission:
    """What is asked for: a deed with its whole input, or the number of a preparation that holds it.

    `prepares` keeps the input for another to decide. `on` is the day of a decision.
    """

    deed: Deed
    viewer: Viewer
    on: date
    order: Any = None
    preparation: int | None = None
    prepares: bool = False
    client_mutation_id: str | None = None
    expected_version: int | None = None
    reason: str | None = None
    request_id: str | None = None

    @property
    def name(self) -> str:
        """What is done, as the log calls it."""
        return self.deed.prepared_as or self.deed.name if self.prepares else self.deed.name

    @property
    def content(self) -> dict[str, Any]:
        """The input as plain JSON."""
        told: dict[str, Any] = {} if self.order is None else msgspec.to_builtins(self.order)
        return told if self.preparation is None else {"preparation": self.preparation, "on": self.on.isoformat()}

    @property
    def digest(self) -> str:
        """SHA-256 of what is asked, so that one id cannot be used for two things."""
        whole = {"deed": self.name, "input": self.content, "expected": self.expected_version, "reason": self.reason}
        return sha256(msgspec.json.encode(whole, order="deterministic")).hexdigest()


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that was done: the object it answers with, on the day its new description begins."""

    table: str
    key: str
    on: date
    revision: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deed that was prepared for another to decide."""

    number: int
    revision: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A deed that was not done, and why. The versions are given where somebody recorded a newer one."""

    code: str
    message: str
    remedy: str
    path: str = ""
    expected_version: int | None = None
    found_version: int | None = None


Outcome = Done | Prepared | Refusal
Came = TypeVar("Came")


async def perform(database: Database, commission: Commission) -> Outcome:
    """Do a deed, or tell why not; the same `client_mutation_id` of the same person is answered alike, once done."""
    return await attempt(database, commission, lambda connection: _answered_once(connection, commission))


async def attempt(
    database: Database, commission: Commission, work: Callable[[AsyncConnection], Awaitable[Came]]
) -> Came | Refusal:
    """Have `work` done in one transaction, or undone where it is refused, and the refusal logged and remembered."""
    try:
        require_somebody(commission.viewer.role, commission.deed, prepares=commission.prepares)
    except NotSignedIn as error:
        _log.warning("%s was asked for without a token (request %s).", commission.name, commission.request_id)
        return refusal_from(error)
    async with database.writing() as connection:
        await hold(connection)
        try:
            async with connection.begin_nested():
                return await work(connection)
        except Refused as error:
            refusal = refusal_from(error)
        except DBAPIError as error:
            refusal = refusal_from(refusal_of(error))
        await _log_refused(connection, commission, refusal)
    return refusal


async def _answered_once(connection: AsyncConnection, commission: Commission) -> Outcome:
    require_role(commission.deed, commission.viewer.role, prepares=commission.prepares)
    earlier = await answers.find(connection, commission.viewer, commission.client_mutation_id, commission.digest)
    if earlier is not None:
        return msgspec.convert(earlier["outcome"], _OUTCOMES[earlier["kind"]])
    if commission.order is not None:
        check_texts(commission.order)
    stamp = await begin(connection)
    outcome = await (_prepare if commission.prepares else _do)(connection, commission, stamp)
    await keep(connection, commission, outcome)
    return outcome


async def _do(connection: AsyncConnection, commission: Commission, stamp: RevisionStamp) -> Done:
    doing, changed = await _done(connection, commission, stamp)
    if commission.preparation is not None:
        await preparations.decided(connection, stamp, commission.preparation, _asker(commission))
    await log.audit(connection, _deed(commission, doing, changed), stamp)
    return Done(str(changed.model.noun.table), changed.key, changed.on, stamp.number)


async def _prepare(connection: AsyncConnection, commission: Commission, stamp: RevisionStamp) -> Prepared:
    """Rehearse the deed, so that nothing impossible is prepared; then undo it and keep what was asked."""
    async with connection.begin_nested() as rehearsal:
        await _done(connection, commission, stamp)
        await rehearsal.rollback()
    viewer = commission.viewer
    number = await preparations.keep(connection, stamp, commission.deed, commission.content, viewer)
    entry = _deed(commission, None, None, subject=f"preparation:{number}")
    await log.audit(connection, entry, stamp)
    return Prepared(number, stamp.number)


async def _done(connection: AsyncConnection, commission: Commission, stamp: RevisionStamp) -> tuple[Doing, Changed]:
    """Do what the table names, and have the database check what it else would at the end."""
    deed, order, prepared_by = commission.deed, commission.order, None
    if commission.preparation is not None:
        found = await preparations.find(connection, deed, commission.preparation, commission.viewer)
        order, prepared_by = msgspec.convert(found.content, deed.order), found.prepared_by
    doing = Doing(connection, stamp, deed, commission.viewer, commission.on, prepared_by, commission.expected_version)
    from db.deeds.doers import DOERS  # noqa: PLC0415 -- most processes never do one, and it brings the loader along

    changed = await DOERS[deed.name](doing, order)
    await connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    await connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    return doing, changed


async def _log_refused(connection: AsyncConnection, commission: Commission, refusal: Refusal) -> None:
    """Log the attempt, which has been undone to where the transaction began, and remember the answer."""
    await log.audit(connection, _deed(commission, None, None, refused=refusal.code))
    await keep(connection, commission, refusal)


def refusal_from(error: AuktorError) -> Refusal:
    """An error as the answer to a deed."""
    remedy = remedy_of(error)
    told = error.message.removesuffix(remedy).strip() or error.message
    versions = {f"{name}_version": error.values.get(name) for name in ("expected", "found")}
    numbers = {name: value for name, value in versions.items() if isinstance(value, int)}
    path = getattr(error, "path", "")
    return Refusal(error.code, told, remedy, path if isinstance(path, str) else "", **numbers)


def _deed(
    commission: Commission,
    doing: Doing | None,
    changed: Changed | None,
    *,
    subject: str | None = None,
    refused: str | None = None,
) -> log.Deed:
    """What the log says of it: of a deed what stood before and after, of a preparation or a refusal what was asked."""
    after = commission.content if doing is None else doing.after
    return log.Deed(
        actor=_asker(commission),
        role=str(commission.viewer.role),
        deed=commission.name,
        subject=f"{changed.model.noun.table}:{changed.key}" if changed else subject,
        refused=refused,
        before=doing.before if doing else None,
        after=after | ({"emergency": True} if commission.deed.is_emergency else {}),
        reason=commission.reason,
        request_id=commission.request_id,
    )


def logged(commission: Commission) -> log.Deed:
    """What the log says of a deed before anything is done."""
    return _deed(commission, None, None)


def _asker(commission: Commission) -> str:
    return commission.viewer.subject or str(commission.viewer.role)


_OUTCOMES: dict[str, type[Outcome]] = {each.__name__: each for each in (Done, Prepared, Refusal)}


async def keep(connection: AsyncConnection, commission: Commission, outcome: object) -> None:
    """Remember what came of a deed for whoever sends its id again."""
    told = {"kind": type(outcome).__name__, "outcome": msgspec.to_builtins(outcome)}
    await answers.keep(connection, commission.viewer, commission.client_mutation_id, commission.digest, told)
