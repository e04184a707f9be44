"""The list of trusted entities: who, since when, how it stood before, and by when the next list comes."""

import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from publish.as_lote import list_of_trusted_entities
from publish.signing import check_signature, trusted
from tests.publish.reading import document, imprint_of

CHECKER = Path(__file__).parents[3] / "shared" / "checks" / "val_lote.py"
OWN = "http://127.0.0.1:8000/def#"


def test_the_list_says_its_number_its_time_and_when_the_next_comes(edition: Path) -> None:
    scheme = document(edition / "lote.json")["LoTE"]["ListAndSchemeInformation"]
    assert scheme["LoTESequenceNumber"] == 1
    assert (scheme["ListIssueDateTime"], scheme["NextUpdate"]) == ("2026-05-01T12:00:00Z", "2026-06-01T12:00:00Z")
    assert (scheme["SchemeTerritory"], scheme["HistoricalInformationPeriod"]) == ("SE", 65535)


def test_every_supplier_ever_connected_is_an_entity_with_its_number(edition: Path) -> None:
    entities = document(edition / "lote.json")["LoTE"]["TrustedEntitiesList"]
    said = [each["TrustedEntityInformation"] for each in entities]
    assert [(one["TEName"][0]["value"], one["TETradeName"][0]["value"]) for one in said] == [
        ("Alfa AB, Åmål", "NTRSE-5560000167"),
        ("Beta AB", "NTRSE-5560000175"),
    ]
    assert {one["TEInformationExtensions"][0]["Provenance"] for one in said} == {"EXAMPLE"}


def test_a_connection_has_a_status_that_begins_at_midnight_in_sweden(edition: Path) -> None:
    alfa = document(edition / "lote.json")["LoTE"]["TrustedEntitiesList"][0]["TrustedEntityServices"]
    now = alfa[0]["ServiceInformation"]
    assert now["ServiceTypeIdentifier"] == f"{OWN}SystemCode.DIGITAL_POST"
    assert (now["ServiceStatus"], now["StatusStartingTime"]) == (
        f"{OWN}SupplierStatus.CONNECTED",
        "2026-01-31T23:00:00Z",
    )


PERIOD = {
    "supplier": "beta",
    "supplier_name": "Beta AB",
    "supplier_organisation_number": None,
    "system": "E_IDENTIFICATION",
    "system_sv": "elektronisk identifiering",
    "system_en": "electronic identification",
    "service": None,
    "provenance": "OFFICIAL",
}


def write(folder: Path, *periods: dict[str, str]) -> None:
    lines = [json.dumps({**PERIOD, **period}) for period in periods]
    (folder / "status-history.ndjson").write_text("".join(f"{line}\n" for line in lines))
    (folder / "services.ndjson").write_text("")


def said(folder: Path, edition: Path) -> dict[str, object]:
    parts = b"".join(list_of_trusted_entities(folder, imprint_of(edition)))
    lote: dict[str, object] = json.loads(parts)["LoTE"]
    return lote


def test_a_supplier_that_left_keeps_its_history_newest_first(edition: Path, tmp_path: Path) -> None:
    write(
        tmp_path,
        {"status": "CONNECTED", "status_from": "2025-07-01"},
        {"status": "TERMINATED", "status_from": "2026-01-01"},
        {"status": "ENDED", "status_from": "2026-04-01"},
    )
    (entity,) = said(tmp_path, edition)["TrustedEntitiesList"]  # type: ignore[misc]
    (service,) = entity["TrustedEntityServices"]
    assert service["ServiceInformation"]["ServiceStatus"] == f"{OWN}SupplierStatus.ENDED"
    assert [(each["ServiceStatus"], each["StatusStartingTime"]) for each in service["ServiceHistory"]] == [
        (f"{OWN}SupplierStatus.TERMINATED", "2025-12-31T23:00:00Z"),
        (f"{OWN}SupplierStatus.CONNECTED", "2025-06-30T22:00:00Z"),
    ]
    assert "TETradeName" not in entity["TrustedEntityInformation"]


def test_an_empty_register_leaves_the_list_out_as_the_standard_wants(edition: Path, tmp_path: Path) -> None:
    write(tmp_path)
    assert set(said(tmp_path, edition)) == {"ListAndSchemeInformation"}


def test_the_list_is_signed_by_the_publisher(edition: Path) -> None:
    keys = trusted((edition.parents[1] / "jwks.json").read_bytes())
    signature = (edition / "lote.json.jws").read_bytes()
    assert check_signature((edition / "lote.json").read_bytes(), signature, keys) == keys[0].kid


@pytest.mark.skipif(not CHECKER.exists(), reason="the schema of ETSI TS 119 602 is not at hand")
def test_the_list_is_what_the_schema_of_etsi_asks_for(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["val_lote.py", str(edition / "lote.json")])
    spec = importlib.util.spec_from_file_location("val_lote", CHECKER) or SimpleNamespace(loader=None)
    with pytest.raises(SystemExit) as ended:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))  # type: ignore[union-attr, arg-type]
    assert (ended.value.code, capsys.readouterr().out.strip()) == (False, f"{edition / 'lote.json'} 0 faults")
