"""Who a request comes from, as far as points are concerned: the subject of its token, or else its address."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import NamedTuple

from auktor.core.bounded import of_short_texts

DIGEST_BYTES = 16
_HOUSEHOLD_BITS = 64
_CLIENTS = 512


class Caller(NamedTuple):
    """Where a request comes from: the other end of the connection, what proxies say, and whom a token names."""

    peer: str | None
    forwarded_for: Sequence[str] = ()
    subject: str | None = None


def client_of(caller: Caller, trusted_proxies: int) -> bytes:
    """A digest that tells clients apart and shows neither address nor name."""
    return _digest(f"subject {caller.subject}" if caller.subject else f"address {address_of(caller, trusted_proxies)}")


@lru_cache(_CLIENTS)
def client_at(peer: str | None) -> bytes:
    """The client at the other end of a connection that names none, where no proxy stands between."""
    return client_of(Caller(peer), 0)


@of_short_texts
def _digest(said: str) -> bytes:
    return hashlib.blake2b(said.encode(errors="replace"), digest_size=DIGEST_BYTES).digest()


def address_of(caller: Caller, trusted_proxies: int) -> str:
    """The address that asks; of IPv6 the network of 64 bits, which one customer has whole.

    Each trusted proxy has added the address it was called from at the end of `X-Forwarded-For`; what stands before
    those is the client's own word and is not read. Without proxies, nothing of the header is.
    """
    said = [part.strip() for line in caller.forwarded_for for part in line.split(",")] if trusted_proxies else []
    return _network(said[-trusted_proxies:][0] if said else caller.peer or "nowhere")


@of_short_texts
def _network(text: str) -> str:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ip_network((address, _HOUSEHOLD_BITS), strict=False))
    return str(address)
