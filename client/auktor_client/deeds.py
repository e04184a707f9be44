"""What came of a deed: the object it changed, or the refusal raised."""

from typing import TypeVar

from auktor_client.errors import AuktorClientError
from auktor_client.generated.fragments import DeedRefusedTold, VersionConflictTold

Changed = TypeVar("Changed")


class NotDone(AuktorClientError):
    """The register refused a deed, and recorded nothing: `code` says why, `remedy` what to do, `path` about what.

    `newest_version` is what somebody else recorded meanwhile, where that is why.
    """

    def __init__(self, told: DeedRefusedTold | VersionConflictTold) -> None:
        self.code, self.message, self.remedy = told.code, told.message, told.remedy
        self.path = tuple(told.path)
        self.newest_version = told.newest_version if isinstance(told, VersionConflictTold) else None
        super().__init__(f"{self.code}: {self.message} {self.remedy}")


def done(outcome: Changed | DeedRefusedTold | VersionConflictTold) -> Changed:
    """What a deed changed, by its id and version; NotDone where it was refused."""
    if isinstance(outcome, DeedRefusedTold | VersionConflictTold):
        raise NotDone(outcome)
    return outcome
