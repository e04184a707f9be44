"""Public actors: who they are, what they must do, what they have signed, and what they came from."""

from datetime import date

from auktor.core.vocabulary import (
    EndGround,
    LegacySchemeCode,
    ObligationStatus,
    PublicActorCategory,
    SuccessionKind,
    SystemCode,
)
from db.facts import Alone, Fact, code_link, fact, link, noun


@noun(
    plural="public_actors",
    sv="offentlig aktör",
    en="public actor",
    law="SFS 2023:704 4 §",
    order=("sort_name",),
    sought=("category", "county_code", "municipality_code", "organisation_number"),
    checks={
        "organisation_number_is_right": "is_organisation_number(organisation_number)",
        "municipality_code_is_right": r"municipality_code ~ '^\d{4}$'",
        "county_code_is_right": r"county_code ~ '^\d{2}$'",
        "only_agencies_are_under_the_government": "NOT under_government OR category = 'STATE_AGENCY'",
    },
)
class PublicActor(Fact, table=True):
    """Who may use the services; known by its key, for names change and 81 courts share one organisation number."""

    name: str = fact("Namn", "Name", law="SFS 2023:704 4 §")
    name_en: str | None = fact("Namn på engelska", "Name in English")
    organisation_number: str | None = fact(
        "Organisationsnummer", "Swedish organisation number; may be shared, may be unknown"
    )
    category: PublicActorCategory = fact("Kategori", "Kind of public actor", law="SFS 2023:704 4 §")
    group_name: str | None = fact("Grupp", "Group in Statistics Sweden's register of state agencies")
    under_government: bool | None = fact(
        "Under regeringen", "Whether a state agency answers to the government", law="SFS 2023:709 3 §"
    )
    department: str | None = fact("Departement", "Ministry the agency belongs to")
    municipality_code: str | None = fact("Kommunkod", "Municipality code, four digits")
    county_code: str | None = fact("Länskod", "County code, two digits")
    website: str | None = fact("Webbplats", "Website")
    ended_on: date | None = fact("Upphörd", "First day the actor no longer exists", unit="date")


@noun(
    plural="successions",
    sv="efterföljare",
    en="succession",
    law="SFS 2023:704 4 §",
    order=("happened_on",),
    begins=("happened_on",),
)
class Succession(Fact, table=True):
    """One public actor following another: merged into, split into or replaced by it."""

    predecessor_id: int = link("public_actor", "Föregångare", "The actor that was")
    successor_id: int = link("public_actor", "Efterföljare", "The actor that came")
    kind: SuccessionKind = fact("Slag", "Merged, split or replaced")
    happened_on: date = fact("Skedde", "First day of the successor", unit="date")


@noun(
    plural="actor_agreements",
    sv="avtal med offentlig aktör",
    en="actor agreement",
    law="SFS 2023:704 2 § 3",
    order=("in_force_from",),
    begins=("signed_by_actor_on", "signed_on", "in_force_from"),
    alone=(Alone("agreement", ("actor_id", "system"), ("in_force_from", "ends_on")),),
    checks={
        "signed_by_actor_before_both": "signed_by_actor_on <= signed_on",
        "signed_before_in_force": "signed_on <= in_force_from",
        "in_force_before_ends": "in_force_from < ends_on",
        "notice_names_its_end": "(notice_given_on IS NULL AND end_ground IS NULL) OR ends_on IS NOT NULL",
    },
)
class ActorAgreement(Fact, table=True):
    """The agreement under which a public actor uses the services of a system."""

    actor_id: int = link("public_actor", "Offentlig aktör", "The public actor")
    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    agreement_number: str | None = fact("Avtalsnummer", "Number of the agreement")
    requirements_version_id: int | None = link("requirements_version", "Avtalsvillkor", "The terms it was signed on")
    signed_by_actor_on: date | None = fact("Undertecknat av aktören", "Day the actor signed", unit="date")
    signed_on: date | None = fact("Undertecknat", "Day it was signed by both", unit="date")
    in_force_from: date = fact("Gäller från och med", "First day in force", unit="date")
    notice_given_on: date | None = fact("Uppsagt", "Day notice was given", unit="date")
    ends_on: date | None = fact("Upphör", "First day no longer in force", unit="date")
    end_ground: EndGround | None = fact("Upphörandegrund", "Why it ends")
    previous_scheme: LegacySchemeCode | None = code_link(
        "legacy_scheme", "Tidigare regim", "Older scheme the actor came from"
    )


