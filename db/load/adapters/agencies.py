"""State agencies as Statistics Sweden's register and the list made from it describe them, in the register's words.

The bundled register is made with these same functions, so that a file loaded later meets the same keys.
"""

from collections.abc import Mapping
from typing import NamedTuple

from auktor.core.identifiers import LONGEST_KEY, key_from_name
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory

Cells = dict[str, str]

RULE = "sfs-2023-709-3"
_UNDER_PARLIAMENT = "Myndigheter under riksdagen"
# Whether 3 § counts these among the agencies under the government has not been tried, so nothing is said of it.
_UNTRIED = frozenset({"AP-fonder", "Svenska utlandsmyndigheter", "Sveriges domstolar samt Domstolsverket"})
LIST_REFERENCE = (
    "statliga_myndigheter.csv: SCB:s myndighetsregister via civictechsweden/myndighetsdata @ e5b5c07 (2026-01-02), "
    "skyldigheten läst ur 3 § förordning (2023:709)"
)
REGISTER_REFERENCE = "SCB:s myndighetsregister via civictechsweden/myndighetsdata @ e5b5c07 (2026-01-02)"

# Statistics Sweden abbreviates, misspells or writes out these; the register keeps the name the agency itself goes by.
_OWN_NAMES = {
    "arvfondsdelegationen": "Arvsfondsdelegationen",
    "forskningsrådet f miljö, areella näringar och samhällsbyggande": (
        "Forskningsrådet för miljö, areella näringar och samhällsbyggande"
    ),
    "hälso- & sjukvårdens ansvarsnämnd": "Hälso- och sjukvårdens ansvarsnämnd",
    "ilo-kommittén": "Svenska ILO-kommittén",
    "inspektionen för arbetslöshetsförsäkring": "Inspektionen för arbetslöshetsförsäkringen",
    "institutet för arbetsmarknads-och utbildningspolitisk utvärdering": (
        "Institutet för arbetsmarknads- och utbildningspolitisk utvärdering"
    ),
    "kungliga biblioteket": "Kungl. Biblioteket",
    "kungliga konsthögskolan": "Kungl. Konsthögskolan",
    "kungliga musikhögskolan": "Kungl. Musikhögskolan i Stockholm",
    "kungliga tekniska högskolan": "Kungl. Tekniska högskolan",
    "myndigheten för ungdoms-och civilsamhällesfrågor": "Myndigheten för ungdoms- och civilsamhällesfrågor",
    "riksdagens ombudsmän": "Riksdagens ombudsmän JO",
    "rättshjälpnämnden": "Rättshjälpsnämnden",
    "sida": "Styrelsen för internationellt utvecklingssamarbete",
    "svenska esf-rådet": "Rådet för europeiska socialfonden i Sverige",
    "svenska kraftnät": "Affärsverket svenska kraftnät",
    "tandvårds-och läkemedelsförmånsverket, tlv": "Tandvårds- och Läkemedelsförmånsverket",
    "totalförsvarets forskningsinstitut, foi": "Totalförsvarets forskningsinstitut",
}


class Reading(NamedTuple):
    """How 3 § förordning (2023:709) reads for a group of agencies: the outcome and its ground in both languages."""

    outcome: ObligationStatus
    ground_sv: str
    ground_en: str


