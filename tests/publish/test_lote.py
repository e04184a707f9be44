"""The list of trusted entities: who, since when, how it stood before, when the next list comes, and who signed it."""

import base64
import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from cryptography import x509
from joserfc import jwk, jws

from publish.as_lote import list_of_trusted_entities
from publish.publisher import Publisher
from publish.signing import trusted
from tests.publish.reading import document, imprint_of
from tests.shared import SHARED

CHECKER = SHARED / "checks" / "val_lote.py"
OWN = "http://127.0.0.1:8000/def#"
ALWAYS_TOLD = {
    "LoTEVersionIdentifier",
    "LoTESequenceNumber",
    "LoTEType",
    "SchemeOperatorName",
    "SchemeName",
    "SchemeInformationURI",
    "StatusDeterminationApproach",
    "SchemeTypeCommunityRules",
    "SchemeTerritory",
    "PolicyOrLegalNotice",
    "HistoricalInformationPeriod",
    "ListIssueDateTime",
    "NextUpdate",
    "DistributionPoints",
}


def scheme_of(edition: Path) -> dict[str, Any]:
    said: dict[str, Any] = document(edition / "lote.json")["LoTE"]["ListAndSchemeInformation"]
    return said


def test_the_list_says_its_number_its_time_and_when_the_next_comes(edition: Path) -> None:
    scheme = scheme_of(edition)
    assert set(scheme) == ALWAYS_TOLD
    assert scheme["LoTESequenceNumber"] == 1
    assert (scheme["ListIssueDateTime"], scheme["NextUpdate"]) == ("2026-05-01T12:00:00Z", "2026-06-01T12:00:00Z")
    assert (scheme["SchemeTerritory"], scheme["HistoricalInformationPeriod"]) == ("SE", 65535)
    assert {name["value"].partition(":")[0] for name in scheme["SchemeName"]} == {"SE"}


def test_every_supplier_ever_connected_is_an_entity_with_its_number(edition: Path) -> None:
    entities = document(edition / "lote.json")["LoTE"]["TrustedEntitiesList"]
    said = [each["TrustedEntityInformation"] for each in entities]
    assert [(one["TEName"][0]["value"], one["TETradeName"][0]["value"]) for one in said] == [
        ("Alfa AB, Åmål", "NTRSE-5560000167"),
        ("Beta AB", "NTRSE-5560000175"),
    ]
    extensions = [extension for one in said for extension in one["TEInformationExtensions"]]
    assert extensions == [{"Critical": False, "Provenance": "EXAMPLE"}] * 2


def test_a_connection_has_a_status_that_begins_at_midnight_in_sweden(edition: Path) -> None:
    alfa = document(edition / "lote.json")["LoTE"]["TrustedEntitiesList"][0]["TrustedEntityServices"]
    now = alfa[0]["ServiceInformation"]
    assert now["ServiceTypeIdentifier"] == f"{OWN}SystemCode.DIGITAL_POST"
    assert (now["ServiceStatus"], now["StatusStartingTime"]) == (
        f"{OWN}SupplierStatus.CONNECTED",
        "2026-01-31T23:00:00Z",
    )


def parts(value: object) -> Iterator[object]:
    """Every part of a JSON value."""
    yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(each)


def test_nothing_is_told_by_an_empty_text_and_all_that_has_a_language_is_told_in_both(edition: Path) -> None:
    every = list(parts(document(edition / "lote.json")))
    assert [each for each in every if each in ("", [], {})] == []
    spoken = [each for each in every if isinstance(each, list) and isinstance(each[0], dict) and "lang" in each[0]]
    assert spoken
    assert [each for each in spoken if {part["lang"] for part in each} != {"sv", "en"}] == []


PERIOD = {
    "supplier": "beta",
    "supplier_name": "Beta AB",
    "supplier_organisation_number": None,
    "supplier_foreign_country": None,
    "supplier_foreign_identifier": None,
    "system": "E_IDENTIFICATION",
    "system_sv": "elektronisk identifiering",
    "system_en": "electronic identification",
    "service": None,
    "status": "CONNECTED",
    "status_from": "2025-07-01",
    "provenance": "OFFICIAL",
}


def write(folder: Path, *periods: dict[str, str]) -> None:
    lines = [json.dumps({**PERIOD, **period}) for period in periods]
    (folder / "status-history.ndjson").write_text("".join(f"{line}\n" for line in lines))
    (folder / "services.ndjson").write_text("")


def said(folder: Path, edition: Path, publisher: Publisher | None = None) -> dict[str, Any]:
    imprint = msgspec.structs.replace(imprint_of(edition), publisher=publisher or Publisher())
    lote: dict[str, Any] = json.loads(b"".join(list_of_trusted_entities(folder, imprint)))["LoTE"]
    return lote


