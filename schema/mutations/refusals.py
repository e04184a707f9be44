"""What a deed is refused with: typed errors, with a stable code, the input they are about, and what to do."""

import strawberry
from strawberry.utils.str_converters import to_camel_case

from db.deeds import Refusal
from schema.scalars import Count


@strawberry.interface(description="Why a deed was not done. Nothing was recorded but the attempt.")
class DeedError:
    """What every refusal says."""

    code: str = strawberry.field(description="Stable code of the cause.")
    message: str = strawberry.field(description="What happened, to what.")
    remedy: str = strawberry.field(description="What to do next.")
    path: list[str] = strawberry.field(description="The field of the input it is about; `input` alone for the whole.")


@strawberry.type(description="A deed the law, its life cycle or your role does not allow.")
class DeedRefused(DeedError):
    """Any refusal but a conflict."""


@strawberry.type(description="Somebody recorded a newer version in the meantime.")
class VersionConflict(DeedError):
    """A refusal that names the versions."""

    expected_version: Count = strawberry.field(description="The version the deed was asked for on.")
    newest_version: Count = strawberry.field(description="The version the register holds.")


def told(refusal: Refusal) -> DeedError:
    """A refusal as the API tells it."""
    path = ["input", *(to_camel_case(step) for step in refusal.path.split(".") if step)]
    code, message, remedy = refusal.code, refusal.message, refusal.remedy
    expected, newest = refusal.expected_version, refusal.found_version
    if expected is None or newest is None:
        return DeedRefused(code=code, message=message, remedy=remedy, path=path)
    return VersionConflict(
        code=code,
        message=message,
        remedy=remedy,
        path=path,
        expected_version=Count(expected),
        newest_version=Count(newest),
    )
