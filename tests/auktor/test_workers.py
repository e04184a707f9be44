"""Processes that are forked and kept running, with deeds small enough to be seen through.

Each claim has an interpreter of its own, for one with threads, as that of the tests, is none to fork. Its lines are
read until the last process that could write one has ended.
"""

import subprocess
import sys
from pathlib import Path

import pytest

_BEGINNING = r"""
import multiprocessing, os, signal, sys, time
from pathlib import Path
from auktor import workers
from auktor.core.errors import Unavailable
from auktor.forking import Parent
from auktor.workers import Post, keep_running

workers._LOOK_SECONDS = 0.05
parent, folder = Parent(), Path(sys.argv[1])

def say(*words):
    os.write(1, f"{' '.join(map(str, words))}\n".encode())  # a line at once, though others write too

def is_first():
    try:
        (folder / "was here").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True

def end_the_program(beat):
    beat()
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(60)

def keep(deed, **more):
    try:
        keep_running(parent, [Post("auktor: test", deed, signal.SIGTERM, **more)])
    except Unavailable as error:
        say(str(error).replace(str(os.getpid()), "us"))
    finally:
        say("unwound")
"""


def said(folder: Path, script: str) -> list[str]:
    """The lines that a script says, and every process it has forked."""
    words = [sys.executable, "-c", _BEGINNING + script, str(folder)]
    done = subprocess.run(words, stdout=subprocess.PIPE, encoding="utf-8", check=False, timeout=60)
    return done.stdout.splitlines()


def test_one_that_dies_is_replaced_and_the_program_alone_unwinds(tmp_path: Path) -> None:
    script = """
def deed(beat, _):
    beat()
    say("begun")
    if is_first():
        os._exit(3)
    end_the_program(beat)

keep(deed)
"""
    assert said(tmp_path, script) == ["begun", "begun", "unwound"]


def test_where_none_can_be_forked_it_is_tried_again(tmp_path: Path) -> None:
    script = """
fork, faults = parent.fork, [False, True, True]

def short_of_memory(*words, **more):
    if faults and faults.pop(0):
        raise OSError("Cannot allocate memory")
    return fork(*words, **more)

def deed(beat, _):
    beat()
    say("begun")
    if is_first():
        os._exit(3)
    end_the_program(beat)

parent.fork = short_of_memory
keep(deed)
"""
    assert said(tmp_path, script) == ["begun", "begun", "unwound"]


def test_one_that_falls_silent_is_replaced(tmp_path: Path) -> None:
    script = """
workers.UNHEARD_SECONDS = 0.2

def deed(beat, _):
    beat()
    say("begun")
    if is_first():
        os.kill(os.getpid(), signal.SIGSTOP)
    end_the_program(beat)

keep(deed)
"""
    assert said(tmp_path, script) == ["begun", "begun", "unwound"]


def test_one_that_does_not_beat_may_be_silent_and_is_replaced_whenever_it_ends(tmp_path: Path) -> None:
    script = """
workers.UNHEARD_SECONDS = 0.0

def deed(beat, _):
    say("begun")
    if is_first():
        time.sleep(0.3)
        raise ValueError
    time.sleep(0.3)
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(60)

keep(deed, beats=False)
"""
    assert said(tmp_path, script) == ["begun", "begun", "unwound"]


def test_what_one_leaves_is_told_the_next_though_another_failed_between_them(tmp_path: Path) -> None:
    script = """
def deed(_beat, left):
    say("begun with", left)
    time.sleep(0.3)
    if left == 3:
        os.kill(os.getppid(), signal.SIGTERM)
        time.sleep(60)
    if left == 2 and is_first():
        raise Unavailable("Nothing to do it with.")
    return left + 1

keep(deed, beats=False, left=1)
"""
    assert said(tmp_path, script) == ["begun with 1", "begun with 2", "begun with 2", "begun with 3", "unwound"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("raise Unavailable('No database. Start one.')", "UNAVAILABLE: No database. Start one."),
        ("os._exit(3)", "ended with 3; its log says why."),
    ],
)
def test_what_keeps_the_first_from_starting_ends_the_program_with_its_words(
    tmp_path: Path, fault: str, told: str
) -> None:
    line, unwound = said(tmp_path, f"def deed(beat, _):\n    {fault}\n\nkeep(deed)\n")
    assert line.endswith(told)
    assert unwound == "unwound"


def test_none_outlives_a_killed_program_though_each_has_what_its_elder_siblings_read(tmp_path: Path) -> None:
    script = """
heard, told = os.pipe()

def deed():
    signal.signal(signal.SIGTERM, lambda *_: (say("ends"), os._exit(0)))
    os.write(told, b".")
    time.sleep(60)

for number in range(3):
    parent.fork("auktor: test", deed, orphaned=signal.SIGTERM)
for number in range(3):
    os.read(heard, 1)
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert said(tmp_path, script) == ["ends"] * 3


def test_what_is_done_in_a_process_of_its_own_leaves_nothing_but_its_outcome(tmp_path: Path) -> None:
    script = """
def version():
    import sqlite3
    return bool(sqlite3.sqlite_version)

def refuse():
    raise Unavailable("The disk is full.", free=0)

def done(deed):
    with parent.doing("auktor: test", deed) as outcome:
        return outcome()

say(done(version), "sqlite3" in sys.modules)
for deed in (refuse, lambda: os._exit(9)):
    try:
        done(deed)
    except Unavailable as error:
        say(error, error.values)
with parent.doing("auktor: test", lambda: time.sleep(60)):
    say("left early")
say(multiprocessing.active_children())
"""
    assert said(tmp_path, script) == [
        "True False",
        "UNAVAILABLE: The disk is full. {'free': 0}",
        "PROCESS_ENDED: The process `auktor: test` ended with 9 before it was done. Its log says why. {'exitcode': 9}",
        "left early",
        "[]",
    ]


def test_a_process_that_was_forked_holds_the_home_against_nobody(tmp_path: Path) -> None:
    script = """
from db.embedded.home import sole_use_of

heard, told = os.pipe()
with sole_use_of(folder):
    parent.fork("auktor: test", lambda: (os.write(told, b"."), time.sleep(60)), orphaned=signal.SIGKILL)
    os.read(heard, 1)
with sole_use_of(folder):
    say("free")
"""
    assert said(tmp_path, script) == ["free"]
