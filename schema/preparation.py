"""What one person prepared for another to decide."""

from datetime import datetime

import strawberry
from strawberry.utils.str_converters import to_camel_case

from db import models
from db.deeds.preparations import Kept, all_kept, kept
from db.visibility import visible
from resolvers.keyset import Term
from resolvers.reading import Row
from schema.context import Context
from schema.execution.selected import SelectedPage
from schema.paging import PageArguments, window_of


@strawberry.type(description="A deed that one person prepared and another decides (beredning).")
class Preparation:
    """A preparation, for case officers and decision makers."""

    id: strawberry.ID = strawberry.field(description="Id of the preparation, which the decision names.")
    deed: str = strawberry.field(description="The mutation that decides it.")
    content: str = strawberry.field(description="What was prepared, whole, as JSON.")
    prepared_by: str = strawberry.field(description="Who prepared it (berett av).")
    prepared_at: datetime = strawberry.field(description="When it was prepared.")
    is_decided: bool = strawberry.field(description="Whether it has been decided.")

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
        )


def preparations_page(context: Context, asked: PageArguments, *, is_decided: bool | None) -> SelectedPage:
    """What was prepared, newest first; empty for a viewer who may not see it."""
    source = all_kept(visible(models.Preparation, context.viewer), is_decided=is_decided).subquery("prepared")
    terms = [Term("number", source.c.number, descending=True)]
    return SelectedPage(context, source, terms, window_of(terms, asked), _preparation)


def _preparation(row: Row) -> Preparation:
    return Preparation.of(kept(row))
