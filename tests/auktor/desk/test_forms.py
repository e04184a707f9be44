"""Forms: the controls of a deed's input, and what is sent as the API's input."""

from auktor.core.deeds.regulations import IssueRegulation, PublishRequirementsVersion
from auktor.core.deeds.upkeep import ImportVolumes
from auktor.desk.forms import Kind, controls, variables


def test_rows_of_a_spreadsheet_become_records() -> None:
    sent = {
        "service": "Service:x",
        "rows": "PublicActor:a\tIDENTIFICATION\t2026-10-01\t12 000\n\nPublicActor:b; SIGNATURE",
    }
    assert variables(controls(ImportVolumes), sent) == {
        "service": "Service:x",
        "rows": [
            {"actor": "PublicActor:a", "item": "IDENTIFICATION", "month": "2026-10-01", "quantity": 12000},
            {"actor": "PublicActor:b", "item": "SIGNATURE"},
        ],
    }


def test_groups_hold_rows_and_empty_ones_are_none() -> None:
    chosen = {"fees.1.vat": "NOT_STATED", "fees.1.dimension": "NONE"}
    sent = {"title": "Avgift", "fees.0.item": "IDENTIFICATION", "fees.0.steps": "0;;0,12", **chosen}
    assert variables(controls(IssueRegulation), sent) == {
        "title": "Avgift",
        "fees": [{"item": "IDENTIFICATION", "steps": [{"fromQuantity": 0, "amountSek": "0.12"}]}],
    }


def test_a_record_of_its_own_is_asked_for_in_parts_and_left_empty_is_none() -> None:
    asked = controls(PublishRequirementsVersion)
    sent = {"label": "1", "euNotification.number": "2025/0123/S", "euNotification.detailedOpinion": "false"}
    notice = {"number": "2025/0123/S", "detailedOpinion": False}
    assert variables(asked, sent) == {"label": "1", "euNotification": notice}
    chosen = {"euNotification.number": " ", "euNotification.detailedOpinion": "false"}
    assert variables(asked, {"label": "1", **chosen}) == {"label": "1"}


def test_a_number_that_is_none_is_left_for_the_api_to_refuse() -> None:
    rows = variables(controls(ImportVolumes), {"rows": "PublicActor:a;IDENTIFICATION;2026-10-01;many"})["rows"]
    assert rows == [{"actor": "PublicActor:a", "item": "IDENTIFICATION", "month": "2026-10-01", "quantity": "many"}]


def test_what_may_be_left_empty_is_known() -> None:
    asked = {control.name: control for control in controls(IssueRegulation)}
    assert asked["inForceFrom"].required
    assert not asked["fees"].required
    assert asked["inForceFrom"].kind is Kind.DAY
