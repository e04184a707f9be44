"""The table of deeds: every way the register changes, who may, and by what law. Nothing else changes it by request."""

from collections.abc import Mapping
from types import MappingProxyType

from auktor.core.deeds import (
    actors,
    agreements,
    applications,
    compensation,
    regulations,
    services,
    systems,
    upkeep,
)
from auktor.core.deeds.declaring import ANY_OBJECT, Deed
from auktor.core.deeds.errors import NotAllowed, NotSignedIn
from auktor.core.roles import Role

_OFFICE = frozenset({Role.CASE_OFFICER, Role.DECISION_MAKER})
_OFFICE_OR_SUPPLIER = _OFFICE | {Role.SUPPLIER}
_OFFICE_OR_AGENCY = _OFFICE | {Role.AGENCY}
_DECIDES = frozenset({Role.DECISION_MAKER})

_ACT, _ORDINANCE = "SFS 2023:704", "SFS 2023:709"
_DIRECTIVE = "EU 2015/1535"
_CORRECTS = "SFS 2017:900 36 §"
"""Förvaltningslagen: a decision with an obvious error may be corrected by the authority that took it."""

_APPLICATIONS = (
    Deed(
        "register_supplier",
        applications.RegisterSupplier,
        "supplier",
        _OFFICE,
        f"{_ACT} 8 §",
        "Register a company that applies",
        "registrera leverantör",
    ),
    Deed(
        "register_application",
        applications.RegisterApplication,
        "application",
        _OFFICE_OR_SUPPLIER,
        f"{_ACT} 8 §",
        "Register an application for approval",
        "registrera ansökan",
    ),
    Deed(
        "review_application",
        applications.MoveApplication,
        "application",
        _OFFICE,
        f"{_ACT} 11 §",
        "Take up an application for review",
        "ta upp ansökan till handläggning",
    ),
    Deed(
        "request_supplement",
        applications.MoveApplication,
        "application",
        _OFFICE,
        f"{_ACT} 12 §",
        "Ask the applicant for what is missing",
        "begära komplettering",
    ),
    Deed(
        "supplement_application",
        applications.MoveApplication,
        "application",
        _OFFICE_OR_SUPPLIER,
        f"{_ACT} 12 §",
        "Supplement an application",
        "komplettera ansökan",
    ),
    Deed(
        "withdraw_application",
        applications.MoveApplication,
        "application",
        _OFFICE_OR_SUPPLIER,
        f"{_ACT} 8 §",
        "Withdraw an application",
        "återkalla ansökan",
    ),
    Deed(
        "decide_application",
        applications.DecideApplication,
        "application",
        _DECIDES,
        f"{_ACT} 11 §",
        "Take a prepared decision on an application: approve, reject, dismiss or strike off",
        "besluta om ansökan",
        prepared_as="prepare_decision",
        prepared_by=_OFFICE,
    ),
    Deed(
        "record_service",
        applications.RecordService,
        "decision",
        _OFFICE,
        f"{_ACT} 18 §",
        "Record when a decision was served",
        "registrera delgivning",
    ),
    Deed(
        "finalise_rejection",
        applications.MoveApplication,
        "application",
        _OFFICE,
        f"{_ACT} 18 §",
        "Record that a rejection became final unchallenged",
        "registrera laga kraft",
    ),
    Deed(
        "lapse_approval",
        applications.MoveApplication,
        "application",
        _DECIDES,
        f"{_ACT} 15 §",
        "Record that an approval lapsed without an agreement",
        "registrera att godkännande förfallit",
    ),
    Deed(
        "register_rectification_case",
        applications.RegisterRectificationCase,
        "rectification_case",
        _OFFICE,
        f"{_ACT} 16-18 §§",
        "Register that a rejected applicant seeks rectification",
        "registrera mål om rättelse",
    ),
    Deed(
        "decide_rectification_case",
        applications.DecideRectificationCase,
        "rectification_case",
        _OFFICE,
        f"{_ACT} 16 §",
        "Record how the court ended a case",
        "registrera domstolens avgörande",
    ),
)

