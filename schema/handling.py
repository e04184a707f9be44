"""Flat rows of how applications were handled."""

import strawberry

from auktor.core.vocabulary import DecisionKind, ProvenanceKind, SystemCode
from schema.scalars import Count


@strawberry.type(description="How many decisions on applications were taken, challenged and overturned in court.")
class DecisionCount:
    """One system and kind of decision."""

    system: SystemCode = strawberry.field(description="Authorisation system.")
    kind: DecisionKind = strawberry.field(description="What was decided.")
    provenance: ProvenanceKind = strawberry.field(description="How sure the entries are.")
    decisions: Count = strawberry.field(description="How many decisions.")
    challenged: Count = strawberry.field(description="How many of them were challenged in court (rättelse).")
    overturned: Count = strawberry.field(description="How many of them a court overturned (bifall).")


@strawberry.type(description="How long applications took, in one system.")
class HandlingTime:
    """Medians, null where fewer than 3 stand behind one."""

    system: SystemCode = strawberry.field(description="Authorisation system.")
    provenance: ProvenanceKind = strawberry.field(description="How sure the entries are.")
    decided: Count = strawberry.field(description="How many applications were approved or rejected.")
    median_days_to_decision: float | None = strawberry.field(
        description="Median days from application to first decision; null for fewer than 3."
    )
    signed: Count = strawberry.field(description="How many of them led to an agreement.")
    median_days_to_agreement: float | None = strawberry.field(
        description="Median days from application to agreement; null for fewer than 3."
    )
