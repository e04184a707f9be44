"""What lies beside the repository for all who work on it, and may be absent: test data and checkers of others."""

import os
from pathlib import Path

SHARED = Path(os.environ.get("AUKTOR_TEST_SHARED", Path(__file__).parents[2] / "shared"))
"""Beside the repository, or where the variable says; a test that needs what is not there skips, and says so."""
