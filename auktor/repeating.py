"""The connection that answers what was asked before by itself, so that the application never hears of it."""

from asyncio import Future
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import cast

from starlette.types import ASGIApp, Scope
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from auktor.core.errors import Unavailable
from auktor.graphql.again import AGAIN, LARGEST_BYTES, Again, Told, may_be_known
from auktor.graphql.repeatable import Repeatable
from auktor.patience import ImpatientProtocol
from auktor.watching.seen import begin, noted
from auktor.whole_answer import Written, at_once
from db.revision import State

_CLOSE = b"connection: close\r\n"


class RepeatingProtocol(ImpatientProtocol):
    """HTTP/1.1 where a request that may have been asked before is held until it is whole, and answered if it was.

    All else is begun by uvicorn as soon as its head is there. What cannot be answered here, for whatever reason, is the
    application's to answer.
    """

    _held: "_Held | None" = None

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        again: Again | None = self.app_state.get(AGAIN)
        if again is None or cycle.waiting_for_100_continue or not may_be_known(cast("Scope", cycle.scope)):
            super()._start_asgi_task(cycle, app)
            return
        self._held = _Held(again, cycle, partial(super()._start_asgi_task, cycle), app)
        self._answer_if_whole()  # as is one that waited behind another

    def on_body(self, body: bytes) -> None:
        """A part of its body; one that grows large is the application's to read, and to refuse."""
        super().on_body(body)
        held = self._held
        if held is not None and held.is_large:
            self._held = None
            held.hand_on()

    def on_message_complete(self) -> None:
        """The last byte of a request."""
        super().on_message_complete()
        self._answer_if_whole()

    def _answer_if_whole(self) -> None:
        held = self._held
        if held is not None and held.is_whole:
            self._held = None
            held.answer()


class _Held:
    """A request that has not begun, and how uvicorn would: `begin` an application that answers it, `app` or another."""

    def __init__(
        self,
        again: Again,
        cycle: RequestResponseCycle,
        begin: Callable[[ASGI3Application], None],
        app: ASGI3Application,
    ) -> None:
        self._again = again
        self._cycle = cycle
        self._scope = cast("Scope", cycle.scope)
        self._begin = begin
        self._app = app

    @property
    def is_whole(self) -> bool:
        """Whether its last byte has come."""
        return not self._cycle.more_body

    @property
    def is_large(self) -> bool:
        """Whether more of it has come than is kept outside of the application."""
        return len(self._cycle.body) > LARGEST_BYTES

    def hand_on(self) -> None:
        """Let the application answer it."""
        self._begin(self._app)

    def _begin_to_be_sent_at_once(self, app: ASGI3Application) -> None:
        at_once(self._scope, self.send)
        self._begin(app)

    def answer(self) -> None:
        """Answer it, or hand it on."""
        told = self._again.told(self._scope, bytes(self._cycle.body))
        known = self._again.known(self._scope, told)
        if known is None:
            self._begin_to_be_sent_at_once(self._app)
            return
        begun = perf_counter()
        try:
            state = self._again.state(told, known)
        except Unavailable:
            self._begin_to_be_sent_at_once(self._app)
            return
        if isinstance(state, State):
            self._answer_by(told, known, begun, state)
        else:
            state.add_done_callback(partial(self._when_told, told, known, begun))

    def _when_told(self, told: Told, known: Repeatable, begun: float, state: Future[State]) -> None:
        if state.cancelled() or state.exception():
            self._begin_to_be_sent_at_once(self._app)
        else:
            self._answer_by(told, known, begun, state.result())

    def _answer_by(self, told: Told, known: Repeatable, begun: float, state: State) -> None:
        """Answer by that state of the register. Who does not take what was sent before is waited for elsewhere."""
        seen = begin(told.request_id)
        try:
            written = None if self._cycle.flow.write_paused else self._again.answer(told, known, state, seen)
        except Unavailable:  # no points are left
            self._begin_to_be_sent_at_once(self._app)
            return
        if written is None:
            reading = self._again.reading(told, known, state, seen, cast("ASGIApp", self._app))
            self._begin_to_be_sent_at_once(cast("ASGI3Application", reading))
            return
        self.send(written)
        self._again.watch.ended(seen, perf_counter() - begun)

    def send(self, written: Written) -> bool:
        """Send it as uvicorn would, but in one go, and let the connection go on; False where it must wait."""
        cycle = self._cycle
        if cycle.flow.write_paused:
            return False
        if cycle.disconnected:
            return True
        noted().status = written.status
        head = self._again.beside(cycle.default_headers) + (b"" if cycle.keep_alive else _CLOSE) + written.head
        cycle.transport.writelines((b"%b%b\r\n" % (STATUS_LINE[written.status], head), written.body))
        cycle.response_started = cycle.response_complete = True
        cycle.message_event.set()
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.on_response()
        return True
