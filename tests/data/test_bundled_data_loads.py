"""What is bundled satisfies the database's every constraint and trigger."""

from pathlib import Path

from db.load import load

DATA = Path(__file__).parents[2] / "data"


async def test_the_register_and_the_example_on_top_of_it_load_once(fresh_database: str) -> None:
    register = await load(fresh_database, [DATA / "register"], actor="test")
    example = await load(fresh_database, [DATA / "example"], actor="test")
    again = await load(fresh_database, [DATA / "register", DATA / "example"], actor="test")
    assert register.revision is not None
    assert example.revision is not None
    assert again.revision is None
