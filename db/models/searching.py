"""What objects are found by: the words and numbers of each version, kept by the database when it is recorded."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import SQLModel

from db.models.keeping import said


class SearchWords(SQLModel, table=True):
    """One version of a noun that can be searched for; beside the noun, so that its own rows stay small.

    The weights of `words` tell where a word stands: A in a name, B in a name without å, ä and ö, C in a text or as the
    stem of a word in Swedish or English, D within a word of a name.
    """

    __tablename__ = "search_words"  # pyright: ignore[reportAssignmentType] -- as sqlmodel documents it

    noun: str = said("Table of the noun.", sa.Text, primary_key=True)
    version: int = said("The version.", sa.BigInteger, primary_key=True)
    heading: str = said("The name in Swedish alphabetical order.", sa.Text(collation="C"))
    numbers: list[str] = said("Its numbers and designations, letters and digits alone.", sa.ARRAY(sa.Text))
    words: str = said("Its words, weighted by where they stand.", TSVECTOR)

    __table_args__ = (
        sa.Index("search_words_by_word", "words", "numbers", postgresql_using="gin"),
        {"comment": "Words and numbers by which suppliers, services, public actors and regulations are found."},
    )
