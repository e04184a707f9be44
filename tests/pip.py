"""Programs in Python that must not meet ours, installed once into a cache outside the repository, by a lock file."""

import fcntl
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest


def installed(lock: Path, name: str) -> Path:
    """The programs of an environment with what `lock` locks. Without it the test is skipped, but fails where CI=true.

    `name` is what the cache calls it.
    """
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:16]
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "auktor-tests"
    folder = cache / f"{name}-{digest}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            _install(lock, folder)
    return folder / "bin"


def _install(lock: Path, folder: Path) -> None:
    venv.create(folder, clear=True, with_pip=True)
    words = [str(folder / "bin" / "pip"), "install", "--quiet", "--require-hashes", "--requirement", str(lock)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        why = f"pip could not install {lock.parent.name}: {done.stderr[-300:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    (folder / "ready").touch()
