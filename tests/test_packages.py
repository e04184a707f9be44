"""Our root packages have plain names (`schema`, `db`, …); nobody else's may stand in front of them."""

from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("auktor", "db", "publish", "resolvers", "schema")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_root_package_is_ours(name: str) -> None:
    assert Path(import_module(name).__file__ or "").parent == ROOT / name


@pytest.mark.parametrize("name", PACKAGES)
def test_no_other_distribution_brings_a_package_of_that_name(name: str) -> None:
    assert set(packages_distributions().get(name, ["auktor"])) == {"auktor"}
