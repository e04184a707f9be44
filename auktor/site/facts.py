"""What the facts of the register are called, and how their values are written for people: never a raw code."""

from collections.abc import Mapping
from datetime import date

from auktor.core.vocabulary import Language, Term
from auktor.core.wording import Wording
from auktor.site.words import count, on_day
from db.expressions import EXPRESSIONS
from db.facts import NOUNS, TermType
from db.models import METADATA

NOT_KNOWN = Wording("inte känt", "not known")
_TRUTH = {"True": Wording("ja", "yes"), "False": Wording("nej", "no")}
KINDS: Mapping[str, Wording] = {
    "authorisation_system": Wording("auktorisationssystem", "authorisation system"),
    "supplier": Wording("leverantör", "supplier"),
    "supplier_agreement": Wording("leverantörsavtal", "supplier agreement"),
    "service": Wording("tjänst", "service"),
    "regulation": Wording("författning", "regulation"),
    "fee_rule": Wording("avgiftsregel", "fee rule"),
    "fee_tier": Wording("avgiftssteg", "fee tier"),
    "requirements_version": Wording("kravversion", "requirements version"),
    "exemption": Wording("undantag", "exemption"),
    "actor_agreement": Wording("aktörsavtal", "actor agreement"),
    "public_actor": Wording("offentlig aktör", "public actor"),
    "milestone": Wording("milstolpe", "milestone"),
}
KINDS_IN_PLURAL: Mapping[str, Wording] = {
    "authorisation_system": Wording("Auktorisationssystem", "Authorisation systems"),
    "supplier": Wording("Leverantörer", "Suppliers"),
    "supplier_agreement": Wording("Leverantörernas avtal", "Agreements of suppliers"),
    "service": Wording("Tjänster", "Services"),
    "regulation": Wording("Författningar", "Regulations"),
    "fee_rule": Wording("Avgiftsregler", "Fee rules"),
    "requirements_version": Wording("Krav och villkor", "Requirements and terms"),
    "exemption": Wording("Undantag", "Exemptions"),
    "actor_agreement": Wording("Aktörernas avtal", "Agreements of public actors"),
    "public_actor": Wording("Offentliga aktörer", "Public actors"),
}
FACTS: Mapping[str, Wording] = {
    "actor_category": Wording("för vilka aktörer", "for which actors"),
    "agreement_number": Wording("avtalets nummer", "number of the agreement"),
    "amount_sek": Wording("belopp i kronor", "amount in kronor"),
    "answers_due_on": Wording("remissvar senast", "answers due on"),
    "applies_from": Wording("tillämpas från", "applies from"),
    "assurance_decided_on": Wording("tillitsnivån beslutad", "level decided"),
    "assurance_level": Wording("tillitsnivå", "level of assurance"),
    "assurance_valid_until": Wording("tillitsnivån gäller till", "level valid until"),
    "authorisation": Wording("bemyndigande", "empowered by"),
    "brand": Wording("varumärke", "brand"),
    "calculation": Wording("beräkning", "calculation"),
    "case_number": Wording("diarienummer", "case number"),
    "category": Wording("slag", "kind"),
    "ceases_on": Wording("upphör", "ceases on"),
    "circulated_on": Wording("remitterad", "circulated on"),
    "closed_on": Wording("avslutat", "closed on"),
    "code": Wording("system", "system"),
    "connected": Wording("ansluten", "connected"),
    "contract_uri": Wording("avtalets adress", "address of the contract"),
    "county_code": Wording("länskod", "county code"),
    "decided_on": Wording("beslutad", "decided on"),
    "decision_time_days": Wording("beslutstid i dagar", "days to a decision"),
    "department": Wording("departement", "ministry"),
    "detail_en": Wording("beskrivning på engelska", "description in English"),
    "detail_sv": Wording("beskrivning", "description"),
    "dimension": Wording("vad priset beror av", "what the price depends on"),
    "eidas_level": Wording("nivå enligt eIDAS", "level under eIDAS"),
    "eidas_notification": Wording("anmälan enligt eIDAS", "notification under eIDAS"),
    "end_ground": Wording("varför det upphör", "why it ends"),
    "ended_on": Wording("upphörde", "ended on"),
    "ends_on": Wording("upphör", "ends on"),
    "established_on": Wording("inrättat", "established on"),
    "exempt_from": Wording("undantagen från", "exempt from"),
    "exempt_until": Wording("undantagen till", "exempt until"),
    "foreign_country": Wording("land", "country"),
    "foreign_identifier": Wording("utländskt id", "foreign identifier"),
    "from_quantity": Wording("från antal", "from quantity"),
    "group_name": Wording("grupp", "group"),
    "holds_technical_rules": Wording("innehåller tekniska föreskrifter", "holds technical rules"),
    "in_effect": Wording("i kraft", "in effect"),
    "in_force_from": Wording("i kraft från", "in force from"),
    "issuer_name": Wording("utfärdare", "issuer"),
    "issuer_organisation_number": Wording("utfärdarens organisationsnummer", "organisation number of the issuer"),
    "item": Wording("prestation", "item"),
    "kind": Wording("slag", "kind"),
    "label": Wording("version", "version"),
    "legacy_scheme": Wording("tidigare regim", "older scheme"),
    "legal_form": Wording("juridisk form", "legal form"),
    "legal_source": Wording("rättslig grund", "legal source"),
    "listed": Wording("på listan enligt 7 §", "on the list of Section 7"),
    "municipality_code": Wording("kommunkod", "municipality code"),
    "name": Wording("namn", "name"),
    "name_en": Wording("engelskt namn", "English name"),
    "name_sv": Wording("svenskt namn", "Swedish name"),
    "non_resident": Wording("för den som inte är folkbokförd", "for those not resident"),
    "not_notified_because": Wording("varför den inte anmälts", "why it was not notified"),
    "notice_given_on": Wording("uppsagt", "notice given on"),
    "number": Wording("nummer", "number"),
    "obligation_status": Wording("skyldighet", "obligation"),
    "occurred_on": Wording("inträffade", "occurred on"),
    "operation_from": Wording("i drift från", "in operation from"),
    "organisation_number": Wording("organisationsnummer", "organisation number"),
    "paragraph": Wording("paragraf", "section"),
    "planned_on": Wording("planerat till", "planned for"),
    "previous_scheme": Wording("tidigare regim", "older scheme"),
    "promulgated_on": Wording("kungjord", "promulgated on"),
    "provenance": Wording("hur säker uppgiften är", "how sure the fact is"),
    "published_on": Wording("publicerad", "published on"),
    "quality_mark": Wording("kvalitetsmärke", "quality mark"),
    "reason": Wording("skäl", "reason"),
    "reference": Wording("var uppgiften finns", "where the fact was found"),
    "repealed_on": Wording("upphävd", "repealed on"),
    "rounding": Wording("avrundning", "rounding"),
    "series": Wording("författningssamling", "series"),
    "signed_by_actor_on": Wording("undertecknat av aktören", "signed by the actor"),
    "signed_by_authority_on": Wording("undertecknat av myndigheten", "signed by the authority"),
    "signed_by_supplier_on": Wording("undertecknat av leverantören", "signed by the supplier"),
    "signed_on": Wording("undertecknat", "signed on"),
    "state_owned": Wording("statlig", "state-owned"),
    "status": Wording("status", "status"),
    "subject": Wording("ämne", "subject"),
    "supports_id_exchange": Wording("stöder id-växling", "supports exchange of identities"),
    "supports_signature": Wording("stöder underskrift", "supports signatures"),
    "system": Wording("system", "system"),
    "target_group": Wording("målgrupp", "target group"),
    "title": Wording("titel", "title"),
    "title_en": Wording("engelsk titel", "English title"),
    "title_sv": Wording("titel", "title"),
    "to_quantity": Wording("till antal", "to quantity"),
    "under_government": Wording("lyder under regeringen", "under the government"),
    "unit": Wording("enhet", "unit"),
    "url": Wording("adress", "address"),
    "vat": Wording("moms", "VAT"),
    "website": Wording("webbplats", "website"),
    "year": Wording("år", "year"),
}


