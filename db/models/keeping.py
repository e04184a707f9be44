"""What the register keeps about itself: revision, changes, audit and editions; and the monthly volumes."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from auktor.core.vocabulary import ChangeKind, FeeItem, ProvenanceKind, VolumeStatus
from db.facts import TermType, as_stored, fact, link

MOMENT = sa.TIMESTAMP(timezone=True)


def said(comment: str, kind: Any, **options: Any) -> Any:  # noqa: ANN401 -- becomes the declared type, as sqlmodel.Field does
    """Declare a column that is no fact of the register but a note about it; the comment says what it holds."""
    return Field(sa_type=kind, sa_column_kwargs={"comment": comment}, **options)


def numbered(comment: str) -> Any:  # noqa: ANN401 -- as said()
    """Declare a row number that the database gives, ever rising."""
    return said(comment, sa.BigInteger, default=None, primary_key=True, sa_column_args=(sa.Identity(always=True),))


class Revision(SQLModel, table=True):
    """The one row every writing transaction takes first: number and time of the register's newest state."""

    one: bool = said("Always true: there is one row.", sa.Boolean, primary_key=True)
    number: int = said("Number of the newest committed write.", sa.BigInteger)
    recorded_at: datetime = said("When it was recorded; strictly increasing.", MOMENT)
    opened_in: int = said("Number of the transaction that opened it.", sa.BigInteger)

    __table_args__ = (sa.CheckConstraint("one", "there_is_one_row"), {"comment": "The register's newest revision."})


class Change(SQLModel, table=True):
    """The outbox: one row an object a revision touched, in the order of commits."""

    sequence: int | None = numbered("Number of the change; rises in the order of commits.")
    revision: int = said("The revision that made it.", sa.BigInteger)
    recorded_at: datetime = said("When it was recorded.", MOMENT)
    kind: str = said("Table of the object.", sa.Text)
    key: str = said("Key of the object.", sa.Text)
    change: ChangeKind = said("Whether the object was added, changed or removed.", TermType(ChangeKind))
    public: bool = said("Whether the object is of an open noun.", sa.Boolean)

    __table_args__ = (
        sa.Index("change_by_revision", "revision"),
        {"comment": "Every change of the register, for those who follow it."},
    )


class AuditEntry(SQLModel, table=True):
    """One deed: who did what to what, why and when; chained by hash, never changed."""

    __tablename__ = "audit_entry"  # pyright: ignore[reportAssignmentType] -- as sqlmodel documents it

    sequence: int | None = numbered("Number of the entry.")
    at: datetime = said("When the deed was recorded.", MOMENT)
    revision: int | None = said("The revision it made; empty where it was refused.", sa.BigInteger, nullable=True)
    actor: str = said("Who: subject of the token, or the command's user.", sa.Text)
    role: str = said("In what role.", sa.Text)
    deed: str = said("What was done.", sa.Text)
    subject: str | None = said("To what: kind and key.", sa.Text, nullable=True)
    refused: str | None = said("Code of the refusal, where it was refused.", sa.Text, nullable=True)
    before: dict[str, Any] | None = said("What stood before.", JSONB, nullable=True)
    after: dict[str, Any] | None = said("What stands after.", JSONB, nullable=True)
    reason: str | None = said("Why.", sa.Text, nullable=True)
    request_id: str | None = said("The request it came with.", sa.Text, nullable=True)
    previous_hash: str = said("Hash of the entry before, lower-case hex.", sa.Text)
    hash: str = said("SHA-256 over this entry and the previous hash, lower-case hex.", sa.Text)

    __table_args__ = (
        sa.UniqueConstraint("hash"),
        sa.UniqueConstraint("previous_hash"),
        {"comment": "Every deed, refused ones included."},
    )


