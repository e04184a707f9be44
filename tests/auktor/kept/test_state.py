"""How the state of the register is learnt: by one read for many."""

import asyncio
from datetime import UTC, datetime

from auktor.kept import StrictState
from db.revision import State


def state(number: int) -> State:
    return State(number, datetime(2026, 1, 1, tzinfo=UTC), 0, 0)


async def test_one_read_serves_all_who_wait_and_nobody_gets_one_begun_before_he_asked() -> None:
    begun: list[asyncio.Future[State]] = []

    async def read() -> State:
        begun.append(asyncio.get_running_loop().create_future())
        return await begun[-1]

    async def until_begun(count: int) -> None:
        async with asyncio.timeout(5):
            while len(begun) < count:  # noqa: ASYNC110 -- nobody tells
                await asyncio.sleep(0)

    strict = StrictState(read)
    first = [strict.read() for _ in range(50)]
    await until_begun(1)
    late = [strict.read() for _ in range(50)]
    begun[0].set_result(state(1))
    assert {each.revision for each in await asyncio.gather(*first)} == {1}
    await until_begun(2)
    begun[1].set_result(state(2))
    assert {each.revision for each in await asyncio.gather(*late)} == {2}
    assert strict.reads == 2
