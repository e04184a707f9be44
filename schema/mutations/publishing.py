"""The two mutations that publish the register; their work is handed in by whoever serves the API."""

from typing import Annotated, Any

import strawberry

from auktor.core.deeds.errors import DeedRefused as Refusing
from auktor.core.deeds.publishing import PUBLISH_EDITION, PublishEdition
from db.deeds import Commission, Issued, Refusal, prepare_publication, publish_edition
from schema.context import Context, Info
from schema.keeping import Edition, edition_numbered
from schema.mutations.answers import PREPARED, answer
from schema.mutations.inputs import CLIENT_MUTATION_ID, REASON, input_of
from schema.mutations.preparations import preparation_number
from schema.mutations.refusals import DeedRefused, VersionConflict, told
from schema.publications import Publications

PreparePublicationInput: Any = input_of(PUBLISH_EDITION, dated=False)


class NotPublishedHere(Refusing):
    """A program that only answers, and has no place where editions lie."""

    code = "NOT_PUBLISHED_HERE"


@strawberry.input(description="What is asked of `publishEdition`.")
class PublishEditionInput:
    """A publication, at once or as another prepared it."""

    preparation: strawberry.ID | None = strawberry.field(
        description="What another publisher prepared (beredning); needed where editions are published by two.",
        default=None,
    )
    accept_drop: bool = strawberry.field(
        description="Publish even where a table has lost a larger share of its rows than may go unseen (godta "
        "bortfall). What was prepared says so itself.",
        default=False,
    )
    client_mutation_id: str | None = strawberry.field(description=CLIENT_MUTATION_ID, default=None)
    reason: str | None = strawberry.field(description=REASON, default=None)


@strawberry.type(description="The newest edition, published by this deed or found to say all there is to say.")
class EditionPublished:
    """What came of publishing."""

    edition: Edition = strawberry.field(description="The newest edition.")
    is_new: bool = strawberry.field(
        description="Whether this deed published it; false where nothing had changed since it was."
    )


EDITION_ANSWER = Annotated[
    EditionPublished | DeedRefused | VersionConflict,
    strawberry.union("EditionAnswer", description="The newest edition, or why none was published."),
]


async def _prepare(info: Info, given: Any) -> Any:  # noqa: ANN401 -- types made at run time
    context = info.context
    asked = _commission(context, given, order=PublishEdition(accept_drop=given.accept_drop), prepares=True)
    return await answer(context, await prepare_publication(context.database, asked))


async def _publish(info: Info, given: PublishEditionInput) -> Any:  # noqa: ANN401 -- a member of the union
    context = info.context
    number = None if given.preparation is None else preparation_number(given.preparation)
    asked = _commission(context, given, order=PublishEdition(accept_drop=given.accept_drop), preparation=number)
    place = _publications(context)
    outcome = await publish_edition(
        context.database,
        asked,
        lambda deed, accept_drop: place.publish(deed, accept_drop=accept_drop),
        four_eyes=place.four_eyes,
    )
    return told(outcome) if isinstance(outcome, Refusal) else await _published(context, outcome)


def _publications(context: Context) -> Publications:
    if context.publications is None:
        raise NotPublishedHere("This program publishes no editions.", remedy="Ask the one that serves the register.")
    return context.publications


async def _published(context: Context, issued: Issued) -> EditionPublished | None:
    edition = await edition_numbered(context, issued.number)
    return EditionPublished(edition=edition, is_new=issued.is_new) if edition else None


def _commission(context: Context, given: Any, **more: Any) -> Commission:  # noqa: ANN401 -- either input
    return Commission(
        PUBLISH_EDITION,
        context.viewer,
        context.today.as_of,
        client_mutation_id=given.client_mutation_id,
        reason=given.reason,
        request_id=context.request_id,
        **more,
    )


def _field(name: str, given: Any, answered: Any, resolve: Any, description: str) -> Any:  # noqa: ANN401 -- types made at run time
    async def resolver(info: Info, input: Any) -> Any:  # noqa: A002, ANN401 -- the API's name; a member of the union
        return await resolve(info, input)

    asked = Annotated[given, strawberry.argument(description="What is asked for.")]
    resolver.__name__ = name
    resolver.__annotations__ = {"info": Info, "input": asked, "return": answered}
    return strawberry.field(resolver=resolver, description=description)


PUBLISHING: list[Any] = [
    _field(
        str(PUBLISH_EDITION.prepared_as),
        PreparePublicationInput,
        PREPARED,
        _prepare,
        f"Prepare for another to publish. {PUBLISH_EDITION.description}",
    ),
    _field(PUBLISH_EDITION.name, PublishEditionInput, EDITION_ANSWER, _publish, PUBLISH_EDITION.description),
]
"""The fields by which editions are published."""
