"""Suppliers, their services and agreements, and how they are followed up."""

from datetime import date

from auktor.core.vocabulary import (
    AssuranceLevel,
    EidasLevel,
    EidasNotification,
    EndGround,
    FindingSeverity,
    LegalForm,
    ReviewOutcome,
    ServiceKind,
    ServiceStatus,
    SystemCode,
    TargetGroup,
)
from db.facts import Alone, Fact, code_link, fact, link, noun


@noun(
    plural="suppliers",
    sv="leverantör",
    en="supplier",
    law="SFS 2023:704 7 §",
    order=("sort_name",),
    sought=("organisation_number",),
    checks={
        "organisation_number_is_right": "is_organisation_number(organisation_number)",
        "is_identified": "organisation_number IS NOT NULL OR foreign_identifier IS NOT NULL OR provenance = 'REPORTED'",
        "foreign_identifier_is_whole": "(foreign_identifier IS NULL) = (foreign_country IS NULL)",
    },
)
class Supplier(Fact, table=True):
    """The contracting party: neither the issuer of an e-identification nor the brand it is known by."""

    organisation_number: str | None = fact(
        "Organisationsnummer", "Swedish organisation number, NNNNNN-NNNN", law="SFS 1974:174 1 §"
    )
    foreign_country: str | None = fact(
        "Land", "Country of a foreign supplier's registration", unit="ISO 3166-1 alpha-2"
    )
    foreign_identifier: str | None = fact("Utländskt registreringsnummer", "Registration number abroad")
    name: str = fact("Registrerat namn", "Registered name", law="SFS 2023:704 7 §")
    legal_form: LegalForm = fact("Juridisk form", "Legal form", law="SFS 2023:704 9 §")
    state_owned: bool = fact("Statlig", "Whether the state itself is the supplier", law="SFS 2023:704 5 §")
    relied_capacity: str | None = fact(
        "Åberopad kapacitet", "Companies whose capacity the supplier relies on", law="SFS 2023:704 10 §", withheld=True
    )
    website: str | None = fact("Webbplats", "Website")


@noun(
    plural="services",
    sv="tjänst",
    en="service",
    law="SFS 2023:704 7 §",
    order=("sort_name",),
    checks={
        "kind_fits_system": "(kind = 'E_IDENTIFICATION') = (system = 'E_IDENTIFICATION')",
        "only_e_identification_has_a_level": "(assurance_level IS NOT NULL) = (kind = 'E_IDENTIFICATION')",
        "eidas_level_needs_notification": "eidas_level IS NULL OR eidas_notification <> 'NO'",
        "non_resident_has_no_quality_mark": "NOT (non_resident AND quality_mark)",
        "issuer_organisation_number_is_right": "is_organisation_number(issuer_organisation_number)",
    },
)
class Service(Fact, table=True):
    """An e-identification or a digital mailbox; its status versions are the published status history."""

    supplier_id: int = link("supplier", "Leverantör", "The contracting party")
    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    name: str = fact("Tjänstens namn", "Name of the service")
    brand: str | None = fact("Varumärke", "Brand the public knows it by")
    kind: ServiceKind = fact("Slag", "E-identification or digital mailbox")
    status: ServiceStatus = fact("Status", "Where the service stands")
    issuer_name: str | None = fact(
        "Utfärdare", "Who issues the e-identification, where that is another than the supplier"
    )
    issuer_organisation_number: str | None = fact(
        "Utfärdarens organisationsnummer", "Organisation number of the issuer"
    )
    assurance_level: AssuranceLevel | None = fact(
        "Tillitsnivå", "Level of assurance of an e-identification; a mailbox has none"
    )
    assurance_decided_on: date | None = fact(
        "Tillitsbeslut", "Day of the decision on the level of assurance", unit="date"
    )
    assurance_valid_until: date | None = fact(
        "Tillitsbeslut gäller till", "First day the decision no longer holds", unit="date"
    )
    eidas_notification: EidasNotification | None = fact(
        "eIDAS-anmälan", "Whether it is notified under eIDAS", law="EU 910/2014 artikel 9"
    )
    eidas_level: EidasLevel | None = fact("eIDAS-nivå", "Level of assurance in eIDAS", law="EU 910/2014 artikel 8")
    non_resident: bool | None = fact("För icke bofasta", "Whether it is issued to persons not resident in Sweden")
    quality_mark: bool | None = fact("Kvalitetsmärke", "Whether it bears the quality mark Svensk e-legitimation")
    supports_signature: bool | None = fact("Stöd för underskrift", "Whether it supports signatures")
    supports_id_exchange: bool | None = fact("Stöd för id-växling", "Whether it supports exchange of identities")
    target_group: TargetGroup | None = fact("Målgrupp", "Whom it is for; empty where it is not known")
    contract_uri: str | None = fact("Avtalsidentifierare", "Contract identifier in the federation's metadata")
    website: str | None = fact("Webbplats", "Where the service is described")


