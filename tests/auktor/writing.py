"""Deeds one after another over HTTP, for tests of what becomes of them when something breaks."""

from dataclasses import dataclass, field

import httpx

REGISTER = """mutation($input: RegisterSupplierInput!) {
    outcome: registerSupplier(input: $input) { ... on Supplier { name } ... on DeedError { code message } } }"""


@dataclass
class Writer:
    """Registers one supplier after another; `acknowledged` are the names the program said it had recorded."""

    headers: dict[str, str]
    number: int = 0
    acknowledged: dict[str, int] = field(default_factory=dict)

    async def write(self, client: httpx.AsyncClient) -> httpx.Response:
        """Register the next supplier."""
        self.number += 1
        return await self.write_again(client)

    async def write_again(self, client: httpx.AsyncClient) -> httpx.Response:
        """Register the same supplier again, with the same `clientMutationId`."""
        given = {
            "name": f"{self.number:06} AB",
            "organisationNumber": organisation_number(self.number),
            "legalForm": "LIMITED_COMPANY",
            "on": "2026-01-01",
            "clientMutationId": f"number {self.number}",
        }
        question = {"query": REGISTER, "variables": {"input": given}}
        answer = await client.post("/graphql", json=question, headers=self.headers)
        if answer.status_code == httpx.codes.OK and "errors" not in answer.json():
            assert answer.json()["data"]["outcome"] == {"name": given["name"]}, answer.text
            self.acknowledged[given["name"]] = int(answer.headers["register-revision"])
        return answer


def organisation_number(number: int) -> str:
    """One of a million that are right."""
    digits = f"556{number:06}"
    doubled = [int(each) * (2 - place % 2) for place, each in enumerate(digits)]
    check = -sum(sum(divmod(each, 10)) for each in doubled) % 10
    return f"{digits[:6]}-{digits[6:]}{check}"