_SUPPLIERS = (
    Deed(
        "sign_supplier_agreement",
        agreements.SignSupplierAgreement,
        "supplier_agreement",
        _DECIDES,
        f"{_ACT} 15 §",
        "Sign an agreement with an approved supplier; the approval then ends",
        "ingå avtal med leverantör",
    ),
    Deed(
        "extend_supplier_agreement",
        agreements.ExtendSupplierAgreement,
        "supplier_agreement",
        _DECIDES,
        "avtal",
        "Extend an agreement that has a term",
        "förlänga avtal",
    ),
    Deed(
        "terminate_supplier_agreement",
        agreements.TerminateSupplierAgreement,
        "supplier_agreement",
        _OFFICE_OR_SUPPLIER,
        "avtal",
        "Give notice of an agreement with a supplier",
        "säga upp leverantörsavtal",
    ),
    Deed(
        "cancel_supplier_agreement",
        agreements.CancelSupplierAgreement,
        "supplier_agreement",
        _DECIDES,
        "avtal",
        "Cancel an agreement for breach",
        "häva leverantörsavtal",
    ),
    Deed(
        "add_service",
        services.AddService,
        "service",
        _OFFICE_OR_SUPPLIER,
        f"{_ACT} 7 §",
        "Add a service of a supplier",
        "lägga till tjänst",
    ),
    Deed(
        "change_service_status",
        services.ChangeServiceStatus,
        "service",
        _OFFICE,
        "avtal",
        "Connect, start, suspend, resume or close a service",
        "ändra tjänstens status",
    ),
    Deed(
        "open_review",
        services.OpenReview,
        "review",
        _OFFICE,
        "avtal",
        "Open a follow-up of a supplier",
        "inleda uppföljning",
    ),
    Deed(
        "record_finding",
        services.RecordFinding,
        "review_finding",
        _OFFICE,
        "avtal",
        "Record what a follow-up found",
        "registrera brist",
    ),
    Deed(
        "remedy_finding",
        services.RemedyFinding,
        "review_finding",
        _OFFICE,
        "avtal",
        "Record that a finding was remedied",
        "registrera att brist åtgärdats",
    ),
    Deed(
        "close_review",
        services.CloseReview,
        "review",
        _OFFICE,
        "avtal",
        "Close a follow-up",
        "avsluta uppföljning",
    ),
)

