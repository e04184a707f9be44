"""What suppliers are paid, as a deed."""

from auktor.core.deeds import compensation as asked
from db.deeds.doing import Changed, Doing, facts_of
from db.facts import table_of
from db.models import CompensationRule, RequirementsVersion


async def decide_compensation(doing: Doing, order: asked.DecideCompensation) -> Changed:
    """Decide a price; the one now paid for the same item ends when it begins."""
    asked.check_compensation(doing.on, order)
    terms = await doing.held(RequirementsVersion, order.terms, "terms")
    asked.check_terms(terms["kind"], terms["system"], terms["applies_from"], order)
    columns = table_of(CompensationRule).c
    earlier = await doing.all_held(CompensationRule, columns.system == order.system, columns.item == order.item)
    asked.check_newest(max((each["in_force_from"] for each in earlier), default=None), order)
    for each in earlier:
        if each["ends_on"] is None or order.in_force_from < each["ends_on"]:
            await doing.change(CompensationRule, each, {"ends_on": order.in_force_from}, doing.on)
    key = await doing.new_key(CompensationRule, f"compensation {order.system} {order.item} {order.in_force_from}")
    facts = facts_of(order, "terms") | {"requirements_version_id": order.terms}
    return await doing.add(CompensationRule, key, facts, doing.on)
