"""Programs of npm, installed once into a cache outside the repository, as a committed lock file says."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_REQUIRED = "CI"


def installed(source: Path, name: str) -> Path:
    """The modules that `source` locks. Without npm or its registry the test is skipped, but fails where CI=true.

    `name` is what the cache calls it.
    """
    lock = (source / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "auktor-tests"
    folder = cache / f"{name}-{hashlib.sha256(lock).hexdigest()[:16]}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not folder.exists():
            _install(source, folder)
    return folder / "node_modules"


def _install(source: Path, folder: Path) -> None:
    if not (shutil.which("npm") and shutil.which("node")):
        _cannot("npm is not installed")
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(source / name, made)
        words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(words, cwd=made, capture_output=True, text=True, check=False)
        if done.returncode:
            _cannot(f"npm could not install {source.name}: {done.stderr[-300:]}")
        Path(made, "node_modules").rename(folder.parent / f"{folder.name}.new")
    folder.mkdir()
    (folder.parent / f"{folder.name}.new").rename(folder / "node_modules")


def _cannot(why: str) -> None:
    if os.environ.get(_REQUIRED) == "true":
        pytest.fail(why)
    pytest.skip(why)
