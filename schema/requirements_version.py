"""Requirements versions and their EU notifications."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import RequirementsKind, RequirementsStatus, SystemCode
from db import expressions, models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem


@noun(models.EuNotification)
class EuNotification(RegisterObject):
    """A draft technical rule notified to the Commission (anmälan enligt direktiv (EU) 2015/1535)."""

    number: str = column(models.EuNotification.number)
    title: str = column(models.EuNotification.title)
    received_on: date | None = column(models.EuNotification.received_on)
    standstill_ends_on: date | None = column(models.EuNotification.standstill_ends_on)
    detailed_opinion: bool | None = column(models.EuNotification.detailed_opinion)
    url: str | None = column(models.EuNotification.url)


@noun(models.RequirementsVersion)
class RequirementsVersion(RegisterObject):
    """One version of requirements, terms or technical rules (krav och villkor, 6 §)."""

    system: SystemCode = column(models.RequirementsVersion.system)
    kind: RequirementsKind = column(models.RequirementsVersion.kind)
    label: str = column(models.RequirementsVersion.label)
    title: str = column(models.RequirementsVersion.title)
    published_on: date | None = column(models.RequirementsVersion.published_on)
    applies_from: date | None = column(models.RequirementsVersion.applies_from)
    ceases_on: date | None = column(models.RequirementsVersion.ceases_on)
    not_notified_because: str | None = column(models.RequirementsVersion.not_notified_because)
    url: str | None = column(models.RequirementsVersion.url)
    status: RequirementsStatus | None = column(expressions.requirements_version_status)
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.RequirementsVersion.system
    )
    eu_notification: EuNotification | None = one(models.EuNotification, models.RequirementsVersion.eu_notification_id)
