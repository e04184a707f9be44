"""What every server is asked: the register's own words, and the same for PostGraphile in the words it makes itself.

Nothing here is known to the program. `{key}` is asked with many keys in turn; `{after}` is a cursor that each server
gave itself; `@@` is a number that no earlier request had, so that the document was never seen before.
"""

from typing import NamedTuple


class Asked(NamedTuple):
    """One question, in the register's words and in PostGraphile's, and the table whose keys fill its `{key}`."""

    register: str
    postgraphile: str
    keys: str | None = None


_WITH_AGREEMENTS = "public_actor WHERE EXISTS (SELECT 1 FROM actor_agreement a WHERE a.actor_id = public_actor.id)"
QUESTIONS: dict[str, Asked] = {
    "one actor by key": Asked(
        '{ publicActor(id: "PublicActor:{key}") { key name organisationNumber category } }',
        '{ publicActor: publicActorByKey(key: "{key}") { key name organisationNumber category } }',
        "public_actor",
    ),
    "suppliers and services": Asked(
        """{ suppliers(first: 50) { nodes { name organisationNumber
            services { nodes { name kind assuranceLevel } } } } }""",
        """{ suppliers: allSuppliers(first: 50, condition: {listed: true}, orderBy: [SORT_NAME_ASC, NUMBER_ASC]) {
            nodes { name organisationNumber
            services(orderBy: [SORT_NAME_ASC, NUMBER_ASC]) { nodes { name kind assuranceLevel } } } } }""",
    ),
    "four levels from a key": Asked(
        """{ publicActor(id: "PublicActor:{key}") { name agreements { nodes { signedOn authorisationSystem { code
            supplierAgreements(first: 10) { nodes { inForceFrom supplier { name } } } } } } } }""",
        """{ publicActor: publicActorByKey(key: "{key}") { name agreements(orderBy: [IN_FORCE_FROM_ASC, NUMBER_ASC]) {
            nodes { signedOn authorisationSystem { code
            supplierAgreements(first: 10, orderBy: [IN_FORCE_FROM_ASC, NUMBER_ASC]) { nodes { inForceFrom supplier {
            name } } } } } } } }""",
        _WITH_AGREEMENTS,
    ),
    "100 actors": Asked(
        "{ publicActors(first: 100) { nodes { key name organisationNumber category website } } }",
        """{ publicActors: allPublicActors(first: 100, orderBy: [SORT_NAME_ASC, NUMBER_ASC]) { nodes {
            key name organisationNumber category website } } }""",
    ),
    "100 actors, deep page": Asked(
        """{ publicActors(first: 100, after: "{after}") { nodes { key name organisationNumber category }
            pageInfo { hasNextPage } } }""",
        """{ publicActors: allPublicActors(first: 100, after: "{after}", orderBy: [SORT_NAME_ASC, NUMBER_ASC]) { nodes {
            key name organisationNumber category } pageInfo { hasNextPage } } }""",
    ),
    "filter, order and total": Asked(
        """{ actorAgreements(first: 100, filter: {inForceFrom: {gte: "2026-02-01"}},
            orderBy: [{field: IN_FORCE_FROM, direction: DESC}]) { totalCount pageInfo { hasNextPage }
            nodes { key inForceFrom actor { name } } } }""",
        """{ actorAgreements: allActorAgreements(first: 100,
            filter: {inForceFrom: {greaterThanOrEqualTo: "2026-02-01"}}, orderBy: [IN_FORCE_FROM_DESC, NUMBER_DESC]) {
            totalCount pageInfo { hasNextPage } nodes { key inForceFrom actor { name } } } }""",
    ),
    "services by level": Asked(
        """{ services(first: 50, filter: {assuranceLevel: {eq: LEVEL_3}}) { nodes {
            name brand supplier { name } } } }""",
        """{ services: allServices(first: 50, filter: {assuranceLevel: {equalTo: "LEVEL_3"}},
            orderBy: [SORT_NAME_ASC, NUMBER_ASC]) { nodes { name brand supplier { name } } } }""",
    ),
    "as of a day": Asked(
        '{ register(asOf: "2026-03-15") { suppliers(first: 50) { nodes { name organisationNumber } } } }',
        """{ register: query { suppliers: suppliersOn(day: "2026-03-15", first: 50) { nodes {
            name organisationNumber } } } }""",
    ),
    "rules and their tiers": Asked(
        """{ regulations(first: 50) { nodes { title feeRules { nodes { item unit
            tiers { nodes { fromQuantity amountSek } } } } } } }""",
        """{ regulations: allRegulations(first: 50, orderBy: [SERIES_ASC, YEAR_ASC, OF_YEAR_ASC, NUMBER_ASC]) {
            nodes { title feeRules(first: 50, orderBy: [SYSTEM_ASC, ITEM_ASC, IN_FORCE_FROM_ASC, NUMBER_ASC]) {
            nodes { item unit
            tiers(orderBy: [FROM_QUANTITY_ASC, NUMBER_ASC]) { nodes { fromQuantity amountSek } } } } } } }""",
    ),
    "a document never seen": Asked(
        """{ a@@: publicActor(id: "PublicActor:{key}") { key name organisationNumber category
            agreements { nodes { signedOn authorisationSystem { code } } } } }""",
        """{ a@@: publicActorByKey(key: "{key}") { key name organisationNumber category
            agreements(orderBy: [IN_FORCE_FROM_ASC, NUMBER_ASC]) { nodes {
            signedOn authorisationSystem { code } } } } }""",
        "public_actor",
    ),
}
PAGES = {
    "register": "{ publicActors(first: 100{more}) { pageInfo { endCursor } } }",
    "postgraphile": """{ publicActors: allPublicActors(first: 100, orderBy: [SORT_NAME_ASC, NUMBER_ASC]{more}) {
        pageInfo { endCursor } } }""",
}
