"""The mutations themselves, a field for each way into each deed of the table."""

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
import strawberry
from strawberry.tools import create_type

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.table import DEEDS
from db.deeds import Commission, perform
from schema.context import Info
from schema.mutations.answers import PREPARED, answer, answer_type
from schema.mutations.inputs import content_of, decision_input_of, input_of
from schema.mutations.preparations import preparation_number
from schema.mutations.publishing import PUBLISHING

Commissioned = Callable[[Info, Deed, Any], Commission]


def _fields() -> list[Any]:
    """Each deed by its name; one that another prepares has a second field, by which it is prepared."""
    made: list[Any] = []
    for deed in DEEDS.values():
        if deed.prepared_as is None:
            made.append(_field(deed, deed.name, input_of(deed), answer_type(deed.changes), _ordered))
        else:
            made.append(_field(deed, deed.prepared_as, input_of(deed), PREPARED, _ordered))
            made.append(_field(deed, deed.name, decision_input_of(deed), answer_type(deed.changes), _decided))
    return made + PUBLISHING


def _field(deed: Deed, name: str, given: Any, answered: Any, commission: Commissioned) -> Any:  # noqa: ANN401 -- types made at run time
    async def resolve(info: Info, input: Any) -> Any:  # noqa: A002, ANN401 -- the API's name; a member of the union
        return await answer(info.context, await perform(info.context.database, commission(info, deed, input)))

    asked = Annotated[given, strawberry.argument(description="What is asked for.")]
    resolve.__name__ = name
    resolve.__annotations__ = {"info": Info, "input": asked, "return": answered}
    prepares = f"Prepare for another to decide. {deed.description}"
    return strawberry.field(resolver=resolve, description=prepares if name == deed.prepared_as else deed.description)


def _ordered(info: Info, deed: Deed, given: Any) -> Commission:  # noqa: ANN401 -- the deed's input
    """A deed with its whole content, done at once, or prepared where another must decide it."""
    order = msgspec.convert(content_of(deed, given), deed.order)
    if deed.prepared_as is None:
        return _commission(info, deed, given, order=order)
    return _commission(info, deed, given, order=order, prepares=True, on=given.decided_on)


def _decided(info: Info, deed: Deed, given: Any) -> Commission:  # noqa: ANN401 -- the deed's input
    """A deed whose content somebody else prepared."""
    return _commission(info, deed, given, preparation=preparation_number(given.preparation), on=given.on)


def _commission(info: Info, deed: Deed, given: Any, **more: Any) -> Commission:  # noqa: ANN401 -- the deed's input
    context = info.context
    more["on"] = more.get("on") or context.today.as_of
    return Commission(
        deed,
        context.viewer,
        client_mutation_id=given.client_mutation_id,
        expected_version=getattr(given, "expected_version", None),
        reason=given.reason,
        request_id=context.request_id,
        **more,
    )


Mutation = create_type("Mutation", _fields(), description="The deeds by which the register changes, one field each.")
"""Every deed of the register."""
