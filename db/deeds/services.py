"""Services of suppliers and the follow-up of suppliers, as deeds."""

from auktor.core.deeds import services as asked
from auktor.core.deeds.errors import ForeignService
from auktor.core.errors import IllegalTransition
from auktor.core.lifecycles import SERVICE
from auktor.core.periods import Period
from auktor.core.vocabulary import ServiceStatus, SystemCode
from db.deeds.doing import Changed, Doing, facts_of
from db.facts import table_of
from db.models import Review, ReviewFinding, Service, Supplier, SupplierAgreement


async def add_service(doing: Doing, order: asked.AddService) -> Changed:
    """Take a service in for review; it is in operation only when an agreement for it is in force."""
    doing.require_own("supplier", order.supplier)
    asked.check_service(order)
    await doing.held(Supplier, order.supplier, "supplier")
    key = await doing.new_key(Service, order.name)
    facts = facts_of(order, "supplier", "on") | {"supplier_id": order.supplier, "status": ServiceStatus.UNDER_REVIEW}
    return await doing.add(Service, key, facts, order.on)


async def change_service_status(doing: Doing, order: asked.ChangeServiceStatus) -> Changed:
    """Take one step of a service's life cycle."""
    service = await doing.held(Service, order.service, "service")
    if not SERVICE.is_legal(service["status"], order.status):
        possible = ", ".join(step.target for step in SERVICE.deeds_from(service["status"])) or "nothing"
        raise IllegalTransition(
            f"A service that is {service['status']} does not become {order.status}. It may become: {possible}.",
            source=service["status"],
            target=order.status,
        )
    columns = table_of(SupplierAgreement).c
    agreements = await doing.all_held(
        SupplierAgreement, columns.supplier_id == service["supplier_id"], columns.system == service["system"]
    )
    in_force = any(Period(each["in_force_from"], each["ends_on"]).contains(order.on) for each in agreements)
    asked.check_in_operation(order.status, has_agreement=in_force, on=order.on)
    return await doing.change(Service, service, {"status": order.status}, order.on)


async def open_review(doing: Doing, order: asked.OpenReview) -> Changed:
    """Begin to follow a supplier up."""
    supplier = await doing.held(Supplier, order.supplier, "supplier")
    if order.service is not None:
        await require_service_of(doing, order.service, supplier["id"])
    key = await doing.new_key(Review, f"review {order.case_number}")
    facts = facts_of(order, "supplier", "service") | {"supplier_id": order.supplier, "service_id": order.service}
    return await doing.add(Review, key, facts, order.opened_on)


async def record_finding(doing: Doing, order: asked.RecordFinding) -> Changed:
    """Record what an open review found, with its deadline."""
    review = await doing.held(Review, order.review, "review")
    asked.check_review_open(review["closed_on"])
    asked.check_finding(review["opened_on"], order.found_on, order.deadline)
    earlier = await doing.all_held(ReviewFinding, table_of(ReviewFinding).c.review_id == review["id"])
    key = await doing.new_key(ReviewFinding, f"{order.review} finding {len(earlier) + 1}")
    return await doing.add(ReviewFinding, key, facts_of(order, "review") | {"review_id": order.review}, order.found_on)


async def remedy_finding(doing: Doing, order: asked.RemedyFinding) -> Changed:
    """Record that a finding was put right."""
    finding = await doing.held(ReviewFinding, order.finding, "finding")
    asked.check_remedy(finding["remedied_on"], finding["found_on"], order.remedied_on)
    return await doing.change(ReviewFinding, finding, {"remedied_on": order.remedied_on}, order.remedied_on)


async def close_review(doing: Doing, order: asked.CloseReview) -> Changed:
    """End a review with an outcome its findings allow."""
    review = await doing.held(Review, order.review, "review")
    asked.check_review_open(review["closed_on"])
    findings = await doing.all_held(ReviewFinding, table_of(ReviewFinding).c.review_id == review["id"])
    still_open = sum(each["remedied_on"] is None for each in findings)
    asked.check_outcome(order.outcome, len(findings), still_open)
    return await doing.change(Review, review, facts_of(order, "review"), order.closed_on)


async def require_service_of(doing: Doing, key: str, supplier: int, system: SystemCode | None = None) -> None:
    """Refuse a service of another supplier, or of another system where one is named."""
    service = await doing.held(Service, key, "service")
    if service["supplier_id"] != supplier or system not in {None, service["system"]}:
        raise ForeignService(
            f"The service {key} is not the supplier's in this system.",
            remedy="Name only services of the supplier in the system.",
            path="services",
        )
