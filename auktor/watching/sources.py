"""Where the numbers come from that others keep: kept answers, plans, pools, the newest edition, and who follows."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client.core import GaugeMetricFamily, Metric

from auktor.kept import Store
from auktor.live import Places
from auktor.newest_edition import newest_edition
from auktor.watching.metrics import Source, counter, gauge
from db.engine import Database
from db.following import Followers
from db.standbys import Standbys
from schema.answering import Executor


def of_kept_answers(store: Store) -> Source:
    """How many answers are kept, in how much memory, and how questions were answered from them."""

    def tell() -> Iterator[Metric]:
        counts = asdict(store.counts)
        yield counter("auktor_kept_answers_asked", "Questions that may be answered from memory.", "ended", counts)
        yield gauge("auktor_kept_answers", "Answers kept in memory.", len(store))
        yield gauge("auktor_kept_answers_bytes", "Memory that kept answers take, about.", store.bytes)

    return tell


def of_plans(executor: Executor) -> Source:
    """How many questions were answered by plan, had none, or were handed back by one."""

    def tell() -> Iterator[Metric]:
        answered = executor.planner.answered
        counts = {name.replace(" ", "_"): answered[name] for name in ("planned", "not planned", "failed")}
        yield counter("auktor_plans", "Questions by how their plan ended.", "ended", counts)

    return tell


def of_pools(database: Database) -> Source:
    """How many connections each pool may have, and has lent."""

    def tell() -> Iterator[Metric]:
        lent = GaugeMetricFamily("auktor_pool_lent", "Connections that are lent now.", labels=["pool"])
        size = GaugeMetricFamily("auktor_pool_size", "Connections that may be lent.", labels=["pool"])
        for name, pool in database.pools().items():
            lent.add_metric([name], pool.lent)
            size.add_metric([name], pool.size)
        yield from (lent, size)

    return tell


def of_standbys(standbys: Standbys) -> Source:
    """Whether each server answers, and how far the standbys are behind; nothing where there are none."""

    def tell() -> Iterator[Metric]:
        if not standbys:
            return
        answers = GaugeMetricFamily("auktor_server_answers", "1 where a server answers, else 0.", labels=["server"])
        lacks = GaugeMetricFamily("auktor_standby_lacks_revisions", "Revisions it lacks.", labels=["server"])
        lag = GaugeMetricFamily("auktor_standby_lag_seconds", "Seconds its replay is behind.", labels=["server"])
        newest = standbys.newest_known
        answers.add_metric(["primary"], standbys.primary.seen is not None)
        for number, each in enumerate(standbys.watched, 1):
            name = [f"standby {number}"]
            answers.add_metric(name, each.seen is not None)
            if each.seen is not None:
                lacks.add_metric(name, max(0, newest - each.seen.revision))
                lag.add_metric(name, each.seen.lag_seconds or 0)
        yield from (answers, lacks, lag)

    return tell


def of_editions(folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Source:
    """The number of the newest edition and its age; nothing where there is none."""

    def tell() -> Iterator[Metric]:
        newest = newest_edition(folder)
        if newest is not None:
            age = (clock() - newest.issued).total_seconds()
            yield gauge("auktor_edition_number", "The number of the newest edition.", newest.number)
            yield gauge("auktor_edition_age_seconds", "Seconds since the newest edition was issued.", age)

    return tell


def of_followers(places: Places, followers: Followers) -> Source:
    """How many WebSockets and event streams stand open, and how many subscriptions follow over them."""

    def tell() -> Iterator[Metric]:
        yield gauge("auktor_live_connections", "WebSockets and event streams that stand open.", places.taken)
        yield gauge("auktor_followers", "Subscriptions that follow the register.", followers.following)

    return tell
