"""How a deed is declared: what it is asked with, who may do it, by what law, and which object it changes.

The input of a deed is a frozen dataclass whose fields say what they mean; the API's input, the audit log and what a
preparation keeps are all made from it.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from typing import Any, TypeVar, cast, dataclass_transform

from auktor.core.deeds.errors import BadText
from auktor.core.roles import Role

MOST_CHARACTERS = 10_000
ANY_OBJECT = "any"
"""What a deed changes that may change an object of any kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one field of an input means, in English with the Swedish term; `refers_to` names the table of a key."""

    en: str
    sv: str
    refers_to: str | None = None
    is_organisation_number: bool = False

    @property
    def description(self) -> str:
        """English, then the Swedish term."""
        return f"{self.en} ({self.sv})."


def asked(en: str, sv: str, *, default: Any = MISSING, is_organisation_number: bool = False) -> Any:  # noqa: ANN401 -- becomes the declared type, as dataclasses.field does
    """Declare a field of an input; one with a default may be left out."""
    meaning = Asked(en, sv, is_organisation_number=is_organisation_number)
    return field(default=default, metadata={"asked": meaning})


def refers(table: str, en: str, sv: str, *, default: Any = MISSING) -> Any:  # noqa: ANN401 -- as asked()
    """Declare a field that names an object of the register by its key."""
    return field(default=default, metadata={"asked": Asked(en, sv, table)})


Order = TypeVar("Order")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(asked, refers))
def order(declared: type[Order]) -> type[Order]:
    """Make a class the input of a deed: frozen, its fields given by name."""
    return dataclass(frozen=True, kw_only=True)(declared)


def meaning_of(declared: Field[Any]) -> Asked:
    """What a field of an input was declared to mean."""
    return cast("Asked", declared.metadata["asked"])


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the table of deeds.

    `changes` is the table of the object it answers with. A deed that is `prepared_as` another is decided by somebody
    else than whoever prepared it; `prepared_by` are the roles that may prepare.
    """

    name: str
    order: type[Any]
    changes: str
    who: frozenset[Role]
    law: str
    en: str
    sv: str
    prepared_as: str | None = None
    prepared_by: frozenset[Role] = frozenset()
    is_emergency: bool = False

    def in_words(self, *, prepares: bool = False) -> str:
        """What it is called to people, after *to*: `decide a circulated draft (besluta föreskrift)`."""
        en = self.en.partition(",")[0]
        deed = f"{en[:1].lower()}{en[1:]}"
        return f"{f'prepare for another to {deed}' if prepares else deed} ({self.sv})"

    @property
    def description(self) -> str:
        """What it does, its Swedish name, its law, and who may."""
        roles = ", ".join(sorted(self.who))
        emergency = " Marked as an emergency in the audit log." if self.is_emergency else ""
        return f"{self.en} ({self.sv}). Source: {self.law}. Roles: {roles}.{emergency}"


def check_texts(given: Any, path: str = "") -> None:  # noqa: ANN401 -- any declared input
    """Refuse texts that are blank or too long, in the input and in whatever it holds."""
    for name, value in _values(given):
        place = f"{path}.{name}" if path else name
        if isinstance(value, str) and not value.strip():
            raise BadText(f"The text of {name} is blank.", remedy="Write it, or leave the field out.", path=place)
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            raise BadText(
                f"The text of {name} has {len(value)} characters.",
                remedy=f"Keep to {MOST_CHARACTERS}, and refer to a document for the rest.",
                path=place,
            )
        if is_dataclass(value):
            check_texts(value, place)
        if isinstance(value, tuple):
            for number, each in enumerate(cast("tuple[object, ...]", value)):
                if is_dataclass(each):
                    check_texts(each, f"{place}.{number}")


def _values(given: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 -- any declared input
    for each in fields(given):
        yield each.name, getattr(given, each.name)
