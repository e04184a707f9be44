"""Validators that others wrote pass the edition: Data Package, CSV on the Web, JSON Schema, and the EU's shapes."""

import os
import subprocess
import sys
from pathlib import Path

import frictionless
import pytest
from csvw import CSVW
from jsonschema import Draft202012Validator, FormatChecker

from publish.tables import TABLES, Table
from tests.publish.reading import document, ndjson_rows
from tests.shared import SHARED

CHECKS = SHARED / "checks" / "check_edition.sh"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the validator's own
def test_frictionless_finds_the_data_package_valid(edition: Path) -> None:
    report = frictionless.validate(str(edition / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "type", "message"])
    assert len(report.tasks) == len(TABLES)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the validator's own
def test_csvw_finds_the_files_as_they_are_described(edition: Path) -> None:
    assert CSVW(str(edition / "csv-metadata.json"), validate=True).is_valid


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_line_is_valid_by_its_json_schema_with_formats(edition: Path, table: Table) -> None:
    schema = document(edition / f"{table.name}.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    rows = ndjson_rows(edition, table.name)
    assert [fault.message for row in rows for fault in validator.iter_errors(row)] == []


def test_the_supplier_list_is_valid_by_the_schema_it_names(edition: Path) -> None:
    said = document(edition / "suppliers.json")
    validator = Draft202012Validator(document(edition / said["$schema"]), format_checker=FormatChecker())
    assert [fault.message for fault in validator.iter_errors(said)] == []


def test_a_wrong_date_is_no_valid_line(edition: Path) -> None:
    validator = Draft202012Validator(document(edition / "suppliers.schema.json"), format_checker=FormatChecker())
    row = ndjson_rows(edition, "suppliers")[0] | {"in_force_from": "2026-02-30"}
    assert [fault.message for fault in validator.iter_errors(row)] == ["'2026-02-30' is not a 'date'"]


@pytest.mark.outside
@pytest.mark.skipif(not CHECKS.exists(), reason=f"the shapes of the EU and of Sweden are not in {SHARED}")
def test_the_shapes_of_the_eu_and_of_sweden_find_no_fault(edition: Path) -> None:
    surroundings = os.environ | {"VENV": sys.prefix}
    check = subprocess.run([str(CHECKS), str(edition)], env=surroundings, capture_output=True, text=True, check=False)
    assert (check.returncode, "FAIL" in check.stdout) == (0, False), check.stdout
