"""Public actors following each other."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SuccessionKind
from db import models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.public_actor import PublicActor


@noun(models.Succession)
class Succession(RegisterObject):
    """One public actor following another (efterföljare): merged into, split into or replaced by it."""

    kind: SuccessionKind = column(models.Succession.kind)
    happened_on: date = column(models.Succession.happened_on)
    predecessor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] = one(
        models.PublicActor, models.Succession.predecessor_id
    )
    successor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] = one(
        models.PublicActor, models.Succession.successor_id
    )
