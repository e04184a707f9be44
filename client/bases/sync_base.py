"""The questions asked without asyncio stand on the transport; the generator copies this file beside them."""

from auktor_client.asking import Transport


class SyncBase(Transport):
    """What the generated questions stand on."""
