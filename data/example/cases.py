"""Invented applications, decisions, court cases and follow-up reviews. The courts and officers are invented too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from suppliers import AGREEMENTS, E_ID, POST, Agreement
from writing import Row

COURT = "Exempelförvaltningsrätten (påhittad)"
OFFICER, DECIDER = "Exempelhandläggare (påhittad)", "Exempelbeslutsfattare (påhittad)"
_REVIEW_BEGAN = timedelta(days=5)
_APPROVED_BEFORE_SIGNING = timedelta(days=14)
_RECEIVED_BEFORE_SIGNING = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Application:
    """One application: who, for what, when it came, and its statuses with their first days."""

    key: str
    supplier: str
    system: str
    received_on: str
    statuses: tuple[tuple[str, str], ...]
    joint_applicants: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on an application; `ground` and `reasons` where it refuses."""

    application: str
    kind: str
    decided_on: str
    served_on: str | None = None
    final_on: str | None = None
    ground: str | None = None
    reasons: str | None = None


@dataclass(frozen=True, slots=True)
class ClosedReview:
    """One follow-up review that is over: of what, when, and how it ended."""

    supplier: str
    service: str
    opened_on: str
    closed_on: str
    outcome: str
    summary: str


CLOSED_REVIEWS = (
    ClosedReview("exempel-id", "exempel-id", "2026-03-02", "2026-03-30", "IN_ORDER", "Exempel: inga brister."),
    ClosedReview(
        "pahittade-legitimationer",
        "pahitt-mobil",
        "2026-04-10",
        "2026-05-05",
        "REMEDIED",
        "Exempel: brist åtgärdad.",
    ),
    ClosedReview(
        "bristexempel", "bristexempel", "2026-05-11", "2026-08-15", "AGREEMENT_ENDED", "Exempel: avtalet hävdes."
    ),
)

# One application for every way it may go that does not end in an agreement.
WITHOUT_AGREEMENT = (
    Application(
        "ansokan-sokandeexempel",
        "sokandeexempel",
        E_ID,
        "2026-09-14",
        (("UNDER_REVIEW", "2026-09-21"), ("SUPPLEMENT_REQUESTED", "2026-10-12")),
        "Medsökandeexempel AB (påhittat)",
    ),
    Application("ansokan-sokandeexempel-post", "sokandeexempel", POST, "2026-11-09", ()),
    Application(
        "ansokan-avslagsexempel-1",
        "avslagsexempel",
        E_ID,
        "2026-01-12",
        (("UNDER_REVIEW", "2026-01-19"), ("REJECTED", "2026-03-16"), ("REJECTED_FINAL", "2026-04-10")),
    ),
    Application(
        "ansokan-avslagsexempel-2",
        "avslagsexempel",
        E_ID,
        "2026-07-06",
        (("UNDER_REVIEW", "2026-07-20"), ("REJECTED", "2026-10-19"), ("RECTIFICATION_PENDING", "2026-11-05")),
    ),
    Application(
        "ansokan-rattelseexempel",
        "rattelseexempel",
        E_ID,
        "2026-02-02",
        (
            ("UNDER_REVIEW", "2026-02-09"),
            ("REJECTED", "2026-04-20"),
            ("RECTIFICATION_PENDING", "2026-05-08"),
            ("UNDER_REVIEW", "2026-09-03"),
        ),
    ),
    Application(
        "ansokan-rattelseexempel-post",
        "rattelseexempel",
        POST,
        "2025-09-01",
        (("UNDER_REVIEW", "2025-09-08"), ("WITHDRAWN", "2025-10-30")),
    ),
    Application(
        "ansokan-postexempel-1",
        "postexempel",
        POST,
        "2025-03-03",
        (("UNDER_REVIEW", "2025-03-10"), ("DISMISSED", "2025-04-07")),
    ),
    Application(
        "ansokan-exempelpost-1",
        "exempelpost",
        E_ID,
        "2025-06-02",
        (("UNDER_REVIEW", "2025-06-09"), ("STRUCK_OFF", "2025-08-18")),
    ),
    Application(
        "ansokan-framtidsexempel-1",
        "framtidsexempel",
        E_ID,
        "2025-05-05",
        (("UNDER_REVIEW", "2025-05-12"), ("APPROVED", "2025-07-07"), ("LAPSED", "2025-12-31")),
    ),
)
DECISIONS = (
    Decision(
        "ansokan-avslagsexempel-1",
        "REJECTION",
        "2026-03-16",
        "2026-03-19",
        "2026-04-10",
        "REQUIREMENTS_NOT_MET",
        "Exempel: tjänsten når inte den tillitsnivå som ansökan anger.",
    ),
    Decision(
        "ansokan-avslagsexempel-2",
        "REJECTION",
        "2026-10-19",
        "2026-10-22",
        None,
        "INFORMATION_WITHHELD",
        "Exempel: begärda upplysningar om underleverantörer har inte lämnats.",
    ),
    Decision(
        "ansokan-rattelseexempel",
        "REJECTION",
        "2026-04-20",
        "2026-04-24",
        None,
        "UNPAID_TAX",
        "Exempel: bolaget hade obetalda avgifter, vilket senare visade sig vara fel.",
    ),
    Decision("ansokan-postexempel-1", "DISMISSAL", "2025-04-07", "2025-04-10", "2025-05-02"),
    Decision("ansokan-exempelpost-1", "STRIKING_OFF", "2025-08-18", "2025-08-21"),
    Decision("ansokan-framtidsexempel-1", "APPROVAL", "2025-07-07", "2025-07-08"),
)


