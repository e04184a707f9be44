"""A folder of editions: they never change, and the few files beside them do so each in one step.

| path | what |
|---|---|
| `editions/000001/…` | an edition; appears whole, is never written again |
| `editions/000001/suppliers.csv.gz` | a text file as it travels to whoever accepts gzip (`.br`, `.zst` likewise) |
| `editions/000001/redacted.json` | why an edition was withdrawn; its manifest stays, so that the chain holds |
| `current.json` | the pointer to the newest |
| `latest` | the same for a web server that reads no JSON: a link to the newest edition, to redirect by, not to serve |
| `changes.atom` `changes.json` | the feeds of editions |
| `jwks.json` | every public key that has signed an edition, the newest first |
| `.new-…` | an edition being built; left behind only by a publisher that was killed, and swept by the next |
| `.lock` | held while somebody publishes; the system lets go of it however that process ends |
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from publish.encodings import encode_files
from publish.files import sync, sync_files
from publish.manifest import MANIFEST, POINTER, Pointer, folder_of
from publish.progress import Progress
from publish.redaction import leave_the_chain
from publish.store import FULL, Found, PointerMoved, PublishingUnderway, StoreFull, StoreGone

_LOCK, _PRIVATE, LATEST = ".lock", ".new-", "latest"


class OpenDataFolder:
    """The folder, held by one publisher at a time: use it inside `held()`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def where(self) -> str:
        """The path."""
        return str(self.path)

    @contextmanager
    def held(self) -> Generator[None, None, None]:
        """Hold the folder; raises PublishingUnderway at once where another does. What was left behind is swept.

        A disk that is full or fails while the folder is held is told of as StoreFull or StoreGone.
        """
        with self._told():
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

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        try:
            yield
        except OSError as error:
            if error.errno in FULL:
                raise self._no_room(error, 0) from error
            raise StoreGone(
                f"{self.path} cannot be written ({error.strerror or error}). What was published stands as it was: see "
                "that the disk is there, then publish again."
            ) from error

    def _no_room(self, error: OSError, written: int) -> StoreFull:
        """What is told where the disk was full when so many bytes of an edition were written."""
        newest = max(self.editions(), default=0)
        like = size_of(self.edition(newest)) if newest else 0
        needed = f"about {_megabytes(like)}, as edition {newest} has" if like > written else _more_than(written)
        free = shutil.disk_usage(self.path).free + written
        return StoreFull(
            f"{self.path} has no room for the edition ({error.strerror or error}). It needs {needed}, and has "
            f"{_megabytes(free)}. What was published stands as it was, and nothing is left behind: make room there, or "
            "publish into another place (--to), then publish again.",
            needed=max(like, written),
            free=free,
        )

    def _sweep(self) -> None:
        for left_behind in self.path.glob(f"{_PRIVATE}*"):
            is_folder = left_behind.is_dir() and not left_behind.is_symlink()  # a link may lead to an edition
            shutil.rmtree(left_behind) if is_folder else left_behind.unlink()

    @contextmanager
    def private(self) -> Generator[Path, None, None]:
        """A new folder to build an edition in, gone when the block ends unless it was placed.

        It lies on the same file system, so that placing it is one rename.
        """
        folder = Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=self.path))
        try:
            yield folder
        except OSError as error:
            if error.errno in FULL and folder.exists():
                raise self._no_room(error, size_of(folder)) from error
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def edition(self, number: int) -> Path:
        """Where the edition of a number lies, or will lie."""
        return self.path / folder_of(number)

    def editions(self) -> set[int]:
        """The numbers of the editions that lie here; each appeared whole."""
        return {int(path.name) for path in (self.path / "editions").iterdir() if path.name.isdecimal()}

    def manifest(self, number: int) -> bytes | None:
        """The manifest of an edition that lies here."""
        with suppress(FileNotFoundError):
            return (self.edition(number) / MANIFEST).read_bytes()
        return None

    @contextmanager
    def tables(self, number: int) -> Generator[Path, None, None]:
        """The edition itself."""
        yield self.edition(number)

    def prepare(self, private: Path, progress: Progress) -> None:
        """Write the coats of its texts, or link those of the newest edition, and bring all of it to the disk."""
        size = 0

        def told(more: int) -> None:
            nonlocal size
            size += more
            progress("coats", 0, size)

        progress("coats", 0)
        newest = max(self.editions(), default=0)
        encode_files(private, self.edition(newest) if newest else None, told)
        progress("disk", 0)
        sync_files(private)
        private.chmod(0o755)

    def place(self, private: Path, number: int) -> None:
        """Let a prepared edition appear at its address, whole; one that is there is never replaced."""
        os.rename(private, self.edition(number))  # noqa: PTH104 -- Path.rename would say it replaces; of folders it cannot
        sync(self.path / "editions")

    def withdraw(self, number: int, notice: bytes) -> None:
        """Take away the files of an edition; its manifest stays."""
        leave_the_chain(self.edition(number), notice)

    def read(self, name: str) -> Found | None:
        """A file beside the editions."""
        with suppress(FileNotFoundError):
            data = (self.path / name).read_bytes()
            return Found(data, hashlib.sha256(data).hexdigest())
        return None

    def swap(self, name: str, found: Found | None, data: bytes) -> None:
        """Let a file say something else, in one step: a reader finds the old or the new. Left as it is where equal."""
        if self.read(name) != found:
            raise PointerMoved(
                f"{self.path / name} was changed by another program while this one published. Run again."
            )
        if found is None or found.data != data:
            self._replace(self.path / name, data)
        if name == POINTER:
            self._lead(LATEST, folder_of(msgspec.json.decode(data, type=Pointer).number))

    def _lead(self, name: str, target: str) -> None:
        """Let a link lead to `target`; one step, as for a file."""
        link = self.path / name
        if link.is_symlink() and os.readlink(link) == target:  # noqa: PTH115 -- as text, which it was made from
            return
        private = self.path / f"{_PRIVATE}{name}"
        private.symlink_to(target)
        private.replace(link)
        sync(self.path)

    def _replace(self, path: Path, data: bytes) -> None:
        descriptor, name = tempfile.mkstemp(prefix=_PRIVATE, dir=self.path)
        private = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                os.fchmod(file.fileno(), 0o644)
            private.replace(path)
        except OSError:
            private.unlink(missing_ok=True)
            raise
        sync(path.parent)


def size_of(folder: Path) -> int:
    """The bytes of the files in a folder."""
    return sum(file.stat().st_size for file in folder.iterdir())


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _more_than(written: int) -> str:
    return f"more than {_megabytes(written)}" if written else "more"
