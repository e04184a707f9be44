"""The mutations behind the page that publishes: which one, and what to send, follows from the settings and the form."""

from collections.abc import Mapping

from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.desk.doing import Done, Way
from schema.answering import Json

PREPARES = Way("preparePublication", PUBLISH_EDITION, prepares=True)
PUBLISHES = Way("publishEdition", PUBLISH_EDITION, prepares=False, answers="... on EditionPublished { isNew }")


def way_and_input(sent: Mapping[str, str], *, four_eyes: bool) -> tuple[Way, dict[str, Json]]:
    """A preparation that is named is published; without one it is published at once, or prepared for another."""
    if sent.get("preparation"):
        return PUBLISHES, {"preparation": sent["preparation"]}
    return (PREPARES if four_eyes else PUBLISHES), {"acceptDrop": "acceptDrop" in sent}


def said_of(done: Done) -> str:
    """What came of it: prepared, new, or old where nothing was new."""
    if done.answer["__typename"] == "Preparation":
        return "prepared"
    return "new" if done.answer["isNew"] else "old"