def fact(name: str, language: Language) -> str:
    """What a fact is called."""
    return FACTS[name].in_language(language) if name in FACTS else name.replace("_", " ")


def kind_name(name: str, language: Language, *, plural: bool = False) -> str:
    """What a kind of object is called."""
    known = (KINDS_IN_PLURAL if plural else KINDS).get(name)
    return known.in_language(language) if known else name.replace("_", " ")


def fact_value(of: str, name: str, told: str | None, language: Language) -> str:
    """The value of a fact of a kind of object, as the API tells it, in words: `UNDER_REVIEW` is *granskas*."""
    if told is None:
        return NOT_KNOWN.in_language(language)
    if told in _TRUTH:
        return _TRUTH[told].in_language(language)
    terms = _terms_of(of, name)
    if terms is not None:
        return Wording(terms(told).sv, terms(told).en).in_language(language).split(",", maxsplit=1)[0]
    return _written(name, told, language)


def _written(name: str, told: str, language: Language) -> str:
    day = _day(told)
    if day is not None:
        return on_day(day, language)
    return count(int(told), language) if name.endswith("quantity") and told.isdecimal() else told


def _terms_of(of: str, name: str) -> type[Term] | None:
    """The closed list a fact is taken from; None where it is from none."""
    if of not in NOUNS:
        return None
    derived = EXPRESSIONS.get(NOUNS[of], {}).get(name)
    column = METADATA.tables[of].columns.get(name)
    kind_of_column = derived.type if derived else column.type if column is not None else None
    return kind_of_column.terms if isinstance(kind_of_column, TermType) else None


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told) if len(told) == len("2026-01-01") else None
    except ValueError:
        return None
