"""What clients have spent, in a Redis: what `db.points` does by one statement, done by one script."""

from collections.abc import Mapping, Sequence

from redis.asyncio import Redis
from redis.exceptions import RedisError

from auktor.limits.ledgers import LedgerAway
from db.points import Told

_TIMEOUT_SECONDS = 1.0
_PREFIX = b"auktor:points:"
# Each client is a hash that Redis itself forgets minutes after the last point; the clock is that of Redis alone.
_TELL = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local told = {}
for place, key in ipairs(KEYS) do
    local points, back = ARGV[2 * place - 1], ARGV[2 * place]
    local known = redis.call('HMGET', key, 'spent', 'back', 'at')
    local left = known[1] and math.max(0, known[1] - known[2] * (now - known[3])) or 0
    local spent = string.format('%.9f', left + points)
    redis.call('HSET', key, 'spent', spent, 'back', back, 'at', string.format('%.6f', now))
    redis.call('EXPIRE', key, 300)
    told[place] = spent
end
return told
"""


class InRedis:
    """A ledger in the Redis at `url`: one server, or the primary of several, and not a cluster."""

    def __init__(self, url: str) -> None:
        self._redis: Redis = Redis.from_url(  # pyright: ignore[reportUnknownMemberType] -- its further options carry no types
            url, socket_timeout=_TIMEOUT_SECONDS, socket_connect_timeout=_TIMEOUT_SECONDS, decode_responses=False
        )
        self._tell = self._redis.register_script(_TELL)

    async def tell(self, batch: Sequence[Told]) -> Mapping[bytes, float]:
        """As a ledger does."""
        values = [value for each in batch for value in (each.points, each.back_a_second)]
        try:
            spent = await self._tell(keys=[_PREFIX + each.client for each in batch], args=values)
        except (RedisError, OSError) as error:
            raise LedgerAway(
                f"Redis does not answer ({type(error).__name__}). See that AUKTOR_REDIS_URL is right."
            ) from error
        return {each.client: float(told) for each, told in zip(batch, spent, strict=True)}

    async def forget(self) -> None:
        """Redis forgets by itself."""

    async def close(self) -> None:
        """Let go of the connections."""
        await self._redis.aclose()
