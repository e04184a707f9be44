#!/usr/bin/env python3
"""Write the invented example register: the same rows every time, as many as asked for.

    python data/example/generate.py                          the example that stands beside this file
    python data/example/generate.py --scale 1000 --to /tmp/large

The scale multiplies what there is much of. At 1 there are 20 public actors with 57 agreements, 2 fee rules and some
5,000 monthly volumes; at 1,000 some 20,000, 60,000, 2,000 and 5,000,000. Rows are written as they are made, so a large
example takes longer and no more memory. Load the bundled register first: the example is about the same systems.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import actors
import cases
import suppliers
import terms
import volumes
from writing import Row, write

HERE = Path(__file__).parent
MOST = 5000  # actors are numbered with five digits
MANIFEST = {
    "format": "auktor-register/1",
    "title": "Exempelregister: allt är påhittat",
    "description": (
        "Påhittade leverantörer, aktörer, avtal, ärenden, avgifter och volymer som visar varje livscykel. "
        "Läses in ovanpå det medföljande registret."
    ),
    "licence": "CC0-1.0",
    "source": "data/example/generate.py",
    "provenance": "EXAMPLE",
    "reference": "Påhittat av data/example/generate.py",
    "legal_source": None,
}


def example(scale: int) -> dict[str, Iterable[Row]]:
    """The rows of every noun of the example, by its plural; those of many are made as they are read."""
    return {
        "suppliers": suppliers.suppliers(),
        "services": suppliers.services(),
        "supplier_agreements": suppliers.supplier_agreements(),
        "agreement_services": suppliers.agreement_services(),
        "requirements": terms.requirements(),
        "eu_notifications": terms.eu_notifications(),
        "regulations": terms.regulations(),
        "regulation_effects": terms.regulation_effects(),
        "fees": terms.fees(scale),
        "fee_tiers": terms.fee_tiers(scale),
        "compensation_rules": terms.compensation_rules(),
        "applications": cases.applications(),
        "decisions": cases.decisions(actors.exemptions()),
        "rectification_cases": cases.rectification_cases(),
        "reviews": cases.reviews(),
        "review_findings": cases.review_findings(),
        "public_actors": actors.public_actors(scale),
        "successions": actors.successions(),
        "actor_agreements": actors.actor_agreements(scale),
        "legacy_connections": actors.legacy_connections(scale),
        "obligation_assessments": actors.obligation_assessments(),
        "exemptions": actors.exemptions(),
        "monthly_volumes": volumes.monthly_volumes(scale),
    }


def generate(folder: Path, scale: int) -> None:
    """Write the example at `scale` into `folder`, the manifest last: a folder without one is not whole."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for noun, rows in example(scale).items():
        write(folder, noun, rows)
        written.append(f"{noun}.csv")
    manifest = {**MANIFEST, "files": sorted(written)}
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(f"{text}\n", encoding="utf-8")


def _scale(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        message = f"{text} is not a scale. Give a whole number from 1 to {MOST}."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=_scale, default=1, help=f"how large, 1 to {MOST} (default 1)")
    parser.add_argument("--to", type=Path, default=HERE, help="folder to write into (default: beside this file)")
    given = parser.parse_args()
    generate(given.to, given.scale)


if __name__ == "__main__":
    main()
