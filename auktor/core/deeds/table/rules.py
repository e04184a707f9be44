"""Rules: regulations with their fees, requirements and terms, and what suppliers are paid."""

from auktor.core.deeds import compensation, regulations
from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.table.grounds import ACT, DECIDES, OFFICE, ORDINANCE

_DIRECTIVE = "EU 2015/1535"

RULES = (
    Deed(
        "circulate_regulation",
        regulations.CirculateRegulation,
        "regulation",
        OFFICE,
        f"{ORDINANCE} 8 §",
        "Record that the draft of a regulation was sent for comment; by that it is public",
        "remittera föreskrift",
    ),
    Deed(
        "notify_regulation",
        regulations.NotifyRegulation,
        "regulation",
        OFFICE,
        _DIRECTIVE,
        "Record that the technical rules of a draft were notified to the EU; it then stands still",
        "anmäla föreskrift",
    ),
    Deed(
        "record_detailed_opinion",
        regulations.RecordDetailedOpinion,
        "eu_notification",
        OFFICE,
        f"{_DIRECTIVE} artikel 6",
        "Record a detailed opinion on a notified draft, which prolongs its standstill",
        "registrera detaljerat utlåtande",
    ),
    Deed(
        "issue_regulation",
        regulations.IssueRegulation,
        "regulation",
        DECIDES,
        f"{ORDINANCE} 5-7 §§",
        "Decide a circulated draft, with the fees it sets",
        "besluta föreskrift",
        prepared_as="draft_regulation",
        prepared_by=OFFICE,
    ),
    Deed(
        "promulgate_regulation",
        regulations.PromulgateRegulation,
        "regulation",
        OFFICE,
        f"{ORDINANCE} 5-7 §§",
        "Promulgate a decided regulation",
        "kungöra föreskrift",
    ),
    Deed(
        "repeal_regulation",
        regulations.RepealRegulation,
        "regulation",
        DECIDES,
        f"{ORDINANCE} 5-7 §§",
        "Repeal a regulation in force, and the fees it sets",
        "upphäva föreskrift",
    ),
    Deed(
        "publish_requirements_version",
        regulations.PublishRequirementsVersion,
        "requirements_version",
        DECIDES,
        f"{ACT} 6 §",
        "Publish requirements, terms or technical rules",
        "publicera krav och villkor",
    ),
    Deed(
        "decide_compensation",
        compensation.DecideCompensation,
        "compensation_rule",
        DECIDES,
        "avtal",
        "Decide what suppliers are paid for an item, as the terms have it",
        "besluta om ersättning",
        prepared_as="draft_compensation",
        prepared_by=OFFICE,
    ),
)