def test_a_supplier_that_left_keeps_its_history_newest_first(edition: Path, tmp_path: Path) -> None:
    write(
        tmp_path,
        {"status": "CONNECTED", "status_from": "2025-07-01"},
        {"status": "TERMINATED", "status_from": "2026-01-01"},
        {"status": "ENDED", "status_from": "2026-04-01"},
    )
    (entity,) = said(tmp_path, edition)["TrustedEntitiesList"]
    (service,) = entity["TrustedEntityServices"]
    assert service["ServiceInformation"]["ServiceStatus"] == f"{OWN}SupplierStatus.ENDED"
    assert [(each["ServiceStatus"], each["StatusStartingTime"]) for each in service["ServiceHistory"]] == [
        (f"{OWN}SupplierStatus.TERMINATED", "2025-12-31T23:00:00Z"),
        (f"{OWN}SupplierStatus.CONNECTED", "2025-06-30T22:00:00Z"),
    ]
    assert "TETradeName" not in entity["TrustedEntityInformation"]


def test_a_foreign_supplier_is_told_of_where_it_is_registered(edition: Path, tmp_path: Path) -> None:
    write(tmp_path, {"supplier_foreign_country": "NO", "supplier_foreign_identifier": "923609016"})
    (entity,) = said(tmp_path, edition)["TrustedEntitiesList"]
    told = entity["TrustedEntityInformation"]
    assert told["TETradeName"][0]["value"] == "NTRNO-923609016"
    assert {each["Country"] for each in told["TEAddress"]["TEPostalAddress"]} == {"NO"}


def test_the_operator_is_found_by_post_e_mail_and_web_once_its_street_is_set(edition: Path, tmp_path: Path) -> None:
    write(tmp_path)
    publisher = Publisher(email="post@verket.se", street_address="Box 1", postal_code="851 08", locality="Sundsvall")
    where = said(tmp_path, edition, publisher)["ListAndSchemeInformation"]["SchemeOperatorAddress"]
    sundsvall = {"StreetAddress": "Box 1", "PostalCode": "851 08", "Locality": "Sundsvall", "Country": "SE"}
    assert where["SchemeOperatorPostalAddress"] == [{"lang": "sv", **sundsvall}, {"lang": "en", **sundsvall}]
    found = {each["uriValue"] for each in where["SchemeOperatorElectronicAddress"]}
    assert found == {"mailto:post@verket.se", "http://127.0.0.1:8000/"}


def test_an_empty_register_leaves_the_list_out_as_the_standard_wants(edition: Path, tmp_path: Path) -> None:
    write(tmp_path)
    assert set(said(tmp_path, edition)) == {"ListAndSchemeInformation"}


def test_the_signature_is_jades_baseline_b_as_another_library_reads_it(edition: Path) -> None:
    signature = (edition / "lote.json.jws").read_text("ascii")
    public = jwk.OKPKey.import_key(msgspec.to_builtins(trusted((edition.parents[1] / "jwks.json").read_bytes())[0]))
    registry = jws.JWSRegistry(algorithms=["Ed25519"], strict_check_header=False)
    registry.max_header_length = 4096
    read = jws.deserialize_compact(signature, public, registry=registry)
    assert read.payload == (edition / "lote.json").read_bytes()
    head = read.headers()
    assert set(head) == {"alg", "cty", "iat", "kid", "x5c", "x5t#S256"}
    assert (head["cty"], head["iat"]) == ("json", int(datetime(2026, 5, 1, 12, 0, tzinfo=UTC).timestamp()))


def test_the_signer_is_the_operator_of_the_list_by_name_and_country(edition: Path) -> None:
    head = json.loads(base64.urlsafe_b64decode((edition / "lote.json.jws").read_text().partition(".")[0] + "=="))
    certificate = x509.load_der_x509_certificate(base64.b64decode(head["x5c"][0]))
    subject = {each.rfc4514_attribute_name: each.value for each in certificate.subject}
    scheme = scheme_of(edition)
    assert subject["C"] == scheme["SchemeTerritory"]
    assert subject["O"] in {name["value"] for name in scheme["SchemeOperatorName"]}


@pytest.mark.skipif(not CHECKER.exists(), reason=f"the schema of ETSI TS 119 602 is not in {SHARED}")
def test_the_list_is_what_the_schema_of_etsi_asks_for(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"supplier_foreign_country": "NO", "supplier_foreign_identifier": "923609016"})
    publisher = Publisher(street_address="Box 1", locality="Sundsvall")
    (tmp_path / "lote.json").write_text(json.dumps({"LoTE": said(tmp_path, edition, publisher)}))
    for path in (edition / "lote.json", tmp_path / "lote.json"):
        monkeypatch.setattr(sys, "argv", ["val_lote.py", str(path)])
        spec = importlib.util.spec_from_file_location("val_lote", CHECKER) or SimpleNamespace(loader=None)
        with pytest.raises(SystemExit) as ended:
            spec.loader.exec_module(importlib.util.module_from_spec(spec))  # type: ignore[union-attr, arg-type]
        assert (ended.value.code, capsys.readouterr().out.strip()) == (False, f"{path} 0 faults")
