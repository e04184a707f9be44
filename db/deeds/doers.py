"""Which function does which deed of the table."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from auktor.core.deeds.applications import CYCLE_STEP
from db.deeds import actors, agreements, applications, compensation, legacy, regulations, services, systems, upkeep
from db.deeds.doing import Changed, Doing

Doer = Callable[[Doing, Any], Awaitable[Changed]]

_DOERS: dict[str, Doer] = {
    "register_supplier": applications.register_supplier,
    "register_application": applications.register_application,
    "decide_application": applications.decide_application,
    "record_service": applications.record_service,
    "register_rectification_case": applications.register_rectification_case,
    "decide_rectification_case": applications.decide_rectification_case,
    "sign_supplier_agreement": agreements.sign_supplier_agreement,
    "extend_supplier_agreement": agreements.extend_supplier_agreement,
    "terminate_supplier_agreement": agreements.terminate_supplier_agreement,
    "cancel_supplier_agreement": agreements.cancel_supplier_agreement,
    "sign_actor_agreement": agreements.sign_actor_agreement,
    "conclude_actor_agreement": agreements.conclude_actor_agreement,
    "terminate_actor_agreement": agreements.terminate_actor_agreement,
    "cancel_actor_agreement": agreements.cancel_actor_agreement,
    "register_legacy_participant": legacy.register_legacy_participant,
    "plan_legacy_move": legacy.plan_legacy_move,
    "connect_legacy_participant": legacy.connect_legacy_participant,
    "add_service": services.add_service,
    "change_service_status": services.change_service_status,
    "open_review": services.open_review,
    "record_finding": services.record_finding,
    "remedy_finding": services.remedy_finding,
    "close_review": services.close_review,
    "register_public_actor": actors.register_public_actor,
    "assess_obligation": actors.assess_obligation,
    "grant_exemption": actors.grant_exemption,
    "end_exemption": actors.end_exemption,
    "circulate_regulation": regulations.circulate_regulation,
    "notify_regulation": regulations.notify_regulation,
    "record_detailed_opinion": regulations.record_detailed_opinion,
    "issue_regulation": regulations.issue_regulation,
    "promulgate_regulation": regulations.promulgate_regulation,
    "repeal_regulation": regulations.repeal_regulation,
    "publish_requirements_version": regulations.publish_requirements_version,
    "decide_compensation": compensation.decide_compensation,
    "establish_system": systems.establish_system,
    "start_system": systems.start_system,
    "close_system": systems.close_system,
    "import_volumes": upkeep.import_volumes,
    "correct_fact": upkeep.correct_fact,
    "correct_in_emergency": upkeep.correct_fact,
}
DOERS: Mapping[str, Doer] = MappingProxyType(_DOERS | dict.fromkeys(CYCLE_STEP, applications.move_application))