class Edition(SQLModel, table=True):
    """One published edition: what it was built from, and the hash by which it is known."""

    number: int = said(
        "Number of the edition; rises by one, never reused.",
        sa.BigInteger,
        primary_key=True,
        sa_column_args=(sa.Identity(always=False),),
    )
    previous_sha256: str | None = said("Hash of the previous edition's manifest.", sa.Text, nullable=True)
    manifest_sha256: str = said("Hash of the manifest's bytes, lower-case hex.", sa.Text)
    content_sha256: str = said("Hash of the facts alone: equal when nothing changed.", sa.Text)
    as_of: date = said("The day the edition describes.", sa.Date)
    known_at: datetime = said("What the register knew then is what it holds.", MOMENT)
    issued: datetime = said("When it was issued.", MOMENT)
    next_update: datetime = said("When the next edition is due at the latest.", MOMENT)
    revision: int = said("The revision it was built from.", sa.BigInteger)
    publisher: dict[str, Any] = said("Who published it, and at which addresses.", JSONB)
    schema_version: str = said("Version of the published columns.", sa.Text)
    files: list[dict[str, Any]] = said("Path, bytes, sha256, media type and rows of every file.", JSONB)
    signature: str | None = said("Detached signature of its manifest, where it was signed.", sa.Text, nullable=True)
    list_signature: str | None = said(
        "Detached signature of its list of trusted entities, where it was signed.", sa.Text, nullable=True
    )

    __table_args__ = (
        sa.CheckConstraint("number > 0", "number_is_positive"),
        {"comment": "Every edition ever published."},
    )


class EditionRedaction(SQLModel, table=True):
    """One edition that was withdrawn: its files are gone, its manifest stays in the chain."""

    __tablename__ = "edition_redaction"  # pyright: ignore[reportAssignmentType] -- as audit_entry

    edition: int = said(
        "Number of the edition.", sa.BigInteger, primary_key=True, sa_column_args=(sa.ForeignKey("edition.number"),)
    )
    reason: str = said("Why, in words for the public.", sa.Text)
    redacted: datetime = said("When it was withdrawn.", MOMENT)

    __table_args__ = ({"comment": "Editions that were withdrawn, and why."},)


class MonthlyVolume(SQLModel, table=True):
    """How much one public actor used one service in one month; internal, published only in sums.

    Plain keys and no exclusion constraint: the month is the valid period, and millions of rows are copied in.
    """

    __tablename__ = "monthly_volume"  # pyright: ignore[reportAssignmentType] -- as audit_entry

    version: int | None = numbered("Number of this version.")
    actor_id: int = link("public_actor", "Offentlig aktör", "The public actor", withheld=True)
    service_id: int = link("service", "Tjänst", "The service")
    item: FeeItem = fact("Prestation", "What is counted")
    month: date = fact("Månad", "First day of the month", unit="date")
    quantity: int = fact("Antal", "How many", unit="completed transactions or messages")
    status: VolumeStatus = fact("Status", "Preliminary or final")
    recorded_from: datetime = said("When the register came to hold this version.", MOMENT)
    recorded_to: datetime | None = said("When a correction replaced it.", MOMENT, nullable=True)
    revision: int = said("The revision that recorded it.", sa.BigInteger)
    provenance: ProvenanceKind = fact("Hur säker uppgiften är", "How sure it is")
    reference: str = fact("Var uppgiften hämtats", "Where it was found")

    __table_args__ = (
        sa.CheckConstraint("quantity >= 0", "quantity_is_not_negative"),
        sa.CheckConstraint("extract(day from month) = 1", "month_is_its_first_day"),
        sa.CheckConstraint("recorded_from < recorded_to", "recorded_period_begins_first"),
        sa.Index(
            "monthly_volume_one_at_a_time",
            "actor_id",
            "service_id",
            "item",
            "month",
            unique=True,
            postgresql_where=sa.text("recorded_to IS NULL"),
        ),
        sa.Index("monthly_volume_by_month", "month", "service_id"),
        {"comment": "Monthly volumes (månadsvolymer) by public actor, service and item. Source: avtal."},
    )


as_stored(MonthlyVolume)
