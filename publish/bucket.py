"""Editions in a bucket of an S3-compatible store: the same names as in a folder, and the same promises.

A bucket appears one object at a time, so the manifest is the last object of an edition: until it lies there the edition
does not. Objects of an edition are only ever created (`If-None-Match: *`), the few beside them exchanged for what was
found (`If-Match`): of two publishers one loses and nothing is overwritten. Nothing is locked: who is killed holds
nobody up, and the next run writes what is missing. A store that does not know these two headers must not be used.
"""

import hashlib
import mmap
import re
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError
from obstore.store import S3Store

from publish.files import media_type
from publish.manifest import MANIFEST, NOTICE, POINTER, Pointer, folder_of
from publish.progress import Progress
from publish.redaction import KEPT
from publish.store import FULL, AlreadyThere, Found, PointerMoved, StoreFull, StoreGone
from publish.tables import TABLES

if TYPE_CHECKING:
    from obstore import ListResult, ObjectMeta, PutMode

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
_AT_ONCE = 8
_SHOWN = 200
# How stores say that they are full: by status 507, or by a code of their own.
_FULL = re.compile(r"\b507\b|StorageFull|QuotaExceeded|InsufficientStorage")


@dataclass(frozen=True, slots=True)
class Access:
    """Where a store is and who asks of it. What is left out is taken from the usual `AWS_…` variables.

    A request that has not ended within `patience` is given up, so the largest file has to be sent in that time.
    """

    endpoint: str | None = None
    region: str | None = None
    access_key_id: str | None = field(default=None, repr=False)
    secret_access_key: str | None = field(default=None, repr=False)
    retries: int = 4
    patience: timedelta = timedelta(minutes=10)


