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


async def circulate_regulation(doing: Doing, order: asked.CirculateRegulation) -> Changed:
    """Describe a draft from the day others may read it."""
    asked.check_circulation(order)
    key = await doing.new_key(Regulation, f"regulation {order.case_number}")
    return await doing.add(Regulation, key, facts_of(order), order.circulated_on)


async def notify_regulation(doing: Doing, order: asked.NotifyRegulation) -> Changed:
    """Tie a circulated draft to its EU notification, in whose standstill it is not decided."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    asked.check_notification(regulation["circulated_on"], order.received_on)
    REGULATION.transition(await _status(doing, regulation, order.received_on), "notify")
    notice = asked.EuNotice(**facts_of(order, "regulation"))
    notification = await _notify(doing, notice, regulation["title"], order.received_on)
    facts = {"eu_notification_id": notification, "holds_technical_rules": True}
    return await doing.change(Regulation, regulation, facts, order.received_on)


async def record_detailed_opinion(doing: Doing, order: asked.RecordDetailedOpinion) -> Changed:
    """Prolong a standstill that runs."""
    notification = await doing.held(EuNotification, order.notification, "notification")
    received = notification["received_on"]
    ends, prolonged = notification["standstill_ends_on"], bool(notification["detailed_opinion"])
    asked.check_opinion(ends, is_prolonged=prolonged, received_on=received, opinion_on=order.on)
    facts = {"detailed_opinion": True, "standstill_ends_on": asked.standstill_end(received, detailed_opinion=True)}
    return await doing.change(EuNotification, notification, facts, order.on)


async def issue_regulation(doing: Doing, order: asked.IssueRegulation) -> Changed:
    """Decide a circulated draft; its fees take the place of those now open for the same item, from its first day."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    REGULATION.transition(await _status(doing, regulation, doing.on), "decide")
    asked.check_regulation(doing.on, order)
    asked.check_answers_due(regulation["answers_due_on"], doing.on)
    await _check_notified(doing, regulation, order)
    left_out = ("regulation", "fees") if order.title else ("regulation", "fees", "title")
    facts = facts_of(order, *left_out) | {"decided_on": doing.on}
    changed = await doing.change(Regulation, regulation, facts, doing.on)
    for number, fee in enumerate(order.fees, start=1):
        await _end_replaced(doing, fee, order.in_force_from)
        await _add_fee(doing, f"{changed.key}-fee-{number}", changed.key, fee, order.in_force_from)
    return changed


async def promulgate_regulation(doing: Doing, order: asked.PromulgateRegulation) -> Changed:
    """Give a decided regulation its designation."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    stands = await _status(doing, regulation, regulation["decided_on"] or order.promulgated_on)
    REGULATION.transition(RegulationStatus.PROMULGATED if regulation["promulgated_on"] else stands, "promulgate")
    asked.check_promulgation(regulation["decided_on"], order.promulgated_on, regulation["in_force_from"])
    return await doing.change(Regulation, regulation, facts_of(order, "regulation"), order.promulgated_on)


async def repeal_regulation(doing: Doing, order: asked.RepealRegulation) -> Changed:
    """End a regulation in force; the fees it sets end with it."""
    regulation = await doing.held(Regulation, order.regulation, "regulation")
    REGULATION.transition(await _status(doing, regulation, order.on), "repeal")
    for fee in await doing.all_held(FeeRule, table_of(FeeRule).c.regulation_id == regulation["id"]):
        if fee["ends_on"] is None or order.repealed_on < fee["ends_on"]:
            await doing.change(FeeRule, fee, {"ends_on": order.repealed_on}, order.on)
    return await doing.change(Regulation, regulation, {"repealed_on": order.repealed_on}, order.on)


async def publish_requirements_version(doing: Doing, order: asked.PublishRequirementsVersion) -> Changed:
    """Publish a version; the one it replaces ceases on the day it applies."""
    asked.check_publication(order)
    facts = facts_of(order, "replaces", "eu_notification") | {"eu_notification_id": await _notified(doing, order)}
    if order.replaces is not None:
        replaced = await doing.held(RequirementsVersion, order.replaces)
        await doing.change(RequirementsVersion, replaced, {"ceases_on": order.applies_from}, order.published_on)
    key = await doing.new_key(RequirementsVersion, f"{order.system} {order.kind} {order.label}")
    return await doing.add(RequirementsVersion, key, facts, order.published_on)


async def _status(doing: Doing, regulation: Held, on: date) -> RegulationStatus:
    """Where it stands; one of which no date is known may be repealed as little as a draft.

    One that was decided is so until it is promulgated, however late that is.
    """
    if regulation["decided_on"] is not None and regulation["promulgated_on"] is None and regulation["decided_on"] <= on:
        return RegulationStatus.DECIDED
    notice = await _notification_of(doing, regulation)
    known = regulation_status(
        circulated_on=regulation["circulated_on"],
        notified_on=notice["received_on"] if notice else None,
        decided_on=regulation["decided_on"],
        promulgated_on=regulation["promulgated_on"],
        in_force_from=regulation["in_force_from"],
        ceases_on=regulation["repealed_on"],
        as_of=on,
    )
    return known or REGULATION.initial


async def _notification_of(doing: Doing, regulation: Held) -> Held | None:
    columns = table_of(EuNotification).c
    found = await doing.all_held(EuNotification, columns.id == regulation["eu_notification_id"])
    return found[0] if found else None


async def _check_notified(doing: Doing, regulation: Held, order: asked.IssueRegulation) -> None:
    """Refuse to decide technical rules inside their standstill, or without one and without a reason."""
    notice = await _notification_of(doing, regulation)
    asked.check_one_of_two(is_notified=notice is not None, not_notified_because=order.not_notified_because)
    if notice is not None:
        asked.check_standstill(notice["received_on"], notice["standstill_ends_on"], doing.on, "on")
    else:
        is_technical = bool(regulation["holds_technical_rules"])
        asked.check_notified(is_technical=is_technical, not_notified_because=order.not_notified_because)


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
    """The key of the EU notification of a version; None without one."""
    notice = order.eu_notification
    if notice is None:
        return None
    # A draft may be published before the Commission has it; what the version rests on is described from then on.
    return await _notify(doing, notice, order.title, min(notice.received_on, order.published_on))


async def _notify(doing: Doing, notice: asked.EuNotice, title: str, on: date) -> str:
    """Describe a notification from a day, with the standstill that follows from it; gives its key."""
    facts = facts_of(notice) | {
        "number": parse_notification_number(notice.number),
        "title": title,
        "standstill_ends_on": asked.standstill_end(notice.received_on, detailed_opinion=notice.detailed_opinion),
    }
    key = await doing.new_key(EuNotification, f"eu {notice.number}")
    await doing.add(EuNotification, key, facts, on)
    return key