_ACTORS = (
    Deed(
        "register_public_actor",
        actors.RegisterPublicActor,
        "public_actor",
        _OFFICE,
        f"{_ACT} 4 §",
        "Register a public actor",
        "registrera offentlig aktör",
    ),
    Deed(
        "sign_actor_agreement",
        agreements.SignActorAgreement,
        "actor_agreement",
        _OFFICE,
        f"{_ACT} 2 § 3",
        "Record an agreement that a public actor and the authority have signed",
        "ingå avtal med offentlig aktör",
    ),
    Deed(
        "conclude_actor_agreement",
        agreements.ConcludeActorAgreement,
        "actor_agreement",
        _DECIDES,
        f"{_ACT} 2 § 3",
        "Conclude an agreement that a public actor signed",
        "ingå avtal som aktören undertecknat",
        prepared_as="sign_as_actor",
        prepared_by=_OFFICE_OR_AGENCY,
    ),
    Deed(
        "terminate_actor_agreement",
        agreements.TerminateActorAgreement,
        "actor_agreement",
        _OFFICE_OR_AGENCY,
        "avtal",
        "Give notice of an agreement with a public actor",
        "säga upp aktörsavtal",
    ),
    Deed(
        "cancel_actor_agreement",
        agreements.CancelActorAgreement,
        "actor_agreement",
        _DECIDES,
        "avtal",
        "Cancel an agreement with a public actor for breach",
        "häva aktörsavtal",
    ),
    Deed(
        "register_legacy_participant",
        agreements.RegisterLegacyParticipant,
        "legacy_connection",
        _OFFICE,
        "SFS 2013:311",
        "Register one who takes part in an older scheme and is to move",
        "registrera ansluten till tidigare regim",
    ),
    Deed(
        "plan_legacy_move",
        agreements.PlanLegacyMove,
        "legacy_connection",
        _OFFICE,
        "SFS 2013:311",
        "Set by when a participant of an older scheme is to have moved",
        "bestämma sista dag för övergång",
    ),
    Deed(
        "connect_legacy_participant",
        agreements.ConnectLegacyParticipant,
        "legacy_connection",
        _OFFICE,
        "SFS 2013:311",
        "Record that a participant of an older scheme moved to its new agreement",
        "flytta över från tidigare regim",
    ),
    Deed(
        "assess_obligation",
        actors.AssessObligation,
        "obligation_assessment",
        _OFFICE,
        f"{_ORDINANCE} 3 §",
        "Assess whether a public actor is obliged",
        "bedöma skyldighet",
    ),
    Deed(
        "grant_exemption",
        actors.GrantExemption,
        "exemption",
        _DECIDES,
        f"{_ORDINANCE} 4 §",
        "Take a prepared decision to exempt an obliged actor for a time",
        "besluta om undantag",
        prepared_as="prepare_exemption",
        prepared_by=_OFFICE,
    ),
    Deed(
        "end_exemption",
        actors.EndExemption,
        "exemption",
        _DECIDES,
        f"{_ORDINANCE} 4 §",
        "End an exemption earlier than it was granted for",
        "upphäva undantag i förtid",
    ),
)

_RULES = (
    Deed(
        "circulate_regulation",
        regulations.CirculateRegulation,
        "regulation",
        _OFFICE,
        f"{_ORDINANCE} 8 §",
        "Record that the draft of a regulation was sent for comment; by that it is public",
        "remittera föreskrift",
    ),
    Deed(
        "notify_regulation",
        regulations.NotifyRegulation,
        "regulation",
        _OFFICE,
        _DIRECTIVE,
        "Record that the technical rules of a draft were notified to the EU; it then stands still",
        "anmäla föreskrift",
    ),
    Deed(
        "record_detailed_opinion",
        regulations.RecordDetailedOpinion,
        "eu_notification",
        _OFFICE,
        f"{_DIRECTIVE} artikel 6",
        "Record a detailed opinion on a notified draft, which prolongs its standstill",
        "registrera detaljerat utlåtande",
    ),
    Deed(
        "issue_regulation",
        regulations.IssueRegulation,
        "regulation",
        _DECIDES,
        f"{_ORDINANCE} 5-7 §§",
        "Decide a circulated draft, with the fees it sets",
        "besluta föreskrift",
        prepared_as="draft_regulation",
        prepared_by=_OFFICE,
    ),
    Deed(
        "promulgate_regulation",
        regulations.PromulgateRegulation,
        "regulation",
        _OFFICE,
        f"{_ORDINANCE} 5-7 §§",
        "Promulgate a decided regulation",
        "kungöra föreskrift",
    ),
    Deed(
        "repeal_regulation",
        regulations.RepealRegulation,
        "regulation",
        _DECIDES,
        f"{_ORDINANCE} 5-7 §§",
        "Repeal a regulation in force, and the fees it sets",
        "upphäva föreskrift",
    ),
    Deed(
        "publish_requirements_version",
        regulations.PublishRequirementsVersion,
        "requirements_version",
        _DECIDES,
        f"{_ACT} 6 §",
        "Publish requirements, terms or technical rules",
        "publicera krav och villkor",
    ),
    Deed(
        "decide_compensation",
        compensation.DecideCompensation,
        "compensation_rule",
        _DECIDES,
        "avtal",
        "Decide what suppliers are paid for an item, as the terms have it",
        "besluta om ersättning",
        prepared_as="draft_compensation",
        prepared_by=_OFFICE,
    ),
    Deed(
        "establish_system",
        systems.EstablishSystem,
        "authorisation_system",
        _DECIDES,
        f"{_ACT} 6 §",
        "Take a prepared decision to establish a system whose requirements and terms are published",
        "inrätta auktorisationssystem",
        prepared_as="prepare_establishing",
        prepared_by=_OFFICE,
    ),
    Deed(
        "start_system",
        systems.StartSystem,
        "authorisation_system",
        _DECIDES,
        f"{_ACT} 2 §",
        "Take a prepared decision on the first day an established system is in operation",
        "ta auktorisationssystem i drift",
        prepared_as="prepare_start",
        prepared_by=_OFFICE,
    ),
    Deed(
        "close_system",
        systems.CloseSystem,
        "authorisation_system",
        _DECIDES,
        f"{_ACT} 14 §",
        "Take a prepared decision to close a system: open applications are struck off, its agreements end that day",
        "avsluta auktorisationssystem",
        prepared_as="prepare_closing",
        prepared_by=_OFFICE,
    ),
)

