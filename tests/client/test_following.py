"""What happens in the register, followed over a socket."""

from auktor_client import AsyncClient, Client


async def test_changes_are_followed_after_a_number(address: str) -> None:
    with Client(address) as plain:
        known = plain.changes_page(after_sequence=3, first=2).page.nodes
    followed = []
    async with AsyncClient(address) as client:
        async for event in client.register_changed(after_sequence=3):
            followed.append(event.register_changed)
            if len(followed) == 2:
                break
    assert [each.sequence for each in followed] == [each.sequence for each in known]
    assert [each.recorded_at for each in followed] == [each.recorded_at for each in known]