class OpenDataBucket:
    """`s3://bucket/prefix` as a place for editions."""

    def __init__(self, bucket: str, prefix: str, access: Access) -> None:
        self.where = f"s3://{bucket}/{prefix}".rstrip("/")
        given = {
            "endpoint": access.endpoint,
            "region": access.region,
            "access_key_id": access.access_key_id,
            "secret_access_key": access.secret_access_key,
        }
        self._store = S3Store(
            bucket,
            prefix=prefix or None,
            config={name: value for name, value in given.items() if value is not None},  # type: ignore[arg-type]
            client_options={
                "allow_http": (access.endpoint or "").startswith("http://"),
                "timeout": access.patience,
            },
            retry_config={"max_retries": access.retries, "retry_timeout": timedelta(seconds=60)},
        )

    @contextmanager
    def held(self) -> Generator[None, None, None]:
        """Nothing is held and nothing left behind: a half-written edition is one that the next run completes."""
        yield

    @contextmanager
    def private(self) -> Generator[Path, None, None]:
        """A folder on this machine."""
        with TemporaryDirectory(prefix="auktor-edition-") as folder:
            try:
                yield Path(folder)
            except OSError as error:
                if error.errno not in FULL:
                    raise
                raise StoreFull(
                    f"{Path(folder).parent} on this machine has no room to build the edition ({error.strerror}). What "
                    f"was published in {self.where} stands: make room, or name another folder in TMPDIR, then publish "
                    "again."
                ) from error

    def editions(self) -> set[int]:
        """The editions that lie here whole: those the pointer has passed, and of the rest those with a manifest."""
        found = self.read(POINTER)
        passed = msgspec.json.decode(found.data, type=Pointer).number if found else 0
        numbers = {int(Path(folder).name) for folder in self._listed("editions")["common_prefixes"]}
        return {number for number in numbers if number <= passed or self.manifest(number) is not None}

    def manifest(self, number: int) -> bytes | None:
        """The manifest of an edition; it is the last of its objects."""
        found = self.read(f"{folder_of(number)}/{MANIFEST}")
        return found.data if found else None

    @contextmanager
    def tables(self, number: int) -> Generator[Path, None, None]:
        """The tables, fetched; a table the edition did not have is left out."""
        with self.private() as folder:
            for table in TABLES:
                name = f"{table.name}.ndjson"
                self._fetch(f"{folder_of(number)}/{name}", folder / name)
            yield folder

    def _fetch(self, name: str, into: Path) -> None:
        with self._told():
            try:
                found = obstore.get(self._store, name)
            except FileNotFoundError:
                return
            with into.open("xb") as file:
                for part in found.stream():
                    file.write(part)

    def prepare(self, private: Path, progress: Progress) -> None:
        """Nothing: the room is the store's, and what it has taken it keeps."""

    def place(self, private: Path, number: int) -> None:
        """Create the objects of an edition, the manifest when all others are there."""
        names = sorted(file.name for file in private.iterdir() if file.name != MANIFEST)
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                list(pool.map(self._create, [private / name for name in names], [number] * len(names)))
            self._create(private / MANIFEST, number)
        except StoreFull as error:
            size = sum(file.stat().st_size for file in private.iterdir())
            raise StoreFull(f"{error.message} The edition has {size / 1e6:,.1f} MB.", needed=size) from None

    def _create(self, file: Path, number: int) -> None:
        name = f"{folder_of(number)}/{file.name}"
        with self._told():
            try:
                self._put(name, _content(file), "create", FOR_EVER)
            except AlreadyExistsError:
                self._refuse_other(name, file)

    def _refuse_other(self, name: str, file: Path) -> None:
        """An object that a killed publisher, or our own request before its answer was lost, has created is ours."""
        there, ours = hashlib.sha256(), hashlib.sha256(_content(file))
        for part in obstore.get(self._store, name).stream():
            there.update(part)
        if there.digest() != ours.digest():
            raise AlreadyThere(
                f"{self.where}/{name} holds other bytes than this edition has. Publish under another prefix (--to), or "
                "with the database that published it."
            )

    def withdraw(self, number: int, notice: bytes) -> None:
        """The notice first; then the rest is deleted, so that a run that was killed is completed by the next."""
        self._put_once(f"{folder_of(number)}/{NOTICE}", notice)
        objects = [each["path"] for each in self._listed(folder_of(number))["objects"]]
        with self._told():
            obstore.delete(self._store, [name for name in objects if Path(name).name not in KEPT])

    def _listed(self, folder: str) -> "ListResult[Sequence[ObjectMeta]]":
        with self._told():
            return obstore.list_with_delimiter(self._store, folder)  # pyright: ignore[reportUnknownMemberType]

    def _put_once(self, name: str, data: bytes) -> None:
        found = self.read(name)
        if found is None or found.data != data:
            self.swap(name, found, data)

    def read(self, name: str) -> Found | None:
        """An object, and its ETag."""
        with self._told():
            try:
                found = obstore.get(self._store, name)
            except FileNotFoundError:
                return None
            return Found(bytes(found.bytes()), found.meta["e_tag"] or "")

    def swap(self, name: str, found: Found | None, data: bytes) -> None:
        """Create or exchange an object; where another has done the same meanwhile, that is as good."""
        if found is not None and found.data == data:
            return
        mode: PutMode = "create" if found is None else {"e_tag": found.tag}
        with self._told():
            try:
                self._put(name, data, mode, ASK_AGAIN)
            except (AlreadyExistsError, PreconditionError):
                there = self.read(name)
                if there is None or there.data != data:
                    raise PointerMoved(
                        f"{self.where}/{name} was changed by another program while this one published. Run again."
                    ) from None

    def _put(self, name: str, data: "bytes | mmap.mmap", mode: "PutMode", kept: str) -> None:
        said = {"Content-Type": media_type(name), "Cache-Control": kept}
        obstore.put(self._store, name, data, mode=mode, attributes=said, use_multipart=False)

    @contextmanager
    def _told(self) -> Generator[None, None, None]:
        try:
            yield
        except BaseError as error:
            if _FULL.search(str(error)):
                raise StoreFull(
                    f"{self.where} has no room ({_first_line(error)}). What was published there stands: make room or "
                    "have its quota raised, then publish again."
                ) from None
            raise StoreGone(
                f"{self.where} does not answer as it should ({_first_line(error)}). What was published there stands: "
                "see that the address and the credentials are right and the store is up, then publish again."
            ) from None


def _content(file: Path) -> "bytes | mmap.mmap":
    """A file as a buffer that the system pages in; an empty one cannot be mapped."""
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) if file.stat().st_size else b""


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:_SHOWN]


def from_address(address: str, access: Access, environment: Mapping[str, str]) -> OpenDataBucket:
    """The bucket of `s3://bucket/prefix`; raises StoreGone where nobody says who asks.

    Without a key the library would ask the network of the cloud it might run in, and wait for that.
    """
    bucket, _, prefix = address.removeprefix("s3://").partition("/")
    if not bucket:
        raise StoreGone(f"{address} names no bucket. Write s3://bucket/prefix.")
    if not (access.access_key_id and access.secret_access_key) and not _KEYS & environment.keys():
        raise StoreGone(
            f"{address} needs credentials: set AUKTOR_S3_ACCESS_KEY_ID and AUKTOR_S3_SECRET_ACCESS_KEY, or the usual "
            f"{', '.join(sorted(_KEYS))}. AUKTOR_S3_ENDPOINT names a store other than Amazon's."
        )
    return OpenDataBucket(bucket, prefix.strip("/"), access)


_KEYS = {
    "AWS_ACCESS_KEY_ID",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
}
