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
