#!/usr/bin/env python3
"""Write the register's public actors and obligation assessments from the public lists they were found in.

    python data/derive.py AGENCIES.csv MUNICIPALITIES.csv data/register

The lists, their commits and licences stand in data/README.md. Every other file of the register is written by hand,
since each of its facts was read in a text. The same lists give the same bytes.
"""

import argparse
import csv
from collections.abc import Iterable
from pathlib import Path

from auktor.core.identifiers import key_from_name
from db.load.adapters import (
    agency_key,
    agency_of_list,
    assessment_key,
    assessment_of_list,
    municipality_keys,
    municipality_of_list,
)

Row = dict[str, str]

# The day the act entered into force: the register describes nobody before it, and says nothing of when an agency began.
REGISTER_BEGINS = "2024-01-01"
RULE_BEGINS = "2025-01-01"
MERGER = "2026-01-01"

AGENCIES_FOUND = (
    "SCB:s myndighetsregister 2026-01-02, jämfört med Statskontorets och ESV:s listor; kopia i "
    "github.com/civictechsweden/myndighetsdata @ e5b5c07 (CC0)"
)
READING_FOUND = f"Registrets egen läsning av 3 § förordning (2023:709), ingen officiell lista. {AGENCIES_FOUND}"
MERGER_FOUND = f"{AGENCIES_FOUND}; README i samma kopia: ESV tog upp Statskontoret den 1 januari 2026 och tog dess namn"
MUNICIPALITIES_FOUND = "github.com/sjbrg/swedish-geodata @ 03b0a24 2026-02-11 (CC0 1.0)"
NUMBER_FOUND = f"{MUNICIPALITIES_FOUND}; organisationsnumret i offentlig källkod och öppna data, kontrollsiffran prövad"
REGIONS_FOUND = "Registrets egen kännedom om regionernas namn, inte bekräftad i någon läst källa"
REGION_NUMBER_FOUND = f"{REGIONS_FOUND}; organisationsnumret i offentlig källkod, kontrollsiffran prövad"

# Whether 3 § means these among the agencies under the government has not been tried, so nothing is said of it.
UNTRIED_GROUPS = {"AP-fonder", "Svenska utlandsmyndigheter", "Sveriges domstolar samt Domstolsverket"}

# The one name that the list has in capitals. Its slips of the pen stay: by its names a newer list finds its agencies.
WRITTEN_OUT = {"SVERIGES RIKSBANK": "Sveriges riksbank"}

# Gotland is not here: it is one legal person, a municipality with the tasks of a region.
REGIONS = {
    "01": ("Region Stockholm", "232100-0016"),
    "03": ("Region Uppsala", ""),
    "04": ("Region Sörmland", ""),
    "05": ("Region Östergötland", ""),
    "06": ("Region Jönköpings län", ""),
    "07": ("Region Kronoberg", ""),
    "08": ("Region Kalmar län", ""),
    "10": ("Region Blekinge", ""),
    "12": ("Region Skåne", "232100-0255"),
    "13": ("Region Halland", ""),
    "14": ("Västra Götalandsregionen", "232100-0131"),
    "17": ("Region Värmland", ""),
    "18": ("Region Örebro län", ""),
    "19": ("Region Västmanland", ""),
    "20": ("Region Dalarna", ""),
    "21": ("Region Gävleborg", ""),
    "22": ("Region Västernorrland", ""),
    "23": ("Region Jämtland Härjedalen", ""),
    "24": ("Region Västerbotten", ""),
    "25": ("Region Norrbotten", ""),
}

ACTOR_COLUMNS = (
    "key",
    "name",
    "name_en",
    "organisation_number",
    "category",
    "group_name",
    "under_government",
    "department",
    "municipality_code",
    "county_code",
    "website",
    "ended_on",
    "valid_from",
    "valid_to",
    "provenance",
    "reference",
)
ASSESSMENT_COLUMNS = (
    "key",
    "actor",
    "rule",
    "outcome",
    "requires_e_identification",
    "ground_sv",
    "ground_en",
    "valid_from",
    "valid_to",
    "provenance",
    "reference",
)

