"""As whom the embedded PostgreSQL runs: the user who started the program, or, since PostgreSQL refuses root, another.

Root's other is the owner of an existing data folder, else the account `postgres`, else `nobody`. Where the way to the
program or to the data is closed to that account (a home under /root, a folder from `mktemp -d`), the process is given
the one capability to pass, instead of opening the folders for everybody.
"""

import os
import pwd
import shutil
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auktor.core.errors import Unavailable

_CANDIDATES = ("postgres", "nobody")
# The security bit makes access(2), by which PostgreSQL's programs look for each other, heed the capability too.
_MAY_PASS = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup")
_EVERYBODY_MAY_PASS = stat.S_IXOTH | stat.S_IROTH


class RootCannotServe(Unavailable):
    """PostgreSQL does not run as root, and this machine offers no way to run it as another."""

    code = "ROOT_CANNOT_SERVE"


@dataclass(frozen=True, slots=True)
class Account:
    """A user's numbers and the command words that make a process theirs (none where they are already ours)."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    def own(self, path: Path) -> None:
        """Hand `path` over, where the program runs as root."""
        if self.prefix:
            os.chown(path, self.uid, self.gid)


def account_for(data: Path, reads: Iterable[Path]) -> Account:
    """The account that runs PostgreSQL on `data`, able to reach it and the folders in `reads`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if shutil.which("setpriv") is None:
        raise RootCannotServe(
            "PostgreSQL does not run as root, and the command setpriv that would change the user is missing. "
            "Start the program as an ordinary user, or install util-linux."
        )
    uid, gid = _owner(data)
    closed = any(_is_closed(folder) for folder in (data.parent, *reads))
    return Account(uid, gid, _become(uid, gid, may_pass=closed))


def _become(uid: int, gid: int, *, may_pass: bool) -> tuple[str, ...]:
    change = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups")
    return (*change, *_MAY_PASS) if may_pass else change


def _owner(data: Path) -> tuple[int, int]:
    if data.exists() and data.stat().st_uid != 0:
        return data.stat().st_uid, data.stat().st_gid
    accounts = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in _CANDIDATES:
        if name in accounts:
            return accounts[name].pw_uid, accounts[name].pw_gid
    raise RootCannotServe(
        f"PostgreSQL does not run as root, and no account named {' or '.join(_CANDIDATES)} exists. "
        "Start the program as an ordinary user."
    )


def _is_closed(folder: Path) -> bool:
    return any(~step.stat().st_mode & _EVERYBODY_MAY_PASS for step in (folder, *folder.parents))
