"""The table of deeds: every way the register changes, who may, and by what law. Nothing else changes it by request."""

from collections.abc import Mapping
from types import MappingProxyType

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.table.actors import ACTORS
from auktor.core.deeds.table.applications import APPLICATIONS
from auktor.core.deeds.table.rules import RULES
from auktor.core.deeds.table.suppliers import SUPPLIERS
from auktor.core.deeds.table.systems import SYSTEMS
from auktor.core.deeds.table.upkeep import UPKEEP
from auktor.core.roles import Role

__all__ = ["DEEDS", "WHO"]

DEEDS: Mapping[str, Deed] = MappingProxyType(
    {deed.name: deed for deed in (*APPLICATIONS, *SUPPLIERS, *ACTORS, *RULES, *SYSTEMS, *UPKEEP)}
)

WHO: Mapping[str, frozenset[Role]] = MappingProxyType(
    {deed.name: deed.who for deed in DEEDS.values()}
    | {deed.prepared_as: deed.prepared_by for deed in DEEDS.values() if deed.prepared_as}
)
"""Which roles may do each deed, and prepare each that another decides, by its own name."""
