"""Client-credentials tokens of a certified OpenID provider, as a machine at an agency would fetch them."""

from collections.abc import Generator
from urllib.parse import urlsplit

import pytest

from auktor.auth import Door, IssuerUnavailable, Unauthenticated, door_of
from auktor.auth.door import Trusted
from auktor.auth.errors import NoRole
from auktor.auth.published_keys import PublishedKeys
from auktor.auth.reading_roles import ClaimNames
from auktor.core.roles import Role
from auktor.settings import Mode, Settings
from db.visibility import Viewer
from tests.auktor.auth.real_provider import Provider, running

AUDIENCE = "https://register.example"


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def shared() -> Generator[Provider, None, None]:
    with running() as provider:
        yield provider


@pytest.fixture
def provider() -> Generator[Provider, None, None]:
    with running() as provider:
        yield provider


def door_to(provider: Provider, clock: Clock) -> Door:
    return Door([Trusted(PublishedKeys(provider.issuer, clock=clock), AUDIENCE, ClaimNames())])


@pytest.mark.parametrize("algorithm", ["ES256", "EdDSA", "RS256"])
async def test_a_machine_is_known_by_the_token_its_provider_gave_it(shared: Provider, algorithm: str) -> None:
    client = f"auditor-{algorithm}"
    settings = Settings(mode=Mode.PRODUCTION, oidc_issuer=shared.issuer, oidc_audience=AUDIENCE)
    viewer = await door_of(settings).viewer(shared.token(client, AUDIENCE))
    assert viewer == Viewer(Role.AUDITOR, None, client)


async def test_a_machine_of_an_agency_is_bound_to_it(shared: Provider) -> None:
    viewer = await door_to(shared, Clock()).viewer(shared.token("agency", AUDIENCE))
    assert viewer == Viewer(Role.AGENCY, "umea-kommun", "agency")


async def test_a_token_the_provider_made_for_another_service_is_refused(shared: Provider) -> None:
    with pytest.raises(Unauthenticated):
        await door_to(shared, Clock()).viewer(shared.token("agency", "https://other.example"))


async def test_a_client_without_a_role_is_forbidden(shared: Provider) -> None:
    with pytest.raises(NoRole):
        await door_to(shared, Clock()).viewer(shared.token("stranger", AUDIENCE))


async def test_new_keys_are_believed_and_old_ones_refused_when_the_provider_has_rotated(provider: Provider) -> None:
    clock = Clock()
    door, before = door_to(provider, clock), provider.token("agency", AUDIENCE)
    await door.viewer(before)
    provider.rotate()
    clock.now += 10
    await door.viewer(provider.token("agency", AUDIENCE))
    with pytest.raises(Unauthenticated):
        await door.viewer(before)


async def test_while_the_provider_is_down_its_tokens_hold_as_long_as_its_keys_may_be_kept() -> None:
    clock = Clock()
    with running() as provider:
        door, token = door_to(provider, clock), provider.token("agency", AUDIENCE)
        await door.viewer(token)
    clock.now += 3_599
    await door.viewer(token)
    clock.now += 1
    with pytest.raises(IssuerUnavailable):
        await door.viewer(token)


async def test_a_provider_that_comes_back_with_new_keys_is_believed_again() -> None:
    clock = Clock()
    with running() as provider:
        door = door_to(provider, clock)
        await door.viewer(provider.token("agency", AUDIENCE))
    clock.now += 3_600
    with running(urlsplit(provider.issuer).port or 0) as back:
        viewer = await door.viewer(back.token("agency", AUDIENCE))
    assert viewer.role is Role.AGENCY
