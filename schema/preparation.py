"""What one person prepared for another to decide."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
import strawberry
from strawberry.utils.str_converters import to_camel_case

from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.core.deeds.table import DEEDS
from db.deeds.preparations import Kept, all_kept, kept
from db.visibility import Viewer
from resolvers.reading import Row
from schema.declarations import Argument
from schema.kept import KeptList


@strawberry.type(description="A deed that one person prepared and another decides (beredning).")
class Preparation:
    """A preparation, for case officers and decision makers; of editions, for publishers; its own, for an agency."""

    id: strawberry.ID = strawberry.field(description="Id of the preparation, which the decision names.")
    deed: str = strawberry.field(description="The mutation that decides it.")
    content: str = strawberry.field(description="What was prepared, whole, as JSON.")
    prepared_by: str = strawberry.field(description="Who prepared it (berett av).")
    prepared_at: datetime = strawberry.field(description="When it was prepared.")
    is_decided: bool = strawberry.field(description="Whether it has been decided.")
    decided_by: str | None = strawberry.field(
        description="Who decided it (beslutat av); null while it waits, and for an agency."
    )

    @classmethod
    def of(cls, kept: Kept) -> "Preparation":
        """As the register keeps it."""
        return cls(
            id=strawberry.ID(f"Preparation:{kept.number}"),
            deed=to_camel_case(kept.deed),
            content=kept.content,
            prepared_by=kept.prepared_by,
            prepared_at=kept.at,
            is_decided=kept.is_decided,
            decided_by=kept.decided_by,
        )


SAID = {
    "number": "Number of the preparation",
    "deed": "The mutation that decides it",
    "prepared_by": "Who prepared it",
    "role": "In what role",
    "at": "When it was prepared",
    "is_decided": "Whether it has been decided",
    "decided_by": "Who decided it",
}
IS_DECIDED = Argument("is_decided", bool | None, False, "Null for all; those that wait where nothing is said.")  # noqa: FBT003 -- a default
_MUTATIONS = {name: to_camel_case(name) for name in (*DEEDS, PUBLISH_EDITION.name)}


def _prepared(viewer: Viewer, *, is_decided: bool | None) -> sa.Select[Any]:
    """What was prepared, for a viewer who may see it; a deed by the name of its mutation."""
    found = all_kept(viewer, is_decided=is_decided).subquery()
    others = [each for each in found.c if each.name != "deed"]
    deed = sa.case(_MUTATIONS, value=found.c.deed, else_=found.c.deed).label("deed")
    return sa.select(*others, deed)


def _preparation(row: Row) -> Preparation:
    return Preparation.of(kept(row))


PREPARATIONS = KeptList(Preparation, "preparations", _prepared, SAID, "number", _preparation, (IS_DECIDED,))
"""What was prepared: empty for a viewer who may not see it."""
