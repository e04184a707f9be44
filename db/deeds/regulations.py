"""Regulations with their fees, and requirements of the systems, as deeds."""

from datetime import date

from auktor.core.deeds import regulations as asked
from auktor.core.identifiers import parse_notification_number
from auktor.core.lifecycles import REGULATION
from auktor.core.status import regulation_status
from auktor.core.vocabulary import RegulationStatus
from db.deeds.doing import Changed, Doing, Held, facts_of
from db.facts import table_of
from db.models import EuNotification, FeeRule, FeeTier, Regulation, RequirementsVersion

ROUNDING = "En gång per faktura, till närmaste öre, ett halvt öre uppåt"


async def issue_regulation(doing: Doing, order: asked.IssueRegulation) -> Changed:
    """Decide a draft; its fees take the place of those now open for the same item, from the day it is in force."""
    asked.check_regulation(doing.on, order)
    key = await doing.new_key(Regulation, f"regulation {order.case_number}")
    facts = facts_of(order, "fees") | {"decided_on": doing.on}
    changed = await doing.add(Regulation, key, facts, doing.on)
    for number, fee in enumerate(order.fees, start=1):
        await _end_replaced(doing, fee, order.in_force_from)
        await _add_fee(doing, f"{key}-fee-{number}", key, fee, order.in_force_from)
    return changed


async def promulgate_regulation(doing: Doing, order: asked.PromulgateRegulation) -> Changed:
    """Give a decided regulation its designation."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    stands = RegulationStatus.PROMULGATED if regulation["promulgated_on"] else RegulationStatus.DECIDED
    REGULATION.transition(stands, "promulgate")
    asked.check_promulgation(regulation["decided_on"], order.promulgated_on, regulation["in_force_from"])
    return await doing.change(Regulation, regulation, facts_of(order, "regulation"), order.promulgated_on)


async def repeal_regulation(doing: Doing, order: asked.RepealRegulation) -> Changed:
    """End a regulation in force; the fees it sets end with it."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    REGULATION.transition(_status(regulation, order.on), "repeal")
    for fee in await doing.all_held(FeeRule, table_of(FeeRule).c.regulation_id == regulation["id"]):
        if fee["ends_on"] is None or order.repealed_on < fee["ends_on"]:
            await doing.change(FeeRule, fee, {"ends_on": order.repealed_on}, order.on)
    return await doing.change(Regulation, regulation, {"repealed_on": order.repealed_on}, order.on)


async def publish_requirements_version(doing: Doing, order: asked.PublishRequirementsVersion) -> Changed:
    """Publish a version; the one it replaces ceases on the day it applies."""
    asked.check_publication(order)
    left_out = ("replaces", "eu_notification", "not_notified_because")
    facts = facts_of(order, *left_out) | {"eu_notification_id": await _notified(doing, order)}
    if order.replaces is not None:
        replaced = await doing.held(RequirementsVersion, order.replaces)
        await doing.change(RequirementsVersion, replaced, {"ceases_on": order.applies_from}, order.published_on)
    key = await doing.new_key(RequirementsVersion, f"{order.system} {order.kind} {order.label}")
    return await doing.add(RequirementsVersion, key, facts, order.published_on)


def _status(regulation: Held, on: date) -> RegulationStatus:
    """Where it stands; one of which no date is known may be repealed as little as a draft.

    One that was decided is so until it is promulgated, however late that is.
    """
    if regulation["decided_on"] is not None and regulation["promulgated_on"] is None:
        return RegulationStatus.DECIDED
    known = regulation_status(
        decided_on=regulation["decided_on"],
        promulgated_on=regulation["promulgated_on"],
        in_force_from=regulation["in_force_from"],
        ceases_on=regulation["repealed_on"],
        as_of=on,
    )
    return known or REGULATION.initial


async def _end_replaced(doing: Doing, fee: asked.FeeRuleOfRegulation, start: date) -> None:
    """Let the fees now charged for the same item end when the new one begins."""
    columns = table_of(FeeRule).c
    earlier = await doing.all_held(
        FeeRule,
        columns.system == fee.system,
        columns.item == fee.item,
        columns.actor_category.is_not_distinct_from(fee.actor_category),
        columns.legacy_scheme.is_(None),
        columns.in_force_from < start,
    )
    for each in earlier:
        if each["ends_on"] is None or start < each["ends_on"]:
            await doing.change(FeeRule, each, {"ends_on": start}, doing.on)


async def _add_fee(doing: Doing, key: str, regulation: str, fee: asked.FeeRuleOfRegulation, start: date) -> None:
    facts = facts_of(fee, "steps") | {"regulation_id": regulation, "in_force_from": start, "rounding": ROUNDING}
    await doing.add(FeeRule, key, facts, doing.on)
    for number, step in enumerate(fee.steps, start=1):
        await doing.add(FeeTier, f"{key}-step-{number}", facts_of(step) | {"fee_rule_id": key}, doing.on)


async def _notified(doing: Doing, order: asked.PublishRequirementsVersion) -> str | None:
    """The key of the EU notification of a version, described from the day it was received; None without one."""
    notice = order.eu_notification
    if notice is None:
        return None
    facts = facts_of(notice) | {
        "number": parse_notification_number(notice.number),
        "title": order.title,
        "standstill_ends_on": asked.standstill_end(notice),
    }
    key = await doing.new_key(EuNotification, f"eu {notice.number}")
    # A draft may be published before the Commission has it; what the version rests on is described from then on.
    await doing.add(EuNotification, key, facts, min(notice.received_on, order.published_on))
    return key
