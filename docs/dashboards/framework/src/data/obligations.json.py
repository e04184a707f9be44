"""Loader of Observable Framework: who must use the system, asked by GraphQL."""

import json
import os
import sys
import urllib.request

REGISTER = os.environ.get("AUKTOR_REGISTER", "http://127.0.0.1:8000")
QUESTION = "{ statistics { obligations { category obligationStatus connected actors } } }"

asked = urllib.request.Request(
    f"{REGISTER}/graphql", json.dumps({"query": QUESTION}).encode(), {"content-type": "application/json"}
)
with urllib.request.urlopen(asked) as answer:
    json.dump(json.load(answer)["data"]["statistics"]["obligations"], sys.stdout)
