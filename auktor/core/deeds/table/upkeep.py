"""Upkeep: volumes that are read in, and facts that were recorded wrongly."""

from auktor.core.deeds import upkeep
from auktor.core.deeds.declaring import ANY_OBJECT, Deed
from auktor.core.deeds.table.grounds import DECIDES, OFFICE

_CORRECTS = "SFS 2017:900 36 §"
"""Förvaltningslagen: a decision with an obvious error may be corrected by the authority that took it."""

UPKEEP = (
    Deed(
        "import_volumes",
        upkeep.ImportVolumes,
        "service",
        DECIDES,
        "avtal",
        "Import prepared monthly volumes of a service; changed ones are corrected",
        "läsa in volymer",
        prepared_as="prepare_volumes",
        prepared_by=OFFICE,
    ),
    Deed(
        "correct_fact",
        upkeep.CorrectFact,
        ANY_OBJECT,
        DECIDES,
        _CORRECTS,
        "Correct facts that were recorded wrongly, as another prepared it",
        "rätta uppgift",
        prepared_as="prepare_correction",
        prepared_by=OFFICE,
    ),
    Deed(
        "correct_in_emergency",
        upkeep.CorrectFact,
        ANY_OBJECT,
        DECIDES,
        _CORRECTS,
        "Correct facts at once and alone, where waiting would do harm",
        "rätta uppgift i nödläge",
        is_emergency=True,
    ),
)