@noun(
    plural="obligation_rules",
    sv="skyldighetsregel",
    en="obligation rule",
    law="SFS 2023:709 3 §",
    order=("system", "in_force_from"),
    alone=(Alone("rule", ("system",), ("in_force_from", "ends_on"), where="NOT proposed"),),
    checks={
        "in_force_before_ends": "in_force_from < ends_on",
        "digital_post_obliges_nobody": "system = 'E_IDENTIFICATION'",
    },
)
class ObligationRule(Fact, table=True):
    """A provision that obliges some public actors to use a system while it is in force."""

    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    title_sv: str = fact("Regel", "The rule, in Swedish", law="SFS 2023:709 3 §")
    title_en: str = fact("Regel på engelska", "The rule, in English")
    proposed: bool = fact("Förslag", "Whether it is only proposed, and so obliges nobody yet")
    in_force_from: date = fact("Gäller från och med", "First day in force", unit="date")
    ends_on: date | None = fact("Upphör", "First day no longer in force", unit="date")


@noun(
    plural="obligation_assessments",
    sv="bedömning av skyldighet",
    en="obligation assessment",
    law="SFS 2023:709 3 §",
    order=("actor_id", "rule_id"),
    alone=(Alone("assessment", ("actor_id", "rule_id"), ("valid_from", "valid_to")),),
)
class ObligationAssessment(Fact, table=True):
    """How an obligation rule was read for one actor, with the ground in words."""

    actor_id: int = link("public_actor", "Offentlig aktör", "The public actor")
    rule_id: int = link("obligation_rule", "Skyldighetsregel", "The rule that was read")
    outcome: ObligationStatus = fact("Utfall", "Obliged, exempt by statute, not covered or not assessed")
    requires_e_identification: bool | None = fact(
        "Kräver e-legitimation", "Whether the actor requires e-identification; unknown if empty"
    )
    ground_sv: str = fact("Grund", "The ground in words, in Swedish", law="SFS 2023:709 3 §")
    ground_en: str = fact("Grund på engelska", "The ground in words, in English")


@noun(
    plural="exemptions",
    sv="tidsbegränsat undantag",
    en="exemption",
    law="SFS 2023:709 4 §",
    order=("exempt_until", "actor_id"),
    begins=("decided_on", "exempt_from"),
    sought=("case_number",),
    alone=(Alone("exemption", ("actor_id", "system"), ("exempt_from", "exempt_until")),),
    checks={
        "begins_before_it_ends": "exempt_from < exempt_until",
        "only_e_identification": "system = 'E_IDENTIFICATION'",
        "decided_before_it_ends": "decided_on < exempt_until",
    },
)
class Exemption(Fact, table=True):
    """A decision that an obliged actor need not use the system for a limited time; it always has an end."""

    actor_id: int = link("public_actor", "Offentlig aktör", "Who is exempt")
    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    case_number: str = fact("Diarienummer", "Case number of the decision")
    decided_on: date = fact("Beslutat", "Day of the decision", unit="date")
    exempt_from: date = fact("Undantagen från och med", "First day of the exemption", unit="date")
    exempt_until: date = fact(
        "Undantagen till (ej med)", "First day after the exemption", law="SFS 2023:709 4 §", unit="date"
    )
    reason: str = fact("Skäl", "Why the exemption was granted")


@noun(plural="legacy_schemes", sv="tidigare regim", en="legacy scheme", law="SFS 2013:311", order=("code",))
class LegacyScheme(Fact, table=True):
    """An older scheme that is being wound over; the key of the object is its code."""

    code: LegacySchemeCode = fact("Kod", "Code of the scheme")
    system: SystemCode = code_link("authorisation_system", "Ersätts av", "The authorisation system that replaces it")
    name_sv: str = fact("Namn på svenska", "Name in Swedish")
    name_en: str = fact("Namn på engelska", "Name in English")
    legal_basis: str | None = fact("Rättslig grund", "What it rested on")
    operated_from: date | None = fact("I drift från och med", "First day of operation", unit="date")
    closed_to_new_on: date | None = fact("Stängd för nya", "First day without new connections", unit="date")
    ended_on: date | None = fact("Upphörd", "First day it no longer operates", unit="date")


@noun(
    plural="legacy_connections",
    sv="anslutning till tidigare regim",
    en="legacy connection",
    law="SFS 2013:311",
    order=("scheme", "connected_from"),
    checks={
        "one_participant": "(actor_id IS NULL) <> (supplier_id IS NULL)",
        "connected_before_disconnected": "connected_from < disconnected_on",
    },
)
class LegacyConnection(Fact, table=True):
    """One participant of an older scheme, and when it moved."""

    scheme: LegacySchemeCode = code_link("legacy_scheme", "Tidigare regim", "The older scheme")
    actor_id: int | None = link("public_actor", "Offentlig aktör", "The public actor, where it is one")
    supplier_id: int | None = link("supplier", "Leverantör", "The supplier, where it is one")
    connected_from: date | None = fact("Ansluten från och med", "First day connected", unit="date")
    disconnected_on: date | None = fact("Frånkopplad", "First day no longer connected", unit="date")
    move_by: date | None = fact("Flyttas senast", "Last day to move to the authorisation system", unit="date")
