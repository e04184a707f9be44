"""Every table of the register, declared once: type, meaning, unit, legal source, open or withheld.

One module a family; import nouns from here: `from db.models import Supplier`.
"""

from sqlmodel import SQLModel

from db.models.actors import (
    ActorAgreement,
    Exemption,
    LegacyConnection,
    LegacyScheme,
    ObligationAssessment,
    ObligationRule,
    PublicActor,
    Succession,
)
from db.models.deeds import Application, Decision, RectificationCase
from db.models.doing import DeedAnswer, Preparation, PreparationDecided
from db.models.keeping import AuditEntry, Change, Edition, EditionRedaction, MonthlyVolume, Revision
from db.models.points import PointsSpent
from db.models.regulations import CompensationRule, FeeRule, FeeTier, Regulation, RegulationEffect
from db.models.searching import SearchWords
from db.models.sums import VolumeCategory, VolumeSum
from db.models.suppliers import AgreementService, Review, ReviewFinding, Service, Supplier, SupplierAgreement
from db.models.systems import (
    AuthorisationSystem,
    EuNotification,
    Milestone,
    ProvidingAuthority,
    RequirementsVersion,
    StartRule,
)

METADATA = SQLModel.metadata
"""All tables, identity tables included."""

__all__ = [
    "METADATA",
    "ActorAgreement",
    "AgreementService",
    "Application",
    "AuditEntry",
    "AuthorisationSystem",
    "Change",
    "CompensationRule",
    "Decision",
    "DeedAnswer",
    "Edition",
    "EditionRedaction",
    "EuNotification",
    "Exemption",
    "FeeRule",
    "FeeTier",
    "LegacyConnection",
    "LegacyScheme",
    "Milestone",
    "MonthlyVolume",
    "ObligationAssessment",
    "ObligationRule",
    "PointsSpent",
    "Preparation",
    "PreparationDecided",
    "ProvidingAuthority",
    "PublicActor",
    "RectificationCase",
    "Regulation",
    "RegulationEffect",
    "RequirementsVersion",
    "Review",
    "ReviewFinding",
    "Revision",
    "SearchWords",
    "Service",
    "StartRule",
    "Succession",
    "Supplier",
    "SupplierAgreement",
    "VolumeCategory",
    "VolumeSum",
]
