"""The questions asked with asyncio stand on the transport; the generator copies this file beside them."""

from auktor_client.asking import AsyncTransport


class AsyncBase(AsyncTransport):
    """What the generated questions stand on."""
