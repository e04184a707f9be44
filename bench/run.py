"""Every benchmark of this folder, one after another: `make bench`. Each prints its table and can be run alone."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run them all, also where one fails; the number that failed."""
    failed = 0
    for script in sorted(HERE.glob("[!_]*.py")):
        if script != Path(__file__):
            print(f"\n== {script.stem}", flush=True)
            failed += subprocess.run([sys.executable, str(script)], cwd=HERE.parent, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
