"""Municipalities and counties, as the public lists of them describe them, in the words of the register."""

from collections import Counter
from collections.abc import Iterable, Mapping

from auktor.core.identifiers import key_from_name
from auktor.core.vocabulary import PublicActorCategory
from db.load.adapters.agencies import Cells

MUNICIPALITIES_REFERENCE = "kommuner.csv: sjbrg/swedish-geodata @ 03b0a24 (2026-02-11)"


def municipality_of_list(row: Mapping[str, str]) -> Cells:
    """A row of `kommuner.csv` as cells of a public actor; an organisation number it does not give is unknown."""
    return {
        "name": row["name"],
        "organisation_number": row["orgnr_formatted"] or row["orgnr"],
        "category": str(PublicActorCategory.MUNICIPALITY),
        "municipality_code": row["kommunkod"],
        "county_code": row["lankod"],
    }


def municipality_keys(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The key of each municipality by its code.

    Håbo and Habo would share one key, so names that do carry the code as well: `habo-kommun-0305`, `habo-kommun-0643`.
    """
    by_code = {row["kommunkod"]: key_from_name(row["name"]) for row in rows}
    times = Counter(by_code.values())
    return {code: key if times[key] == 1 else f"{key}-{code}" for code, key in by_code.items()}
