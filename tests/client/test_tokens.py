"""A token by client credentials: fetched when needed, kept while it lasts."""

import httpx
import pytest
from auktor_client import ClientCredentials, NoToken


def give(monkeypatch: pytest.MonkeyPatch, answers: list[httpx.Response]) -> list[dict[str, object]]:
    """Answer token requests in turn; what each asked."""
    asked: list[dict[str, object]] = []

    def post(url: str, **given: object) -> httpx.Response:
        asked.append(given)
        answer = answers.pop(0)
        answer.request = httpx.Request("POST", url)
        return answer

    monkeypatch.setattr("httpx.post", post)
    return asked


def token(text: str, seconds: int) -> httpx.Response:
    return httpx.Response(200, json={"access_token": text, "expires_in": seconds})


def test_a_token_is_kept_while_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = give(monkeypatch, [token("first", 300)])
    credentials = ClientCredentials("https://issuer.test/token", "me", "secret", scope="register")
    assert [credentials(), credentials()] == ["first", "first"]
    assert asked[0]["data"] == {"grant_type": "client_credentials", "scope": "register"}
    assert asked[0]["auth"] == ("me", "secret")


def test_a_token_about_to_end_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, [token("first", 30), token("second", 300)])
    credentials = ClientCredentials("https://issuer.test/token", "me", "secret")
    assert [credentials(), credentials()] == ["first", "second"]


@pytest.mark.parametrize("answer", [httpx.Response(401, json={}), httpx.Response(200, json={}), httpx.Response(200)])
def test_no_token_is_told_without_the_secret(answer: httpx.Response, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, [answer])
    with pytest.raises(NoToken, match="Look at the client id") as told:
        ClientCredentials("https://issuer.test/token", "me", "hush")()
    assert "hush" not in str(told.value)
