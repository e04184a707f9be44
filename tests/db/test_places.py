"""Who waits for a place gets the next that is given back, and hears where none is."""

import asyncio

import pytest

from db.places import Places


async def test_whoever_waits_is_served_in_turn_and_nobody_goes_before_the_line() -> None:
    places, served = Places(1, 60), list[str]()
    assert places.take_at_once()

    async def served_as(name: str) -> None:
        await places.wait()
        served.append(name)

    waiting = [asyncio.create_task(served_as(name)) for name in ("first", "second")]
    await asyncio.sleep(0)
    places.give_back()
    assert not places.take_at_once()
    await asyncio.sleep(0)
    assert served == ["first"]
    places.give_back()
    await asyncio.gather(*waiting)
    assert served == ["first", "second"]
    places.give_back()
    assert places.take_at_once()


async def test_each_who_waits_too_long_hears_it_and_those_who_came_later_wait_on() -> None:
    places = Places(0, 0.02)
    early = [asyncio.create_task(places.wait()) for _ in range(2)]
    await asyncio.sleep(0.01)
    late = asyncio.create_task(places.wait())
    done, waiting = await asyncio.wait([*early, late], return_when=asyncio.FIRST_EXCEPTION)
    assert (done, waiting) == (set(early), {late})
    assert all(isinstance(each.exception(), TimeoutError) for each in early)
    with pytest.raises(TimeoutError):
        await late
    again = asyncio.create_task(places.wait())
    with pytest.raises(TimeoutError):
        await again
    places.give_back()
    assert places.free == 1


@pytest.mark.parametrize("given_back_before", [False, True])
async def test_whoever_goes_away_loses_no_place(*, given_back_before: bool) -> None:
    places = Places(1, 60)
    assert places.take_at_once()
    waiting = asyncio.create_task(places.wait())
    await asyncio.sleep(0)
    if given_back_before:
        places.give_back()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    if not given_back_before:
        places.give_back()
    assert places.take_at_once()
