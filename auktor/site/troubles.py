"""What a reader is told when an address leads nowhere: what happened, and where to go instead."""

from dataclasses import dataclass

from auktor.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that is not there: its status, its heading, and a sentence in which `{given}` is what was asked for."""

    status: int
    title: Wording
    said: Wording


NOT_A_DAY = Trouble(
    400,
    Wording("Vilken dag menar du?", "Which day do you mean?"),
    Wording(
        "{given} är ingen dag i kalendern. Skriv år, månad och dag, till exempel 2026-06-01.",
        "{given} is not a day of the calendar. Write year, month and day, for example 2026-06-01.",
    ),
)
TOO_EARLY = Trouble(
    404,
    Wording("Så långt tillbaka går inte registret", "The register does not go back that far"),
    Wording(
        "Lagen om auktorisationssystem trädde i kraft den 1 januari 2024, och där börjar registret. Du bad om {given}.",
        "The Act on authorisation systems entered into force on 1 January 2024, and there the register begins. "
        "You asked for {given}.",
    ),
)
NOT_OFFERED = Trouble(
    400,
    Wording("Det går inte att välja så", "That cannot be chosen"),
    Wording(
        "{given} är inget som sidan kan visa. Börja om från sidan utan val.",
        "{given} is nothing this page can show. Start again from the page without choices.",
    ),
)
UNKNOWN = Trouble(
    404,
    Wording("Det finns inte i registret den dagen", "The register does not hold it on that day"),
    Wording(
        "{given} är inte känt för registret den dag som visas. Det kan ha börjat senare eller heta något annat. "
        "Det som har upphört finns kvar.",
        "{given} is not known to the register on the day shown. It may have begun later, or have another name. "
        "What has ended is still here.",
    ),
)
NOT_YET = Trouble(
    404,
    Wording("Det har inte börjat den dagen", "It has not begun on that day"),
    Wording("{given} finns i registret, men börjar senare.", "{given} is in the register, but begins later."),
)
TOO_DIFFERENT = Trouble(
    400,
    Wording("För mycket skiljer dagarna åt", "Too much differs between the days"),
    Wording(
        "Mer än 5 000 objekt skiljer sig. Jämför dagar som ligger närmare varandra, eller hämta filerna. {given}",
        "More than 5,000 objects differ. Compare days nearer to each other, or download the files. {given}",
    ),
)
NO_PAGE = Trouble(
    404,
    Wording("Sidan finns inte", "There is no such page"),
    Wording(
        "Ingen sida har adressen {given}. Sök efter det du vill veta, eller börja från listan över leverantörer.",
        "No page has the address {given}. Search for what you want to know, or start from the list of suppliers.",
    ),
)
NO_ANSWER = Trouble(
    503,
    Wording("Registret svarar inte just nu", "The register does not answer just now"),
    Wording(
        "Inget är fel med adressen. Försök igen om en stund; de utgivna filerna går att hämta under tiden.",
        "Nothing is wrong with the address. Try again in a moment; the published files can be downloaded meanwhile.",
    ),
)
