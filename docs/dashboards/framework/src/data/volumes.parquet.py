"""Loader of Observable Framework: the monthly volumes, as the register gives them."""

import os
import sys
import urllib.request

REGISTER = os.environ.get("AUKTOR_REGISTER", "http://127.0.0.1:8000")

with urllib.request.urlopen(f"{REGISTER}/q/volumes_by_month.parquet?from=2026-01-01&to=2027-01-01") as answer:
    sys.stdout.buffer.write(answer.read())
