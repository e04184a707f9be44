"""Publishing an edition on request: no row of the table of deeds, for it changes nothing that the register says."""

from auktor.core.deeds.declaring import Deed, asked, order
from auktor.core.deeds.errors import DeedRefused
from auktor.core.roles import Role


@order
class PublishEdition:
    """What is asked of whoever publishes."""

    accept_drop: bool = asked(
        "Publish even where a table has lost a larger share of its rows than may go unseen",
        "godta bortfall",
        default=False,
    )


class PreparationNeeded(DeedRefused):
    """An edition that one person alone would publish, where two are asked for."""

    code = "PREPARATION_NEEDED"


PUBLISH_EDITION = Deed(
    "publish_edition",
    PublishEdition,
    "edition",
    frozenset({Role.PUBLISHER}),
    "SFS 2022:818",
    "Publish an edition of the open data, where the register says something new",
    "publicera utgåva",
    prepared_as="prepare_publication",
    prepared_by=frozenset({Role.PUBLISHER}),
)
