"""Sums of the monthly volumes, kept by the database in the transaction that writes them."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel

from auktor.core.vocabulary import FeeItem, ProvenanceKind, PublicActorCategory, VolumeStatus
from db.facts import TermType
from db.models.keeping import MOMENT, numbered, said


class VolumeSum(SQLModel, table=True):
    """A ledger: what each revision added to the sums or took from them; what was known at a time is its rows till then.

    A million volumes make some hundred rows, so that a sum over all of them is read in a millisecond or two.
    """

    __tablename__ = "volume_sum"  # pyright: ignore[reportAssignmentType] -- as sqlmodel documents it

    number: int | None = numbered("Number of the row.")
    revision: int = said("The revision that made it.", sa.BigInteger)
    recorded_at: datetime = said("When it was recorded.", MOMENT)
    month: date = said("First day of the month.", sa.Date)
    service_id: int = said("The service.", sa.BigInteger, foreign_key="service_identity.id")
    item: FeeItem = said("What is counted.", TermType(FeeItem))
    status: VolumeStatus = said("Preliminary or final.", TermType(VolumeStatus))
    provenance: ProvenanceKind = said("How sure the volumes are.", TermType(ProvenanceKind))
    category: PublicActorCategory | None = said(
        "Kind of the public actors; empty while the register does not describe them.",
        TermType(PublicActorCategory),
        nullable=True,
    )
    actors: int = said("Public actors more, or fewer.", sa.BigInteger)
    quantity: int = said("Quantity more, or less.", sa.BigInteger)

    __table_args__ = (
        sa.Index("volume_sum_by_month", "month", "service_id"),
        {"comment": "A ledger of sums of monthly volumes, by month, service, item and what is told of them."},
    )


class VolumeCategory(SQLModel, table=True):
    """Under which category the volumes of a public actor are summed now."""

    __tablename__ = "volume_category"  # pyright: ignore[reportAssignmentType] -- as above

    actor_id: int = said("The public actor.", sa.BigInteger, primary_key=True, foreign_key="public_actor_identity.id")
    category: PublicActorCategory | None = said(
        "Its category, by its newest description.", TermType(PublicActorCategory), nullable=True
    )

    __table_args__ = ({"comment": "Under which category the volumes of each public actor are summed now."},)
