"""What can be followed: each thing that happens in the register, as an answer of its own."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from auktor.core.errors import Unavailable
from db.following import Followers, Log
from schema.context import Info
from schema.keeping import Change, Edition, change_of, edition_of
from schema.scalars import Count

AfterSequence = Annotated[
    Count | None,
    strawberry.argument(description="The last sequence number already read; null for what happens from now on."),
]
AfterNumber = Annotated[
    int | None,
    strawberry.argument(description="The last edition already known; null for those that come from now on."),
]


class NothingToFollow(Unavailable):
    """A subscription where nobody follows the register: inside the program itself."""

    code = "NOTHING_TO_FOLLOW"


@strawberry.type(description="What happens in the register, as it happens: every event once and in order.")
class Subscription:
    """The things to follow."""

    @strawberry.subscription(
        description="Every change of the register that the viewer may know of (ändring), after a number or from now on."
    )
    async def register_changed(self, info: Info, after_sequence: AfterSequence = None) -> AsyncGenerator[Change, None]:
        """The outbox."""
        after = info.context.resume_after if info.context.resume_after is not None else after_sequence
        async with aclosing(_followers(info).follow(Log.CHANGES, info.context.viewer, after)) as rows:
            async for row in rows:
                yield change_of(row)

    @strawberry.subscription(
        description=(
            "Every edition of the open data (utgåva) once it is issued, after a number or from now on. "
            "`/opendata/current.json` names it as soon as its files are in place."
        )
    )
    async def edition_published(self, info: Info, after_number: AfterNumber = None) -> AsyncGenerator[Edition, None]:
        """The ledger of editions."""
        after = info.context.resume_after if info.context.resume_after is not None else after_number
        async with aclosing(_followers(info).follow(Log.EDITIONS, info.context.viewer, after)) as rows:
            async for row in rows:
                yield edition_of(row)


def _followers(info: Info) -> Followers:
    if info.context.followers is None:
        raise NothingToFollow("Nothing can be followed here. Ask `changes` and `editions` instead.")
    return info.context.followers
