"""Answers that go on: subscriptions over WebSockets (graphql-transport-ws) and over event streams (graphql-sse)."""

from auktor.live.address import LiveAddress
from auktor.live.asking import Asking
from auktor.live.event_streams import EventStreams
from auktor.live.places import Places
from auktor.live.websockets import WebSockets

__all__ = ["Asking", "EventStreams", "LiveAddress", "Places", "WebSockets"]
