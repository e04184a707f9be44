"""What the register keeps about deeds under way: what was prepared for another to decide, and what was answered."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import SQLModel

from db.models.keeping import MOMENT, numbered, said


class Preparation(SQLModel, table=True):
    """A deed that one person has prepared, whole, for another to decide."""

    number: int | None = numbered("Number of the preparation.")
    at: datetime = said("When it was prepared.", MOMENT)
    revision: int = said("The revision that recorded it.", sa.BigInteger)
    deed: str = said("The deed that is prepared.", sa.Text)
    content: dict[str, Any] = said("The whole input of the deed.", JSONB)
    prepared_by: str = said("Who prepared it: subject of the token.", sa.Text)
    role: str = said("In what role.", sa.Text)

    __table_args__ = ({"comment": "Deeds prepared by one person for another to decide."},)


class PreparationDecided(SQLModel, table=True):
    """That a preparation was decided: once, and by whom."""

    __tablename__ = "preparation_decided"  # pyright: ignore[reportAssignmentType] -- as sqlmodel documents it

    preparation: int = said(
        "The preparation.",
        sa.BigInteger,
        primary_key=True,
        sa_column_args=(sa.ForeignKey("preparation.number"),),
    )
    revision: int = said("The revision that did the deed.", sa.BigInteger)
    decided_by: str = said("Who decided: subject of the token.", sa.Text)

    __table_args__ = ({"comment": "Preparations that have been decided."},)


class DeedAnswer(SQLModel, table=True):
    """What somebody was answered for a `clientMutationId`: the same again, however often it is sent."""

    __tablename__ = "deed_answer"  # pyright: ignore[reportAssignmentType] -- as above

    asker: str = said("Who asked: issuer's subject of the token.", sa.Text, primary_key=True)
    client_mutation_id: str = said("The id the asker chose.", sa.Text, primary_key=True)
    at: datetime = said("When it was answered.", MOMENT)
    asked_sha256: str = said("SHA-256 of deed and input, lower-case hex.", sa.Text)
    answer: dict[str, Any] = said("The answer: the object changed, or the refusal.", JSONB)

    __table_args__ = ({"comment": "Answers given to deeds that carried an id of their own."},)