_OBLIGED = Reading(
    ObligationStatus.OBLIGED,
    "Statlig myndighet under regeringen: skyldig när den kräver elektronisk identifiering av enskilda "
    "(3 § första stycket förordning 2023:709).",
    "State agency under the government: obliged where it requires electronic identification of individuals "
    "(3 § first paragraph, ordinance 2023:709).",
)
_NOT_ASSESSED = Reading(
    ObligationStatus.NOT_ASSESSED,
    "Om gruppen hör till de statliga myndigheterna under regeringen i den mening som avses i 3 § första stycket "
    "förordning 2023:709 är inte bedömt.",
    "Whether the group counts among the state agencies under the government in the sense of 3 § first paragraph, "
    "ordinance 2023:709, has not been assessed.",
)
_NOT_COVERED = Reading(
    ObligationStatus.NOT_COVERED,
    "Inte en myndighet under regeringen, utan under riksdagen (3 § första stycket förordning 2023:709).",
    "Not an agency under the government but under the parliament (3 § first paragraph, ordinance 2023:709).",
)
_UNDER_DEFENCE = Reading(
    ObligationStatus.EXEMPT_BY_STATUTE,
    "Hör till Försvarsdepartementet (3 § andra stycket förordning 2023:709).",
    "Belongs to the Ministry of Defence (3 § second paragraph, ordinance 2023:709).",
)
_NAMED = Reading(
    ObligationStatus.EXEMPT_BY_STATUTE,
    "Namngiven i 3 § andra stycket förordning 2023:709.",
    "Named in 3 § second paragraph, ordinance 2023:709.",
)
_READINGS = {
    "OBLIGED_IF_REQUIRES_EID": _OBLIGED,
    "OBLIGED_IF_REQUIRES_EID_CHECK": _NOT_ASSESSED,
    "NOT_COVERED": _NOT_COVERED,
}


def agency_key(name: str) -> str:
    """The key of a state agency, from the name it goes by."""
    return key_from_name(name)


def agency_of_list(row: Mapping[str, str]) -> Cells:
    """A row of `statliga_myndigheter.csv` as cells of a public actor."""
    return {
        "name": _one_line(row["name"]),
        "name_en": row["name_en"],
        "organisation_number": row["orgnr_formatted"] or row["orgnr"],
        "category": str(PublicActorCategory.STATE_AGENCY),
        "group_name": row["scb_group"],
        "under_government": _under_government(row["scb_group"]),
        "department": row["department"],
        "website": _website(row["website"]),
    }


def assessment_of_list(row: Mapping[str, str], actor: str) -> Cells:
    """The same row as cells of an obligation assessment of the actor with the key `actor`.

    A code the list is not known to use is passed on as the outcome, and so reported like any other unknown word.
    """
    outcome, ground_sv, ground_en = _reading(row) or (row["obligation"], row["ground"], row["ground"])
    return {"actor": actor, "rule": RULE, "outcome": str(outcome), "ground_sv": ground_sv, "ground_en": ground_en}


def _reading(row: Mapping[str, str]) -> Reading | None:
    if row["obligation"] == "EXEMPT":
        return _NAMED if row["ground"].startswith("named") else _UNDER_DEFENCE
    return _READINGS.get(row["obligation"])


def assessment_key(actor: str) -> str:
    """The key of how 3 § förordning (2023:709) was read for the actor with the key `actor`."""
    room = LONGEST_KEY - len(RULE) - 1
    return f"{actor[:room].rstrip('-')}-{RULE}"


def own_name(scb_name: str) -> str:
    """The name an agency goes by, where Statistics Sweden writes it otherwise; else the name as it stands there."""
    return _OWN_NAMES.get(scb_name.casefold(), _one_line(scb_name))


def agency_of_register(scb_name: str, entry: Mapping[str, object]) -> Cells:
    """An entry of Statistics Sweden's register as cells of a public actor.

    An ended agency has only its number and the year it ended, so it is held to have ended with that year. Addresses,
    telephone and e-mail are left behind: the register holds nothing about persons.
    """
    cells = {
        "name": own_name(scb_name),
        "organisation_number": _text(entry, "org_nr"),
        "category": str(PublicActorCategory.STATE_AGENCY),
    }
    if "end" in entry:
        return cells | {"ended_on": _first_day_after(entry["end"])}
    group, website = _text(entry, "group"), _website(_text(entry, "website"))
    return cells | {"group_name": group, "under_government": _under_government(group), "website": website}


def _first_day_after(year: object) -> str:
    """The first day after a year; what is no year is passed on as it stands and reported as no date."""
    return f"{year + 1:04}-01-01" if isinstance(year, int) else str(year)


def _text(entry: Mapping[str, object], name: str) -> str:
    return str(entry.get(name) or "")


def _under_government(group: str) -> str:
    if group in _UNTRIED:
        return ""
    return "false" if group == _UNDER_PARLIAMENT else "true"


def _website(text: str) -> str:
    """The address with its scheme, which the lists leave out."""
    return f"https://{text}" if text and "://" not in text else text


def _one_line(name: str) -> str:
    return " ".join(name.split())
