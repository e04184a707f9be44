"""Life cycles as tables: which states there are, which deed leads from one to another, by what law, when, and to what.

The tables are the whole truth: a deed asks them, a test walks them, and the diagrams in the documentation are drawn
from them. `auktor.core.status` computes from dates where a thing stands.
"""

from typing import Any

from auktor.core.lifecycles.applications import APPLICATION
from auktor.core.lifecycles.connections import AGREEMENT, SERVICE, SUPPLIER
from auktor.core.lifecycles.cycle import LifeCycle, Transition, mermaid
from auktor.core.lifecycles.rules import REGULATION, SYSTEM

__all__ = [
    "AGREEMENT",
    "APPLICATION",
    "LIFE_CYCLES",
    "REGULATION",
    "SERVICE",
    "SUPPLIER",
    "SYSTEM",
    "LifeCycle",
    "Transition",
    "mermaid",
]

LIFE_CYCLES: tuple[LifeCycle[Any], ...] = (APPLICATION, SUPPLIER, SERVICE, AGREEMENT, REGULATION, SYSTEM)