@noun(
    plural="supplier_agreements",
    sv="anslutningsavtal med leverantör",
    en="supplier agreement",
    law="SFS 2023:704 15 §",
    order=("in_force_from",),
    begins=("signed_by_authority_on", "signed_by_supplier_on", "in_force_from"),
    alone=(Alone("agreement", ("supplier_id", "system"), ("in_force_from", "ends_on")),),
    checks={
        "signed_before_in_force": "greatest(signed_by_authority_on, signed_by_supplier_on) <= in_force_from",
        "in_force_before_ends": "in_force_from < ends_on",
        "signed_unless_only_reported": (
            "provenance = 'REPORTED' OR (signed_by_authority_on IS NOT NULL AND signed_by_supplier_on IS NOT NULL)"
        ),
        "notice_names_its_end": "(notice_given_on IS NULL AND end_ground IS NULL) OR ends_on IS NOT NULL",
    },
)
class SupplierAgreement(Fact, table=True):
    """The agreement that puts a supplier on the public list of 7 §, from its first day until it ends."""

    supplier_id: int = link("supplier", "Leverantör", "The contracting party")
    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    agreement_number: str | None = fact("Avtalsnummer", "Number of the agreement")
    requirements_version_id: int | None = link("requirements_version", "Avtalsvillkor", "The terms it was signed on")
    signed_by_authority_on: date | None = fact("Undertecknat av myndigheten", "Day the authority signed", unit="date")
    signed_by_supplier_on: date | None = fact("Undertecknat av leverantören", "Day the supplier signed", unit="date")
    in_force_from: date = fact("Gäller från och med", "First day in force", law="SFS 2023:704 7 §", unit="date")
    notice_given_on: date | None = fact("Uppsagt", "Day notice was given", unit="date")
    ends_on: date | None = fact("Upphör", "First day no longer in force", unit="date")
    end_ground: EndGround | None = fact("Upphörandegrund", "Why it ends")


@noun(
    plural="agreement_services",
    sv="tjänst i avtal",
    en="agreement service",
    law="SFS 2023:704 15 §",
    order=("agreement_id",),
)
class AgreementService(Fact, table=True):
    """A service that an agreement covers."""

    agreement_id: int = link("supplier_agreement", "Anslutningsavtal", "The agreement")
    service_id: int = link("service", "Tjänst", "The service it covers")


@noun(
    plural="reviews",
    sv="uppföljning av leverantör",
    en="follow-up review",
    law="avtal",
    order=("opened_on",),
    withheld=True,
    begins=("opened_on",),
    checks={
        "opened_before_closed": "opened_on <= closed_on",
        "outcome_when_closed": "(closed_on IS NULL) = (outcome IS NULL)",
    },
)
class Review(Fact, table=True):
    """A review of whether a supplier still meets its agreement."""

    supplier_id: int = link("supplier", "Leverantör", "Who is reviewed")
    service_id: int | None = link("service", "Tjänst", "The service reviewed, where it is one")
    case_number: str | None = fact("Diarienummer", "Case number")
    opened_on: date = fact("Inledd", "Day it was opened", unit="date")
    closed_on: date | None = fact("Avslutad", "Day it was closed", unit="date")
    outcome: ReviewOutcome | None = fact("Utfall", "How it ended")
    public_summary: str | None = fact("Offentlig sammanfattning", "What of it is public")


@noun(
    plural="review_findings",
    sv="brist",
    en="review finding",
    law="avtal",
    order=("review_id", "deadline"),
    withheld=True,
    checks={
        "remedied_in_order": "remedied_on IS NULL OR found_on <= remedied_on",
        "deadline_follows": "found_on <= deadline",
    },
)
class ReviewFinding(Fact, table=True):
    """Something a review found that the supplier must remedy by a deadline."""

    review_id: int = link("review", "Uppföljning", "The review that found it")
    severity: FindingSeverity = fact("Allvar", "How grave it is")
    description: str = fact("Beskrivning", "What was found")
    found_on: date = fact("Upptäckt", "Day it was found", unit="date")
    deadline: date = fact("Åtgärdas senast", "Last day to remedy it", unit="date")
    remedied_on: date | None = fact("Åtgärdad", "Day it was remedied", unit="date")
    public: bool = fact("Offentlig", "Whether the finding is public")
