"""What the serving program hands to the processes that answer."""

import pickle
import subprocess
import sys

from auktor.serving import worker_configuration
from auktor.settings import Settings

_READ = "import pickle, sys; pickle.load(sys.stdin.buffer); print(*(name for name in sys.modules if 'auktor' in name))"


def test_a_worker_is_heard_of_before_it_imports_the_program() -> None:
    handed = pickle.dumps(worker_configuration(Settings(workers=2)))
    read = subprocess.run([sys.executable, "-c", _READ], input=handed, stdout=subprocess.PIPE, check=True)
    assert read.stdout.split() == []
