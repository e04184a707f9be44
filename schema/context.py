"""Who asks, of which database, at what time: what every resolver of one request shares."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy.ext.asyncio import AsyncConnection
from strawberry.dataloader import DataLoader

from auktor.core.moment import Moment
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from db.engine import Database
from db.following import Followers
from db.visibility import ANYONE, Viewer
from schema.limits.allowance import Allowance
from schema.publications import Publications


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A connection that sees one state of the register, for one reader at a time."""

    connection: AsyncConnection
    free: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass
class Context:
    """One request. `now` is fixed when it begins, so that every part of an answer speaks of the same day.

    `today` is the law of that day in Stockholm, as the register knows it now.
    `followers` are those of the process, for subscriptions; `resume_after` is the number of the last event that the
    client has, where it says so outside its question. `publications` is where editions
    are published from here, if they are. `revision_written` is that of the last deed of the request.
    """

    database: Database
    now: datetime
    viewer: Viewer = ANYONE
    language: Language = Language.SV
    request_id: str | None = None
    allowance: Allowance | None = None
    followers: Followers | None = None
    resume_after: int | None = None
    publications: Publications | None = None
    snapshot: Snapshot | None = None
    revision_written: int | None = None
    loaders: dict[Hashable, DataLoader[Any, Any]] = field(default_factory=dict)
    today: Moment = field(init=False)

    def __post_init__(self) -> None:
        self.today = Moment(stockholm_today(self.now))

    def of_the_primary(self) -> "Context":
        """The same, read from the primary, which lacks nothing that was recorded, for as long as it answers."""
        return replace(self, database=self.database.chosen(newest=True))

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection for one batch: that of the snapshot, where all are to be read in one."""
        if self.snapshot is None:
            async with self.database.reading() as connection:
                yield connection
        else:
            async with self.snapshot.free:
                yield self.snapshot.connection

    @asynccontextmanager
    async def one_snapshot(self) -> AsyncGenerator["Context", None]:
        """The same, whose every batch sees the register as it is when the block begins."""
        async with self.database.reading() as connection:
            yield replace(self, snapshot=Snapshot(connection), loaders={})

    def loader(self, name: Hashable, load: Callable[[list[Any]], Awaitable[list[Any]]]) -> DataLoader[Any, Any]:
        """The loader that gathers every ask of the same `name` into one batch; made the first time it is named."""
        if name not in self.loaders:
            self.loaders[name] = DataLoader(load_fn=load)
        return self.loaders[name]


Info = strawberry.Info[Context, None]
