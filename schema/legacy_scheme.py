"""Older schemes and their participants."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import LegacySchemeCode, SystemCode
from db import models
from resolvers.legacy_scheme import connections_to_scheme
from schema.fields import column, computed, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.wording import in_language

if TYPE_CHECKING:
    from schema.public_actor import PublicActor
    from schema.supplier import Supplier


@noun(models.LegacyScheme)
class LegacyScheme(RegisterObject):
    """An older scheme that is being wound over (tidigare regim)."""

    code: LegacySchemeCode = column(models.LegacyScheme.code)
    system: SystemCode = column(models.LegacyScheme.system)
    legal_basis: str | None = column(models.LegacyScheme.legal_basis)
    operated_from: date | None = column(models.LegacyScheme.operated_from)
    closed_to_new_on: date | None = column(models.LegacyScheme.closed_to_new_on)
    ended_on: date | None = column(models.LegacyScheme.ended_on)
    name: str = computed(in_language, ["name_sv", "name_en"], "Name, in the language asked for (namn).")
    connections: Connection[Annotated["LegacyConnection", strawberry.lazy("schema.legacy_scheme")]] = page(
        connections_to_scheme, models.LegacyConnection, "Who was connected (anslutningar).", by="code"
    )


@noun(models.LegacyConnection)
class LegacyConnection(RegisterObject):
    """One participant of an older scheme, and when it moved (anslutning till tidigare regim)."""

    scheme: LegacySchemeCode = column(models.LegacyConnection.scheme)
    connected_from: date | None = column(models.LegacyConnection.connected_from)
    disconnected_on: date | None = column(models.LegacyConnection.disconnected_on)
    move_by: date | None = column(models.LegacyConnection.move_by)
    legacy_scheme: LegacyScheme = one(models.LegacyScheme, models.LegacyConnection.scheme)
    actor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] | None = one(
        models.PublicActor, models.LegacyConnection.actor_id
    )
    supplier: Annotated["Supplier", strawberry.lazy("schema.supplier")] | None = one(
        models.Supplier, models.LegacyConnection.supplier_id
    )
