"""The open-data folder: editions that never change, and the few files beside them that do, each in one step.

| path | what |
|---|---|
| `editions/000001/…` | an edition; appears whole, is never written again |
| `current.json` | the pointer to the newest |
| `changes.atom` `changes.json` | the feeds of editions |
| `jwks.json` | every public key that has signed an edition, the newest first |
| `.new-…` | an edition being built; left behind only by a publisher that was killed, and swept by the next |
| `.lock` | held while somebody publishes; the system lets go of it however that process ends |
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from auktor.core.errors import Refused, Unavailable
from publish.files import sync_folder
from publish.manifest import POINTER, Pointer, canonical, folder_of
from publish.signing import KEYS, PublicKey, key_set

_LOCK, _PRIVATE = ".lock", ".new-"


class PublishingUnderway(Unavailable):
    """Somebody else is publishing into the folder."""

    code = "PUBLISHING_UNDERWAY"


class PointerMoved(Refused):
    """The pointer is no longer where the publisher found it."""

    code = "POINTER_MOVED"


class OpenDataFolder:
    """The folder, held by one publisher at a time: use it inside `held()`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def held(self) -> Generator[None, None, None]:
        """Hold the folder; raises PublishingUnderway at once where another does. What was left behind is swept."""
        (self.path / "editions").mkdir(parents=True, exist_ok=True)
        with (self.path / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise PublishingUnderway(
                    f"Somebody else is publishing into {self.path}. Wait until that is done, then publish again."
                ) from None
            self._sweep()
            yield

    def _sweep(self) -> None:
        for left_behind in self.path.glob(f"{_PRIVATE}*"):
            shutil.rmtree(left_behind) if left_behind.is_dir() else left_behind.unlink()

    @contextmanager
    def private(self) -> Generator[Path, None, None]:
        """A new folder to build an edition in, gone when the block ends unless it was placed.

        It lies on the same file system, so that placing it is one rename.
        """
        folder = Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=self.path))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def edition(self, number: int) -> Path:
        """Where the edition of a number lies, or will lie."""
        return self.path / folder_of(number)

    def place(self, private: Path, number: int) -> None:
        """Let a finished edition appear at its address, whole; one that is there is never replaced."""
        private.chmod(0o755)
        os.rename(private, self.edition(number))  # noqa: PTH104 -- Path.rename would say it replaces; of folders it cannot
        sync_folder(self.path / "editions")

    def pointer(self) -> Pointer | None:
        """What `current.json` says, or None before the first edition."""
        said = self._read(POINTER)
        return msgspec.json.decode(said, type=Pointer) if said else None

    def point(self, found: Pointer | None, to: Pointer) -> None:
        """Let `current.json` say `to`, if it still says `found`."""
        if self.pointer() != found:
            raise PointerMoved(
                f"{self.path / POINTER} was changed by another program while this one published. Run again."
            )
        self.replace(POINTER, canonical(to))

    def publish_key(self, key: PublicKey) -> None:
        """Let `jwks.json` hold a key beside those it held; a key once published is never taken away."""
        self.replace(KEYS, key_set(self._read(KEYS), key))

    def replace(self, name: str, data: bytes) -> None:
        """Let a file say something else, in one step: a reader finds the old or the new. Left as it is where equal."""
        if self._read(name) == data:
            return
        descriptor, private = tempfile.mkstemp(prefix=_PRIVATE, dir=self.path)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
        Path(private).replace(self.path / name)
        sync_folder(self.path)

    def _read(self, name: str) -> bytes | None:
        with suppress(FileNotFoundError):
            return (self.path / name).read_bytes()
        return None
