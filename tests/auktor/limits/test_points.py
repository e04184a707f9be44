"""A client spends points at once and is given them back evenly; processes agree on what it has spent."""

import pytest

from auktor.limits import Caller, OutOfPoints, Points, Rates, client_at, client_of, rate_headers
from auktor.limits.agreement import agree
from auktor.limits.clients import address_of
from auktor.limits.ledgers import InDatabase
from db.engine import Database

CLIENT = client_of(Caller("192.0.2.1"), 0)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def points(clock: Clock, most_clients: int = 100) -> Points:
    return Points(Rates(60, 240), clock=clock, most_clients=most_clients)


def test_points_are_spent_and_given_back_one_a_second() -> None:
    clock = Clock()
    ours = points(clock)
    assert ours.charge(CLIENT, 50).remaining == 10
    clock.now = 5
    assert ours.charge(CLIENT, 0).remaining == 15


def test_who_has_too_few_is_told_how_long_to_wait_and_spends_none() -> None:
    clock = Clock()
    ours = points(clock)
    ours.charge(CLIENT, 50)
    with pytest.raises(OutOfPoints) as error:
        ours.charge(CLIENT, 30)
    assert error.value.wait_seconds == 20
    assert ours.charge(CLIENT, 10).remaining == 0


def test_a_wait_that_is_kept_is_long_enough() -> None:
    clock = Clock()
    ours = points(clock)
    ours.charge(CLIENT, 59)
    with pytest.raises(OutOfPoints) as error:
        ours.charge(CLIENT, 37)
    clock.now += error.value.wait_seconds
    assert ours.charge(CLIENT, 37).remaining == 0


def test_one_client_does_not_spend_the_points_of_another() -> None:
    ours = points(Clock())
    ours.charge(CLIENT, 60)
    assert ours.charge(client_of(Caller("192.0.2.2"), 0), 1).remaining == 59


def test_a_token_has_more_points_than_an_address() -> None:
    assert points(Clock()).charge(CLIENT, 0, known=True).limit == 240


def test_clients_of_whom_nothing_is_left_to_know_are_forgotten() -> None:
    clock = Clock()
    ours = points(clock)
    ours.charge(CLIENT, 30)
    clock.now = 31
    ours.unsent()
    assert len(ours) == 0


def test_memory_is_bounded_however_many_clients_come() -> None:
    ours = points(Clock(), most_clients=10)
    for number in range(1000):
        ours.charge(client_of(Caller(f"198.51.100.{number}"), 0), 1)
    assert len(ours) == 10


@pytest.mark.parametrize(
    ("caller", "proxies", "address"),
    [
        (Caller("192.0.2.1", ["203.0.113.9"]), 0, "192.0.2.1"),
        (Caller("10.0.0.1", ["203.0.113.9"]), 1, "203.0.113.9"),
        (Caller("10.0.0.1", ["6.6.6.6, 203.0.113.9"]), 1, "203.0.113.9"),
        (Caller("10.0.0.1", ["6.6.6.6", "203.0.113.9, 10.0.0.2"]), 2, "203.0.113.9"),
        (Caller("192.0.2.1", []), 1, "192.0.2.1"),
        (Caller("2001:db8:1:2:3:4:5:6"), 0, "2001:db8:1:2::/64"),
        (Caller("::ffff:192.0.2.1"), 0, "192.0.2.1"),
        (Caller(None), 0, "nowhere"),
    ],
)
def test_only_what_trusted_proxies_have_added_is_believed(caller: Caller, proxies: int, address: str) -> None:
    assert address_of(caller, proxies) == address


@pytest.mark.parametrize("peer", ["192.0.2.1", "2001:db8::1", None])
def test_who_comes_without_a_proxy_is_told_by_the_other_end_alone(peer: str | None) -> None:
    assert client_at(peer) == client_of(Caller(peer, ["203.0.113.9"]), 0)


def test_a_subject_is_the_same_client_from_every_address() -> None:
    assert client_of(Caller("192.0.2.1", (), "anna"), 0) == client_of(Caller("192.0.2.2", (), "anna"), 0)
    assert client_of(Caller("192.0.2.1", (), "anna"), 0) != client_of(Caller("192.0.2.1"), 0)


def test_a_digest_shows_no_address() -> None:
    assert b"192.0.2.1" not in CLIENT


def test_the_headers_say_what_is_left_and_when_all_is_back() -> None:
    headers = rate_headers(points(Clock()).charge(CLIENT, 15), 15)
    assert headers["ratelimit-remaining"] == "45"
    assert headers["ratelimit-reset"] == "15"
    assert headers["ratelimit-policy"] == '"points";q=60;w=60'
    assert headers["query-cost"] == "15"


async def test_two_processes_agree_on_what_a_client_has_spent(fresh_database: str) -> None:
    clock, database = Clock(), Database(fresh_database)
    one, other = points(clock), points(clock)
    one.charge(CLIENT, 40)
    other.charge(CLIENT, 15)
    ledger = InDatabase(database)
    assert (await agree(one, ledger), await agree(other, ledger)) == (1, 1)
    with pytest.raises(OutOfPoints):
        other.charge(CLIENT, 15)
    await database.close()


async def test_who_rests_is_not_written_of(fresh_database: str) -> None:
    database = Database(fresh_database)
    ours = points(Clock())
    ours.charge(CLIENT, 1)
    assert [await agree(ours, InDatabase(database)) for _ in range(3)] == [1, 0, 0]
    await database.close()
