"""Answers given from memory where they still stand, and read once where many ask for the same.

An answer is of one revision: where its rows tell it, all of them tell the same; where they do not, it is that which the
register had before it was read and still had afterwards, for in between it can have been no other. One that was read
while the register moved, and does not tell, is read once more, and after that given with the revision of before it was
read: it is no older than that. What the register has left behind meanwhile is not kept.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import date
from typing import NamedTuple

import orjson

from auktor.core.errors import Unavailable
from auktor.core.vocabulary import Language
from auktor.kept.state import StateSource
from auktor.kept.store import KeptAnswer, Stamp, Store
from db.engine import Database
from db.revision import State
from db.visibility import ANYONE, Viewer
from schema.answering import Answer, Executor, Question, Ready, Standing
from schema.context import Context
from schema.limits import Cost

Pay = Callable[[Cost], None]


class KeptAnswers:
    """Answers questions as `executor` does, from `store` where it can. `state_of` a database tells if it has moved.

    `program` is a word for the program that answers, so that another version gives its answers other names.
    """

    def __init__(
        self, executor: Executor, state_of: Callable[[Database], StateSource], store: Store, program: str
    ) -> None:
        self._executor = executor
        self._program = program
        self._flights: dict[str, _Flight] = {}
        self.state_of = state_of
        self.store = store

    async def answer(
        self, question: Question, context: Context, pay: Pay, *, reads_only: bool = True
    ) -> KeptAnswer | Answer:
        """The answer to `question`: a kept one, or one that nobody else shall have. RequestError as from the executor.

        `pay` is called with the cost before the register is read, and not at all where it need not be.
        """
        if self._executor.stands(question).on is Standing.ASKER:
            return await self._read(question, context, pay, reads_only=reads_only)
        try:
            name = self.name_of(question, context.viewer, context.language)
            source = self.state_of(context.database)
            state = source.known or self.state_for(name, source, context.today.as_of)
            state = state if isinstance(state, State) else await state
        except Unavailable:  # the question itself may need no database, and is told of it if it does
            return await self._read(question, context, pay, reads_only=True)
        except orjson.JSONEncodeError:  # variables deeper than can be written, which none of the schema's are
            return await self._read(question, context, pay, reads_only=True)
        return await self.answer_at(state, name, question, context, pay)

    async def answer_at(
        self, state: State, name: str, question: Question, context: Context, pay: Pay
    ) -> KeptAnswer | Answer:
        """The answer of that name, by a state that was read since it was asked for; not for what only the asker has."""
        ready = self._executor.ready(question)
        standing = ready.stands.given(question.variables, context.today.as_of, state.recorded_at)
        if context.viewer != ANYONE and standing is Standing.PAST:
            standing = Standing.NOW  # what is one's own is decided by the register as it is now
        if standing is not Standing.PAST and _is_of_the_primary(question, context):
            return await self._read(question, context, pay, reads_only=True)
        asked = _Asked(ready, context, name, standing, self._executor.cost_of(ready, reads_only=True))
        stamp = asked.stamp(state)
        found = self.store.find(name)
        if found is not None and found.stamp == stamp:
            self.store.counts.hits += 1
            return found
        if not self.store:  # who wants nothing kept has each question read by itself
            pay(asked.cost)
            return await self._kept(asked, state)
        return await self._shared(asked, state, stamp, pay)

    def state_for(self, name: str, source: StateSource, day: date) -> State | asyncio.Future[State]:
        """The state to answer by, or who will tell it, which Unavailable may end.

        The last that was told will do where it leaves no answer of that name standing and nobody is reading one: what
        is read now is compared with the state afterwards.
        """
        last = source.last
        if last is None or self.standing(name, last, day) or name in self._flights:
            return source.read()
        return last

    def name_of(self, question: Question, viewer: Viewer, language: Language) -> str:
        """The name of an answer: a hash over everything that decides it but the state of the register."""
        asked = (question.text, question.operation, question.variables)
        decides = [self._program, *asked, viewer.role, viewer.organisation, language]
        return hashlib.blake2b(orjson.dumps(decides, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()

    def _shared(self, asked: "_Asked", state: State, stamp: Stamp, pay: Pay) -> Awaitable[KeptAnswer | Answer]:
        """The answer that all are given who ask this now, read once for all of them."""
        under_way = self._flights.get(asked.name)
        if under_way is None or under_way.stamp != stamp:
            pay(asked.cost)
            under_way = self._begin(asked, state)
        else:
            self.store.counts.joined += 1
        # Whoever goes away must not take the answer from those who wait with it.
        return asyncio.shield(under_way.task)

    def standing(self, name: str, state: State, day: date) -> KeptAnswer | None:
        """The answer kept under a name, if `state` and `day` leave it standing."""
        found = self.store.find(name)
        return found if found is not None and found.stamp == stamp_of(found.standing, state, day) else None

    async def _read(self, question: Question, context: Context, pay: Pay, *, reads_only: bool) -> Answer:
        pay(self._executor.cost(question, reads_only=reads_only))
        context = context.of_the_primary() if _is_of_the_primary(question, context) else context
        before = await self._state_before(context.database)
        answer = await self._executor.answer(question, context, reads_only=reads_only)
        return answer if before is None else answer._replace(revision=before.revision)

    def _begin(self, asked: "_Asked", state: State) -> "_Flight":
        begun = _Flight(asked.stamp(state), asyncio.create_task(self._kept(asked, state)))
        self._flights[asked.name] = begun

        def ended(done: "asyncio.Task[KeptAnswer | Answer]") -> None:
            if self._flights.get(asked.name) is begun:
                del self._flights[asked.name]
            if not done.cancelled():
                done.exception()  # looked at here, for all who waited may have gone

        begun.task.add_done_callback(ended)
        return begun

    async def _kept(self, asked: "_Asked", before: State) -> KeptAnswer | Answer:
        compared = True
        while True:
            answer = await self._executor.answer_to(asked.ready, asked.context, compared=compared)
            told = answer.revision if asked.rests_on_its_revision else None
            state = before if told == before.revision else await self._state_after(asked.context.database)
            stood_still = state is not None and (
                asked.stamp(state) == asked.stamp(before) if told is None else state.revision == told
            )
            if state is not None and stood_still and not answer.errors:
                self.store.counts.misses += 1
                kept = asked.kept(answer, state)
                self.store.put(kept)
                return kept
            is_of_one = stood_still or not compared or told is not None
            if is_of_one or answer.unavailable:  # a database that is away is not waited for twice
                self.store.counts.unkept += 1
                return answer._replace(revision=before.revision if told is None else told)
            before, compared = state or before, False  # the next is of one snapshot, whatever moves meanwhile

    async def _state_before(self, database: Database) -> State | None:
        """What a standby is at, for its answer must say so; the primary has no older state to tell of."""
        return await self._state_after(database) if database.standbys else None

    async def _state_after(self, database: Database) -> State | None:
        try:
            return await self.state_of(database).read()
        except Unavailable:
            return None


def _is_of_the_primary(question: Question, context: Context) -> bool:
    """Whether a standby may not have come to the moment of which the question asks what was known."""
    return bool(context.database.standbys) and question.may_name_a_moment


class _Flight(NamedTuple):
    """An answer that is being read, by that which it rests on."""

    stamp: Stamp
    task: "asyncio.Task[KeptAnswer | Answer]"


class _Asked(NamedTuple):
    """A question that may be answered from memory: what it is known by, what its answer rests on, and its cost."""

    ready: Ready
    context: Context
    name: str
    standing: Standing
    cost: Cost

    @property
    def rests_on_its_revision(self) -> bool:
        """Whether it is the same while the revision that it was read at is the newest, and the day."""
        return self.standing is not Standing.EDITIONS

    def stamp(self, state: State) -> Stamp:
        return stamp_of(self.standing, state, self.context.today.as_of)

    def kept(self, answer: Answer, state: State) -> KeptAnswer:
        return KeptAnswer(
            name=self.name,
            body=_no_larger(orjson.dumps(answer.as_json())),
            cost=self.cost,
            standing=self.standing,
            stamp=self.stamp(state),
            revision=None if self.standing is Standing.PAST else state.revision,
            shared=self.context.viewer == ANYONE,
        )


def _no_larger(written: bytes) -> bytes:
    """The same bytes without the room that orjson leaves behind them, which for a small answer is ten times as much."""
    return bytes(memoryview(written))


def stamp_of(standing: Standing, state: State, day: date) -> Stamp:
    """What of the state an answer rests on; while this is the same, the answer is."""
    if standing is Standing.PAST:
        return (state.named,)
    if standing is Standing.EDITIONS:
        return (state.revision, state.recorded_at, day, state.edition)
    return (state.revision, state.recorded_at, day)
