"""What a mutation answers: the object it changed, what it prepared, or why it did nothing."""

from functools import cache
from typing import Annotated, Any, Union

import strawberry

from auktor.core.deeds.declaring import ANY_OBJECT
from auktor.core.moment import Moment
from db.deeds import Done, Outcome, Refusal
from db.deeds.preparations import numbered
from db.facts import NOUNS, Fact
from schema.actor_agreement import ActorAgreement
from schema.application import Application
from schema.authorisation_system import AuthorisationSystem
from schema.compensation_rule import CompensationRule
from schema.context import Context
from schema.decision import Decision, RectificationCase
from schema.every_noun import TYPES
from schema.exemption import Exemption
from schema.legacy_scheme import LegacyConnection
from schema.lookup import named
from schema.mutations.refusals import DeedRefused, VersionConflict, told
from schema.obligation_assessment import ObligationAssessment
from schema.preparation import Preparation
from schema.public_actor import PublicActor
from schema.regulation import Regulation
from schema.requirements_version import EuNotification, RequirementsVersion
from schema.review import Review, ReviewFinding
from schema.service import Service
from schema.supplier import Supplier
from schema.supplier_agreement import SupplierAgreement

_SHOWN = {
    TYPES[each.__name__][1].noun.table: each
    for each in (
        ActorAgreement,
        Application,
        AuthorisationSystem,
        CompensationRule,
        Decision,
        EuNotification,
        Exemption,
        LegacyConnection,
        ObligationAssessment,
        PublicActor,
        RectificationCase,
        Regulation,
        RequirementsVersion,
        Review,
        ReviewFinding,
        Service,
        Supplier,
        SupplierAgreement,
    )
}
"""The GraphQL type of each object a deed answers with, by its table."""


@cache
def answer_type(table: str) -> Any:  # noqa: ANN401 -- a union made at run time
    """The union a deed on a noun answers with; of every type, for one that may change any object."""
    if table == ANY_OBJECT:
        every = (*(TYPES[name][0] for name in sorted(TYPES)), DeedRefused, VersionConflict)
        made = strawberry.union("CorrectionAnswer", description="The object as corrected, or why it was not.")
        return Annotated[Union[every], made]  # noqa: UP007 -- made at run time
    shown = _SHOWN[table]
    name = shown.__name__
    made = strawberry.union(f"{name}Answer", description=f"The {name} as it now stands, or why the deed was not done.")
    return Annotated[Union[shown, DeedRefused, VersionConflict], made]  # noqa: UP007 -- made at run time


PREPARED = Annotated[
    Preparation | DeedRefused | VersionConflict,
    strawberry.union("PreparationAnswer", description="What was prepared, or why it was not."),
]


async def answer(context: Context, outcome: Outcome) -> Any:  # noqa: ANN401 -- a member of the union
    """An outcome as the API answers it; the object as it stands on the day of the deed."""
    if isinstance(outcome, Refusal):
        return told(outcome)
    # What an earlier deed of the same request has read may no longer be so.
    context.loaders.clear()
    context.revision_written = outcome.revision
    if isinstance(outcome, Done):
        model: type[Fact] = NOUNS[outcome.table]
        return await named(context, model, Moment(outcome.on), "key", outcome.key)
    async with context.reading() as connection:
        return Preparation.of(await numbered(connection, outcome.number))
