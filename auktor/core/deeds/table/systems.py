"""The authorisation systems: established, started, closed."""

from auktor.core.deeds import systems
from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.table.grounds import ACT, DECIDES, OFFICE

SYSTEMS = (
    Deed(
        "establish_system",
        systems.EstablishSystem,
        "authorisation_system",
        DECIDES,
        f"{ACT} 6 §",
        "Take a prepared decision to establish a system whose requirements and terms are published",
        "inrätta auktorisationssystem",
        prepared_as="prepare_establishing",
        prepared_by=OFFICE,
    ),
    Deed(
        "start_system",
        systems.StartSystem,
        "authorisation_system",
        DECIDES,
        f"{ACT} 2 §",
        "Take a prepared decision on the first day an established system is in operation",
        "ta auktorisationssystem i drift",
        prepared_as="prepare_start",
        prepared_by=OFFICE,
    ),
    Deed(
        "close_system",
        systems.CloseSystem,
        "authorisation_system",
        DECIDES,
        f"{ACT} 14 §",
        "Take a prepared decision to close a system: open applications are struck off, its agreements end that day",
        "avsluta auktorisationssystem",
        prepared_as="prepare_closing",
        prepared_by=OFFICE,
    ),
)
