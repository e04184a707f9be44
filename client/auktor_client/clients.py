"""The two clients: the generated questions, and every list of theirs as an iterator."""

from auktor_client.generated.async_questions import AsyncQuestions
from auktor_client.generated.sync_questions import SyncQuestions
from auktor_client.pages import every, every_sync


class AsyncClient(AsyncQuestions):
    """The register, asked with asyncio.

    Each list is walked whole by its name, `async for supplier in client.suppliers()`, and page by page by
    `suppliers_page`. Every method is a document of the server; `ask` takes any other.
    """

    suppliers = every(AsyncQuestions.suppliers_page)
    services = every(AsyncQuestions.services_page)
    supplier_agreements = every(AsyncQuestions.supplier_agreements_page)
    public_actors = every(AsyncQuestions.public_actors_page)
    actor_agreements = every(AsyncQuestions.actor_agreements_page)
    regulations = every(AsyncQuestions.regulations_page)
    fee_rules = every(AsyncQuestions.fee_rules_page)
    exemptions = every(AsyncQuestions.exemptions_page)
    milestones = every(AsyncQuestions.milestones_page)
    changes = every(AsyncQuestions.changes_page)
    editions = every(AsyncQuestions.editions_page)
    authorisation_systems = every(AsyncQuestions.authorisation_systems_page)
    requirements = every(AsyncQuestions.requirements_page)
    compensation_rules = every(AsyncQuestions.compensation_rules_page)
    obligation_rules = every(AsyncQuestions.obligation_rules_page)
    legacy_schemes = every(AsyncQuestions.legacy_schemes_page)
    start_rules = every(AsyncQuestions.start_rules_page)
    legacy_connections = every(AsyncQuestions.legacy_connections_page)
    volumes = every(AsyncQuestions.volumes_page)
    applications = every(AsyncQuestions.applications_page)
    decisions = every(AsyncQuestions.decisions_page)
    rectification_cases = every(AsyncQuestions.rectification_cases_page)
    reviews = every(AsyncQuestions.reviews_page)
    review_findings = every(AsyncQuestions.review_findings_page)
    preparations = every(AsyncQuestions.preparations_page)
    audit_entries = every(AsyncQuestions.audit_entries_page)


class Client(SyncQuestions):
    """The register, asked without asyncio.

    Each list is walked whole by its name, `for supplier in client.suppliers()`, and page by page by
    `suppliers_page`. Every method is a document of the server; `ask` takes any other.
    """

    suppliers = every_sync(SyncQuestions.suppliers_page)
    services = every_sync(SyncQuestions.services_page)
    supplier_agreements = every_sync(SyncQuestions.supplier_agreements_page)
    public_actors = every_sync(SyncQuestions.public_actors_page)
    actor_agreements = every_sync(SyncQuestions.actor_agreements_page)
    regulations = every_sync(SyncQuestions.regulations_page)
    fee_rules = every_sync(SyncQuestions.fee_rules_page)
    exemptions = every_sync(SyncQuestions.exemptions_page)
    milestones = every_sync(SyncQuestions.milestones_page)
    changes = every_sync(SyncQuestions.changes_page)
    editions = every_sync(SyncQuestions.editions_page)
    authorisation_systems = every_sync(SyncQuestions.authorisation_systems_page)
    requirements = every_sync(SyncQuestions.requirements_page)
    compensation_rules = every_sync(SyncQuestions.compensation_rules_page)
    obligation_rules = every_sync(SyncQuestions.obligation_rules_page)
    legacy_schemes = every_sync(SyncQuestions.legacy_schemes_page)
    start_rules = every_sync(SyncQuestions.start_rules_page)
    legacy_connections = every_sync(SyncQuestions.legacy_connections_page)
    volumes = every_sync(SyncQuestions.volumes_page)
    applications = every_sync(SyncQuestions.applications_page)
    decisions = every_sync(SyncQuestions.decisions_page)
    rectification_cases = every_sync(SyncQuestions.rectification_cases_page)
    reviews = every_sync(SyncQuestions.reviews_page)
    review_findings = every_sync(SyncQuestions.review_findings_page)
    preparations = every_sync(SyncQuestions.preparations_page)
    audit_entries = every_sync(SyncQuestions.audit_entries_page)
