"""Applications, decisions and court cases: what only those the law lets may see."""

from datetime import date

from auktor.core.vocabulary import ApplicationStatus, DecisionKind, RectificationOutcome, RejectionGround, SystemCode
from db.facts import Fact, code_link, fact, link, noun


@noun(
    plural="applications",
    sv="ansökan om anslutning",
    en="application",
    law="SFS 2023:704 8 §",
    order=("received_on", "case_number"),
    withheld=True,
    begins=("received_on",),
)
class Application(Fact, table=True):
    """A supplier's application to be approved; its versions are its life cycle."""

    case_number: str = fact("Diarienummer", "Case number")
    supplier_id: int = link("supplier", "Leverantör", "The applicant")
    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    requirements_version_id: int | None = link("requirements_version", "Krav", "The requirements it is tried against")
    received_on: date = fact("Inkom", "Day it was received", law="SFS 2023:704 8 §", unit="date")
    status: ApplicationStatus = fact("Status", "Where the application stands")
    services: str | None = fact("Tjänster", "The services it concerns, in words")
    joint_applicants: str | None = fact(
        "Gemensamma sökande", "Other companies of a joint application", law="SFS 2023:704 9 §"
    )


@noun(
    plural="decisions",
    sv="beslut",
    en="decision",
    law="SFS 2023:704 11 §",
    order=("decided_on", "case_number"),
    withheld=True,
    begins=("decided_on",),
    checks={
        "decided_before_served": "decided_on <= served_on",
        "served_before_final": "served_on <= final_on",
        "rejection_has_a_ground": "kind <> 'REJECTION' OR ground IS NOT NULL",
        "rejection_informs_of_rectification": "kind <> 'REJECTION' OR rectification_information",
        "concerns_one_case": "(application_id IS NULL) <> (exemption_id IS NULL)",
        "prepared_and_decided_by_two": "prepared_by <> decided_by",
    },
)
class Decision(Fact, table=True):
    """A decision on an application or an exemption."""

    case_number: str = fact("Diarienummer", "Case number")
    kind: DecisionKind = fact("Typ", "What it decides")
    application_id: int | None = link("application", "Ansökan", "The application it decides")
    exemption_id: int | None = link("exemption", "Undantag", "The exemption it grants")
    decided_on: date = fact("Beslutsdatum", "Day of the decision", unit="date")
    served_on: date | None = fact("Delgivet", "Day it was served", law="SFS 2023:704 18 §", unit="date")
    final_on: date | None = fact("Laga kraft", "Day it became final", unit="date")
    ground: RejectionGround | None = fact("Grund", "Ground of a rejection", law="SFS 2023:704 11 §")
    reasons: str | None = fact("Skäl", "The reasons in words")
    rectification_information: bool = fact(
        "Information om rättelse", "Whether it tells how to apply for rectification", law="SFS 2023:704 13 §"
    )
    prepared_by: str | None = fact("Berett av", "Who prepared it", withheld=True)
    decided_by: str | None = fact("Beslutat av", "Who took it", withheld=True)


@noun(
    plural="rectification_cases",
    sv="ärende om rättelse",
    en="rectification case",
    law="SFS 2023:704 16-18 §§",
    order=("received_on", "case_number"),
    withheld=True,
    begins=("received_on",),
    checks={
        "outcome_when_decided": "(outcome IS NULL) = (decided_on IS NULL)",
        "received_before_decided": "received_on <= decided_on",
    },
)
class RectificationCase(Fact, table=True):
    """A rejected applicant's case in the administrative court."""

    decision_id: int = link("decision", "Beslut", "The rejection that is challenged")
    court: str = fact("Domstol", "The court")
    instance: str | None = fact("Instans", "Instance")
    case_number: str = fact("Målnummer", "Case number of the court")
    received_on: date = fact("Inkom", "Day the court received it", law="SFS 2023:704 18 §", unit="date")
    decided_on: date | None = fact("Avgjort", "Day it was decided", unit="date")
    outcome: RectificationOutcome | None = fact("Utgång", "How it ended")
