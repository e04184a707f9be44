"""`lote.json`: the list of 7 § as a list of trusted entities (ETSI TS 119 602), read by those who follow trust lists.

An entity is a supplier that has or has had an agreement; nobody is ever taken out. Its services are its connection to
each system, told by its agreements, and the services it offers there; each has a status, since when, and how it stood
before, newest first. Days begin at midnight in Sweden. Where the standard has no form without a street address, which
the register does not hold, the list says so in words. Statuses and kinds are words of our own vocabulary: none of the
EU's lists has them.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from auktor.core.law import ACTS
from auktor.core.vocabulary import SupplierStatus
from publish.certificate import COUNTRY
from publish.columns import Column
from publish.manifest import Imprint, moment
from publish.publisher import Publisher
from publish.reading import Record, records
from publish.tables import SERVICES, STATUS_HISTORY

NAME = "lote.json"
SIGNATURE = f"{NAME}.jws"
KEPT_FOR_EVER = 65_535
"""The standard's `HistoricalInformationPeriod` of a list from which nothing is ever taken out."""

_LANGUAGES = ("sv", "en")
_NO_STREET = {"sv": "Gatuadress finns inte i registret", "en": "The register holds no street address"}
_SWEDEN = ZoneInfo("Europe/Stockholm")
_ACT = ACTS["2023:704"]


def list_of_trusted_entities(folder: Path, imprint: Imprint) -> Iterator[bytes]:
    """`lote.json`, in parts, from `status-history.ndjson` and `services.ndjson` in the folder."""
    yield b'{"LoTE":{"ListAndSchemeInformation":\n' + msgspec.json.encode(_scheme(imprint)) + b"\n"
    place = -1
    for place, entity in enumerate(_entities(folder, imprint.publisher)):
        # The standard has no empty list: where there is no entity, the list is left out.
        yield (b",\n" if place else b',"TrustedEntitiesList":[\n') + msgspec.json.encode(entity)
    yield b"\n]}}\n" if place >= 0 else b"}}\n"


def _scheme(imprint: Imprint) -> dict[str, Any]:
    publisher = imprint.publisher
    return {
        "LoTEVersionIdentifier": 1,
        "LoTESequenceNumber": imprint.number,
        "LoTEType": f"{publisher.public_url}/def#SupplierList",
        "SchemeOperatorName": _both(publisher.name_sv, publisher.name_en),
        **_operator_address(publisher),
        "SchemeName": _both(
            "SE:Auktorisationssystem för elektronisk identifiering och för digital post",
            "SE:Authorisation systems for electronic identification and for digital post",
        ),
        "SchemeInformationURI": [
            {"lang": "sv", "uriValue": f"{publisher.public_url}/om"},
            {"lang": "en", "uriValue": f"{publisher.public_url}/en/about"},
        ],
        "StatusDeterminationApproach": f"{publisher.public_url}/def#{SupplierStatus.__name__}",
        "SchemeTypeCommunityRules": [{"lang": language, "uriValue": _ACT.url} for language in _LANGUAGES],
        "SchemeTerritory": COUNTRY,
        "PolicyOrLegalNotice": [
            {"LoTELegalNotice": f"{_ACT.kind_sv.capitalize()} ({_ACT.number}) {_ACT.title_sv.removeprefix('lag ')}"}
        ],
        "HistoricalInformationPeriod": KEPT_FOR_EVER,
        "ListIssueDateTime": moment(imprint.issued),
        "NextUpdate": moment(imprint.next_update),
        "DistributionPoints": [f"{publisher.opendata_url}/latest/{NAME}"],
    }


def _operator_address(publisher: Publisher) -> dict[str, Any]:
    """Left out where the publisher has told no address by post: the form has none without a street."""
    if not publisher.street_address:
        return {}
    by_post = {
        "StreetAddress": publisher.street_address,
        "PostalCode": publisher.postal_code,
        "Locality": publisher.locality,
        "Country": COUNTRY,
    }
    told = {name: value for name, value in by_post.items() if value}
    return {
        "SchemeOperatorAddress": {
            "SchemeOperatorPostalAddress": [{"lang": language, **told} for language in _LANGUAGES],
            "SchemeOperatorElectronicAddress": [
                *_everywhere(f"mailto:{publisher.email}"),
                *_everywhere(f"{publisher.public_url}/"),
            ],
        }
    }