# What is read for the agency that is no more, from the day it ended.
ENDED = {
    "outcome": "NOT_COVERED",
    "ground_sv": "Myndigheten finns inte längre; dess uppgifter övertogs av den som tog dess namn.",
    "ground_en": "The agency is no more; its tasks went to the one that took its name.",
}


def agencies(found: Iterable[Row]) -> list[Row]:
    """One row for each agency, and two for the pair whose merger gave the survivor the other's name."""
    return [version for row in found for version in _versions(_agency(row))]


def _agency(found: Row) -> Row:
    cells = agency_of_list(found)
    return {
        **cells,
        "key": agency_key(found["name"]),
        "name": _name(cells["name"]),
        "under_government": "" if found["scb_group"] in UNTRIED_GROUPS else cells["under_government"],
        "website": _website(cells["website"]),
        "valid_from": REGISTER_BEGINS,
        "provenance": "OFFICIAL",
        "reference": AGENCIES_FOUND,
    }


def _versions(agency: Row) -> list[Row]:
    """ESV took up Statskontoret and its name: one object goes on under a new name, the other ends."""
    before = {**agency, "valid_to": MERGER, "reference": MERGER_FOUND}
    after = {**agency, "valid_from": MERGER, "reference": MERGER_FOUND}
    if agency["key"] == "ekonomistyrningsverket":
        return [before, {**after, "name": "Statskontoret", "website": "https://www.statskontoret.se"}]
    if agency["key"] == "statskontoret":
        return [before, {**after, "website": "", "ended_on": MERGER}]
    return [agency]


def _name(text: str) -> str:
    return " ".join(WRITTEN_OUT.get(text, text).split())


def _website(text: str) -> str:
    return f"https://{text}" if text and "://" not in text else text


def municipalities(found: Iterable[Row]) -> list[Row]:
    """The municipalities; where two names give one key (Habo, Håbo) both take their code into it."""
    rows = list(found)
    keys = municipality_keys(rows)
    return [_municipality(keys[row["kommunkod"]], municipality_of_list(row)) for row in rows]


def _municipality(key: str, cells: Row) -> Row:
    return {
        **cells,
        "key": key,
        "valid_from": REGISTER_BEGINS,
        "provenance": "REPORTED",
        "reference": NUMBER_FOUND if cells["organisation_number"] else MUNICIPALITIES_FOUND,
    }


def regions() -> list[Row]:
    """The twenty regions that are legal persons of their own."""
    return [
        {
            "key": key_from_name(name),
            "name": name,
            "organisation_number": number,
            "category": "REGION",
            "county_code": county,
            "valid_from": REGISTER_BEGINS,
            "provenance": "REPORTED",
            "reference": REGION_NUMBER_FOUND if number else REGIONS_FOUND,
        }
        for county, (name, number) in REGIONS.items()
    ]


def assessments(found: Iterable[Row]) -> list[Row]:
    """How 3 § was read for every agency; for the one that ended, also from the day it did."""
    return [version for row in found for version in _readings(row)]


def _readings(found: Row) -> list[Row]:
    actor = agency_key(found["name"])
    reading = {
        **assessment_of_list(found, actor),
        "key": assessment_key(actor),
        "valid_from": RULE_BEGINS,
        "provenance": "REPORTED",
        "reference": READING_FOUND,
    }
    if actor != "statskontoret":
        return [reading]
    return [{**reading, "valid_to": MERGER}, {**reading, **ENDED, "valid_from": MERGER}]


def write(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    """Write `rows` by key and first valid day, with one line ending everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["key"], row["valid_from"])))


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Read the lists named on the command line and write the two files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("agencies", type=Path, help="list of state agencies, CSV")
    parser.add_argument("municipalities", type=Path, help="list of municipalities, CSV")
    parser.add_argument("folder", type=Path, help="folder to write into")
    given = parser.parse_args()
    state = _read(given.agencies)
    actors = agencies(state) + municipalities(_read(given.municipalities)) + regions()
    write(given.folder / "public_actors.csv", ACTOR_COLUMNS, actors)
    write(given.folder / "obligation_assessments.csv", ASSESSMENT_COLUMNS, assessments(state))


if __name__ == "__main__":
    main()