def applications() -> list[Row]:
    """Every invented application, a version for each status it has had."""
    everyone = [*(_application_behind(each) for each in AGREEMENTS), *WITHOUT_AGREEMENT]
    return [version for number, each in enumerate(everyone, 1) for version in _history(number, each)]


def _application_behind(agreement: Agreement) -> Application:
    """The application that led to an agreement: received, reviewed, approved and signed, in that order."""
    signed = date.fromisoformat(agreement.signed_on)
    received = signed - _RECEIVED_BEFORE_SIGNING
    statuses = (
        ("UNDER_REVIEW", str(received + _REVIEW_BEGAN)),
        ("APPROVED", _approved_on(agreement)),
        ("AGREEMENT_SIGNED", agreement.signed_on),
    )
    return Application(f"ansokan-{agreement.key}", agreement.supplier, agreement.system, str(received), statuses)


def _approved_on(agreement: Agreement) -> str:
    return str(date.fromisoformat(agreement.signed_on) - _APPROVED_BEFORE_SIGNING)


def _history(number: int, application: Application) -> list[Row]:
    e_id = application.system == E_ID
    base: Row = {
        "key": application.key,
        "case_number": f"Exempel {application.received_on[:4]}-{number:03d}",
        "supplier": application.supplier,
        "system": application.system,
        "requirements_version": "exempelkrav-e-identifiering-1" if e_id else "exempelkrav-digital-post-1",
        "received_on": application.received_on,
        "services": "Exempel: e-legitimation" if e_id else "Exempel: digital brevlåda",
        "joint_applicants": application.joint_applicants,
    }
    steps = (("RECEIVED", application.received_on), *application.statuses)
    ends = [day for _, day in steps[1:]] + [None]
    return [
        {**base, "status": status, "valid_from": day, "valid_to": end}
        for (status, day), end in zip(steps, ends, strict=True)
    ]


def decisions(exemptions: Sequence[Row]) -> list[Row]:
    """A decision for each approval, refusal and ending above, and one for each of `exemptions`."""
    approvals = [
        Decision(f"ansokan-{each.key}", "APPROVAL", _approved_on(each), _approved_on(each)) for each in AGREEMENTS
    ]
    rows = [_decision(each) for each in (*approvals, *DECISIONS)]
    return rows + [_exempting(each) for each in exemptions]