_UPKEEP = (
    Deed(
        "import_volumes",
        upkeep.ImportVolumes,
        "service",
        _DECIDES,
        "avtal",
        "Import prepared monthly volumes of a service; changed ones are corrected",
        "läsa in volymer",
        prepared_as="prepare_volumes",
        prepared_by=_OFFICE,
    ),
    Deed(
        "correct_fact",
        upkeep.CorrectFact,
        ANY_OBJECT,
        _DECIDES,
        _CORRECTS,
        "Correct facts that were recorded wrongly, as another prepared it",
        "rätta uppgift",
        prepared_as="prepare_correction",
        prepared_by=_OFFICE,
    ),
    Deed(
        "correct_in_emergency",
        upkeep.CorrectFact,
        ANY_OBJECT,
        _DECIDES,
        _CORRECTS,
        "Correct facts at once and alone, where waiting would do harm",
        "rätta uppgift i nödläge",
        is_emergency=True,
    ),
)

DEEDS: Mapping[str, Deed] = MappingProxyType(
    {deed.name: deed for deed in (*_APPLICATIONS, *_SUPPLIERS, *_ACTORS, *_RULES, *_UPKEEP)}
)

WHO: Mapping[str, frozenset[Role]] = MappingProxyType(
    {deed.name: deed.who for deed in DEEDS.values()}
    | {deed.prepared_as: deed.prepared_by for deed in DEEDS.values() if deed.prepared_as}
)
"""Which roles may do each deed, and prepare each that another decides, by its own name."""

CYCLE_STEP: Mapping[str, str] = MappingProxyType(
    {
        "review_application": "review",
        "request_supplement": "request_supplement",
        "supplement_application": "supplement",
        "withdraw_application": "withdraw",
        "finalise_rejection": "become_final",
        "lapse_approval": "lapse",
    }
)
"""The life-cycle step of each deed that only moves an application."""


def require_somebody(role: Role, deed: Deed, *, prepares: bool = False) -> None:
    """Refuse whoever is nobody in particular: the log could not say who tried."""
    if role is Role.ANONYMOUS:
        raise NotSignedIn(
            f"Nobody may {deed.in_words(prepares=prepares)} without saying who it is.",
            remedy="Send a token with one of the roles that may do it.",
        )


def require_role(deed: Deed, role: Role, *, prepares: bool) -> None:
    """Refuse a deed to a role that may not do it (or, where it only `prepares`, may not prepare it)."""
    allowed = deed.prepared_by if prepares else deed.who
    require_somebody(role, deed, prepares=prepares)
    if role not in allowed:
        raise NotAllowed(
            f"The role {role.in_words} may not {deed.in_words(prepares=prepares)}.",
            remedy=f"Ask somebody with the role {' or '.join(sorted(each.in_words for each in allowed))}.",
        )