def _entities(folder: Path, publisher: Publisher) -> Iterator[dict[str, Any]]:
    """The suppliers in order, each with its services; both files lie sorted by supplier."""
    offered = groupby(records(folder, SERVICES), key=itemgetter("supplier"))
    supplier, services = next(offered, (None, iter(())))
    for key, rows in groupby(records(folder, STATUS_HISTORY), key=itemgetter("supplier")):
        known: dict[str, Record] = {}
        if key == supplier:
            known = {service["service"]: service for service in services}
            supplier, services = next(offered, (None, iter(())))
        yield _entity(list(rows), known, publisher)


def _entity(rows: Sequence[Record], known: dict[str, Record], publisher: Publisher) -> dict[str, Any]:
    told = rows[0]
    address = f"{publisher.public_url}/id/supplier/{told['supplier']}"
    country, number = _registered(told)
    where = {
        "TEPostalAddress": [
            {"lang": language, "StreetAddress": words, "Country": country} for language, words in _NO_STREET.items()
        ],
        "TEElectronicAddress": _everywhere(address),
    }
    information = {
        "TEName": _both(told["supplier_name"], told["supplier_name"]),
        **({"TETradeName": _both(number, number)} if number else {}),
        "TEAddress": where,
        "TEInformationURI": _everywhere(address),
        "TEInformationExtensions": [_extension(Provenance=told["provenance"])],
    }
    by_service = groupby(rows, key=itemgetter("system", "service"))
    return {
        "TrustedEntityInformation": information,
        "TrustedEntityServices": [_service(list(periods), known, publisher) for _, periods in by_service],
    }


def _registered(told: Record) -> tuple[str, str | None]:
    """The country a supplier is registered in, and its number there as EN 319 412-1 writes it: `NTRSE-5560000167`.

    One of which neither is known is only reported, and taken to be Swedish.
    """
    own = told["supplier_organisation_number"]
    if own is None and told["supplier_foreign_country"]:
        country = told["supplier_foreign_country"]
        return country, f"NTR{country}-{told['supplier_foreign_identifier']}"
    return COUNTRY, f"NTR{COUNTRY}-{own.replace('-', '')}" if own else None


def _service(periods: Sequence[Record], known: dict[str, Record], publisher: Publisher) -> dict[str, Any]:
    """A service as it stands, and how it stood before, newest first."""
    now, *before = reversed(periods)
    service: Record = known.get(now["service"] or "", {})
    told = _told(now, service, publisher)
    extensions = [_extension(Provenance=now["provenance"])]
    if service.get("assurance_level"):
        extensions.append(_extension(AssuranceLevel=service["assurance_level"]))
    said: dict[str, Any] = {"ServiceInformation": {**told, "ServiceInformationExtensions": extensions}}
    if before:
        said["ServiceHistory"] = [_told(each, service, publisher) for each in before]
    return said


def _told(period: Record, service: Record, publisher: Publisher) -> dict[str, Any]:
    own = period["service"]
    address = f"service/{own}" if own else f"supplier/{period['supplier']}#{period['system']}"
    return {
        "ServiceName": _both(service.get("name") or own, service.get("name") or own)
        if own
        else _both(f"Anslutning: {period['system_sv']}", f"Connection: {period['system_en']}"),
        "ServiceDigitalIdentity": {"OtherIds": [f"{publisher.public_url}/id/{address}"]},
        "ServiceTypeIdentifier": f"{publisher.public_url}/def#SystemCode.{period['system']}",
        "ServiceStatus": f"{publisher.public_url}/def#{_LISTS[period['status']]}.{period['status']}",
        "StatusStartingTime": _midnight(period["status_from"]),
    }


def _midnight(day: str) -> str:
    """The moment a day begins in Sweden, in UTC."""
    return moment(datetime.combine(date.fromisoformat(day), time(), _SWEDEN))


def _extension(**said: str) -> dict[str, Any]:
    """What a reader that does not know it may leave unread."""
    return {"Critical": False, **said}


def _everywhere(address: str) -> list[dict[str, str]]:
    """An address that is the same in both languages."""
    return [{"lang": language, "uriValue": address} for language in _LANGUAGES]


def _both(sv: str, en: str) -> list[dict[str, str]]:
    return [{"lang": "sv", "value": sv}, {"lang": "en", "value": en}]


def _status() -> Column:
    return next(column for column in STATUS_HISTORY.columns if column.name == "status")


_LISTS = {str(term): type(term).__name__ for term in _status().terms}