def _decision(decision: Decision) -> Row:
    return {
        "key": f"beslut-{decision.application}",
        "valid_from": decision.decided_on,
        "case_number": f"Exempel beslut {decision.application.removeprefix('ansokan-')}",
        "kind": decision.kind,
        "application": decision.application,
        "decided_on": decision.decided_on,
        "served_on": decision.served_on,
        "final_on": decision.final_on,
        "ground": decision.ground,
        "reasons": decision.reasons,
        "rectification_information": decision.kind == "REJECTION",
        "prepared_by": OFFICER,
        "decided_by": DECIDER,
    }


def _exempting(exemption: Row) -> Row:
    return {
        "key": f"beslut-{exemption['key']}",
        "valid_from": exemption["decided_on"],
        "case_number": exemption["case_number"],
        "kind": "EXEMPTION",
        "exemption": exemption["key"],
        "decided_on": exemption["decided_on"],
        "reasons": exemption["reason"],
        "rectification_information": False,
        "prepared_by": OFFICER,
        "decided_by": DECIDER,
    }


def rectification_cases() -> list[Row]:
    """One case the applicant won, a description before and after the judgment, and one that is pending."""
    won: Row = {
        "key": "rattelse-rattelseexempel",
        "valid_from": "2026-05-08",
        "valid_to": "2026-09-03",
        "decision": "beslut-ansokan-rattelseexempel",
        "court": COURT,
        "instance": "Exempel: första instans",
        "case_number": "Exempelmål 1-26",
        "received_on": "2026-05-08",
    }
    judged: Row = {"valid_from": "2026-09-03", "valid_to": None, "decided_on": "2026-09-03", "outcome": "GRANTED"}
    pending: Row = {
        "key": "rattelse-avslagsexempel",
        "valid_from": "2026-11-05",
        "valid_to": None,
        "decision": "beslut-ansokan-avslagsexempel-2",
        "case_number": "Exempelmål 2-26",
        "received_on": "2026-11-05",
    }
    return [won, {**won, **judged}, {**won, **pending}]


def reviews() -> list[Row]:
    """Follow-up reviews: two that ended well, one that ended an agreement, one that goes on."""
    rows = [version for each in CLOSED_REVIEWS for version in _before_and_after(each)]
    return [*rows, _opened("exempelkort", "exempelkort", "2026-10-05")]


def _before_and_after(review: ClosedReview) -> list[Row]:
    opened = _opened(review.supplier, review.service, review.opened_on)
    closed: Row = {
        "valid_from": review.closed_on,
        "closed_on": review.closed_on,
        "outcome": review.outcome,
        "public_summary": review.summary,
    }
    return [{**opened, "valid_to": review.closed_on}, {**opened, **closed}]


def _opened(supplier: str, service: str, opened_on: str) -> Row:
    return {
        "key": f"uppfoljning-{service}",
        "valid_from": opened_on,
        "supplier": supplier,
        "service": service,
        "case_number": f"Exempel uppföljning {service}",
        "opened_on": opened_on,
    }


def review_findings() -> list[Row]:
    """What the reviews found: remedied in time, never remedied, and still within its time."""
    remedied = _finding("pahitt-mobil", 1, "MAJOR", "2026-04-10", "2026-05-10")
    return [
        {**remedied, "valid_to": "2026-05-05"},
        {**remedied, "valid_from": "2026-05-05", "remedied_on": "2026-05-05"},
        _finding("bristexempel", 1, "CRITICAL", "2026-05-20", "2026-06-19"),
        _finding("bristexempel", 2, "MINOR", "2026-05-20", "2026-07-31"),
        _finding("exempelkort", 1, "MAJOR", "2026-10-15", "2026-12-15"),
    ]


def _finding(service: str, number: int, severity: str, found_on: str, deadline: str) -> Row:
    return {
        "key": f"brist-{service}-{number}",
        "valid_from": found_on,
        "review": f"uppfoljning-{service}",
        "severity": severity,
        "description": "Exempel: påhittad brist i tjänstens säkerhet",
        "found_on": found_on,
        "deadline": deadline,
        "public": severity != "MINOR",
    }
