"""Older schemes: who takes part in one is registered once, told by when to move, and moved to a new agreement."""

from datetime import date

from db.models import LegacyScheme
from tests.db.deeds.office import ACT, Office
from tests.publish.small_register import describe


async def test_a_participant_moves_when_its_new_agreement_is_in_force(office: Office) -> None:
    actor = await office.agency()
    connection = await office.connection(actor)
    early = await office.refused("connect_legacy_participant", connection=connection, disconnected_on="2026-01-01")
    assert early == "NO_AGREEMENT"
    await office.do("sign_actor_agreement", actor=actor, system="E_IDENTIFICATION", signed_on="2025-10-01")
    await office.do("connect_legacy_participant", connection=connection, disconnected_on="2026-01-01")
    again = await office.refused("connect_legacy_participant", connection=connection, disconnected_on="2026-02-01")
    assert again == "ALREADY_DONE"


async def test_by_when_a_participant_is_to_move_is_set_until_it_has(office: Office) -> None:
    actor = await office.agency()
    plan = {"connection": await office.connection(actor), "move_by": "2025-12-31", "on": "2025-06-02"}
    assert await office.refused("plan_legacy_move", **{**plan, "move_by": "2025-06-01"}) == "DATES_CONTRADICT"
    await office.do("plan_legacy_move", **plan)
    assert str((await office.now("legacy_connection", plan["connection"]))["move_by"]) == "2025-12-31"
    await office.do("sign_actor_agreement", actor=actor, system="E_IDENTIFICATION", signed_on="2025-10-01")
    await office.do("connect_legacy_participant", connection=plan["connection"], disconnected_on="2026-01-01")
    assert await office.refused("plan_legacy_move", **{**plan, "on": "2026-01-02"}) == "ALREADY_DONE"


async def test_a_participant_of_an_older_scheme_is_registered_planned_and_moved_by_deeds_alone(office: Office) -> None:
    actor = await office.agency()
    order = {"scheme": "VFS_2017", "actor": actor, "connected_from": "2024-02-01", "on": "2025-06-01"}
    connection = await office.do("register_legacy_participant", **order)
    assert connection == f"vfs-2017-{actor}"
    await office.do("plan_legacy_move", connection=connection, move_by="2025-12-31", on="2025-06-02")
    await office.do("sign_actor_agreement", actor=actor, system="E_IDENTIFICATION", signed_on="2025-10-01")
    await office.do("connect_legacy_participant", connection=connection, disconnected_on="2026-01-01")
    held = await office.now("legacy_connection", connection)
    assert (held["scheme"], held["supplier_id"]) == ("VFS_2017", None)
    dates = [str(held[name]) for name in ("connected_from", "move_by", "disconnected_on")]
    assert dates == ["2024-02-01", "2025-12-31", "2026-01-01"]


async def test_a_supplier_takes_part_in_an_older_scheme_once(office: Office) -> None:
    order = {"scheme": "VFS_2017", "supplier": await office.supplier(), "on": "2025-06-01"}
    await office.do("register_legacy_participant", **order)
    assert await office.refused("register_legacy_participant", **order) == "ALREADY_REGISTERED"


async def test_a_connection_is_of_one_participant_who_came_while_the_scheme_was_open(office: Office) -> None:
    actor, supplier = await office.agency(), await office.supplier()
    order = {"scheme": "VFS_2017", "on": "2025-06-01"}
    closed = {
        "code": "VFS_2018",
        "system": "E_IDENTIFICATION",
        "name_sv": "V",
        "name_en": "C",
        "provenance": "OFFICIAL",
    }
    await describe(office.database, (LegacyScheme, "VFS_2018", {**closed, "closed_to_new_on": date(2024, 1, 1)}, ACT))
    refusals = {
        "NOT_ONE_PARTICIPANT": ({}, {"actor": actor, "supplier": supplier}),
        "DATES_CONTRADICT": (
            {"actor": actor, "connected_from": "2025-06-02"},
            {"actor": actor, "scheme": "VFS_2018", "connected_from": "2024-01-01"},
        ),
        "NOT_IN_REGISTER": ({"actor": "ingen"}, {"supplier": "ingen"}, {"actor": actor, "scheme": "MINA_MEDDELANDEN"}),
    }
    for code, wrong in refusals.items():
        for each in wrong:
            assert await office.refused("register_legacy_participant", **{**order, **each}) == code, each
