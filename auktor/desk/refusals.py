"""Why a deed was not done, in Swedish: a heading for each code, above the API's own sentence, which is in English."""

from collections.abc import Mapping
from types import MappingProxyType

SWEDISH: Mapping[str, str] = MappingProxyType(
    {
        "ALREADY_DONE": "Det är redan gjort.",
        "ALREADY_REGISTERED": "Det finns redan i registret.",
        "AGAINST_A_RULE": "En regel i registret hindrar det.",
        "BAD_COMPENSATION": "Ersättningen är inget pris, eller vilar inte på villkor för systemet.",
        "BAD_CORRECTION": "Rättelsen går inte att förstå.",
        "BAD_DESIGNATION": "Beteckningen är inte skriven som en föreskrifts.",
        "BAD_CHECK_DIGIT": "Organisationsnumrets sista siffra stämmer inte.",
        "BAD_FORM": "Formuläret gick inte att läsa.",
        "FORM_OF_ANOTHER_SESSION": "Formuläret gjordes i en annan session. Se över det och skicka det igen.",
        "BAD_ID": "Det är inget id i registret.",
        "BAD_SERVICE": "Uppgifterna om tjänsten går inte ihop.",
        "BAD_TEXT": "Texten är tom eller för lång.",
        "BAD_VARIABLE": "Värdet går inte att läsa.",
        "BAD_VOLUMES": "Volymerna går inte ihop.",
        "CLIENT_MUTATION_ID_REUSED": "Formuläret är redan skickat med ett annat innehåll. Öppna det på nytt.",
        "DATES_CONTRADICT": "Datumen går inte ihop.",
        "DEED_REFUSED": "Det gick inte att göra.",
        "EDITION_REFUSED": "Utgåvan håller inte vad den lovar, så den gavs inte ut.",
        "EDITION_TAKEN": "Någon annan hann ge ut utgåvan.",
        "FINDINGS_OPEN": "Det finns brister som inte är åtgärdade.",
        "FOREIGN_SERVICE": "Tjänsten är en annan leverantörs.",
        "FOUR_EYES": "Den som har berett ett beslut får inte fatta det.",
        "GROUND_MISSING": "Ett avslag måste ange en grund i 11 §.",
        "ILLEGAL_TRANSITION": "Det går inte att göra i det läge ärendet är.",
        "MISSING": "Det måste fyllas i.",
        "NOT_ALLOWED": "Din roll får inte göra det här.",
        "NOT_AN_ORGANISATION_NUMBER": "Det är inget organisationsnummer.",
        "NOT_AN_OUTCOME": "Ordet passar inte här.",
        "NOT_A_REJECTION": "Beslutet är inget avslag.",
        "NOT_IN_REGISTER": "Det finns inte i registret.",
        "NOT_NOTIFIED": "Kraven är inte anmälda till kommissionen.",
        "NOT_OBLIGED": "Aktören är inte skyldig, så den kan inte undantas.",
        "NOT_ONE_PARTICIPANT": "En anslutning har en deltagare: en offentlig aktör eller en leverantör.",
        "NOT_PUBLISHED": "Systemets krav och villkor är inte publicerade (6 §).",
        "NOT_SERVED": "Beslutet är inte delgivet.",
        "NOT_SIGNED_IN": "Du är inte inloggad.",
        "NOT_THE_APPLICANT": "Bara den som fick avslaget kan begära rättelse.",
        "NOT_YOURS": "Det rör en annan organisation än din.",
        "NOTHING_PREPARED": "Det finns inget berett beslut att fatta.",
        "NO_AGREEMENT": "Det finns inget avtal.",
        "NO_APPROVAL": "Leverantören är inte godkänd i systemet.",
        "OBLIGES_NOBODY": "Regeln gör ingen skyldig.",
        "OUT_OF_ORDER": "Dagen ligger före det som registret redan beskriver.",
        "PERSONAL_IDENTITY_NUMBER": "Numret ser ut som ett personnummer.",
        "PREPARATION_NEEDED": "En utgåva bereds av en och ges ut av en annan.",
        "PUBLISHING_UNDERWAY": "En utgåva håller på att ges ut.",
        "RECTIFICATION_INFORMATION_MISSING": "Ett avslag måste upplysa om hur man begär rättelse, 13 §.",
        "RECTIFICATION_STILL_OPEN": "Tre veckor har inte gått, så avslaget kan ännu angripas.",
        "RECTIFICATION_TOO_LATE": "Rättelse begärdes senare än tre veckor från delgivningen.",
        "SECOND_AGREEMENT": "Det finns redan ett avtal för den tiden.",
        "STANDSTILL": "Frysningstiden efter EU-anmälan är inte slut.",
        "START_TOO_EARLY": "Avtalet kan inte börja gälla så tidigt.",
        "SYSTEM_CLOSED": "Auktorisationssystemet är avslutat.",
        "SYSTEM_NOT_ESTABLISHED": "Auktorisationssystemet är inte inrättat.",
        "TOO_MUCH_GONE": "Mer än väntat skulle försvinna, så ingenting gavs ut.",
        "VERSION_CONFLICT": "Någon annan har ändrat det under tiden. Läs det igen och ta ställning på nytt.",
    }
)


def heading(code: str) -> str:
    """What a refusal is called in Swedish."""
    return SWEDISH.get(code, SWEDISH["DEED_REFUSED"])
