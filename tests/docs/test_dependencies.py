import re
import tomllib

from tests.docs.pages import ROOT

DECISION = ROOT / "docs" / "decisions" / "0009-each-dependency-earns-its-place.md"


def test_every_dependency_has_its_reason() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[>=<;! ]", each)[0] for each in declared}
    rows = [line.split("|")[1] for line in DECISION.read_text("utf-8").splitlines() if line.startswith("| ")]
    reasons = {name.strip() for row in rows for name in row.split(",")}
    assert names - reasons == set()
