"""What a deed may be refused for: one class per cause, with what happened, what to do, and which input it is about."""

from auktor.core.errors import AuktorError, Refused


class DeedRefused(Refused):
    """A deed that is not done. `path` is the field of the input, empty where the deed as a whole is meant."""

    code = "DEED_REFUSED"

    def __init__(self, message: str, /, *, remedy: str, path: str = "", **values: object) -> None:
        super().__init__(f"{message} {remedy}", **values)
        self.remedy = remedy
        self.path = path


class NotSignedIn(DeedRefused):
    """Nobody in particular asks for a deed."""

    code = "NOT_SIGNED_IN"


class NotAllowed(DeedRefused):
    """A role that may not do the deed."""

    code = "NOT_ALLOWED"


class NotYours(DeedRefused):
    """A role bound to one organisation acts for another."""

    code = "NOT_YOURS"


class SamePerson(DeedRefused):
    """Who prepared a decision also wants to take it."""

    code = "FOUR_EYES"


class NothingPrepared(DeedRefused):
    """A preparation that does not exist, is of another deed, or has been decided."""

    code = "NOTHING_PREPARED"


class IdReused(DeedRefused):
    """A `clientMutationId` that came before with another input."""

    code = "CLIENT_MUTATION_ID_REUSED"


class BadText(DeedRefused):
    """A text that is empty or longer than the register keeps."""

    code = "BAD_TEXT"


class OutOfOrder(DeedRefused):
    """A deed dated before what the register already describes."""

    code = "OUT_OF_ORDER"


class AlreadyRegistered(DeedRefused):
    """An object the register already holds."""

    code = "ALREADY_REGISTERED"


class DatesContradict(DeedRefused):
    """Dates in an order the law does not allow."""

    code = "DATES_CONTRADICT"


class SystemClosed(DeedRefused):
    """An authorisation system that is closed (14 § lag 2023:704)."""

    code = "SYSTEM_CLOSED"


class SystemNotEstablished(DeedRefused):
    """An authorisation system that is not established yet (8 § lag 2023:704)."""

    code = "SYSTEM_NOT_ESTABLISHED"


class NotPublished(DeedRefused):
    """An authorisation system without the requirements and terms that 6 § lag 2023:704 asks for."""

    code = "NOT_PUBLISHED"


class NotAnOutcome(DeedRefused):
    """A word of a closed list that does not fit the deed."""

    code = "NOT_AN_OUTCOME"


class GroundMissing(DeedRefused):
    """A rejection without a ground in 11 §, or a ground where nothing is rejected."""

    code = "GROUND_MISSING"


class RectificationInformationMissing(DeedRefused):
    """A rejection that does not tell how to apply for rectification (13 §)."""

    code = "RECTIFICATION_INFORMATION_MISSING"


class NotARejection(DeedRefused):
    """A decision that nobody can have rectified, since it rejects nothing."""

    code = "NOT_A_REJECTION"


class NotServed(DeedRefused):
    """A decision whose time for rectification has not begun, since it has not been served."""

    code = "NOT_SERVED"


class NotTheApplicant(DeedRefused):
    """Somebody else than the rejected applicant seeks rectification (17 §)."""

    code = "NOT_THE_APPLICANT"


class TooLate(DeedRefused):
    """An application for rectification after three weeks (18 §)."""

    code = "RECTIFICATION_TOO_LATE"


class TooEarly(DeedRefused):
    """A rejection said to be final while it may still be challenged."""

    code = "RECTIFICATION_STILL_OPEN"


class NoApproval(DeedRefused):
    """An agreement without an approval in effect (15 §)."""

    code = "NO_APPROVAL"


class SecondAgreement(DeedRefused):
    """A second agreement for days that already have one."""

    code = "SECOND_AGREEMENT"


class NoAgreement(DeedRefused):
    """A service put in operation without an agreement in force."""

    code = "NO_AGREEMENT"


class ForeignService(DeedRefused):
    """A service of another supplier or system than the agreement's."""

    code = "FOREIGN_SERVICE"


class BadService(DeedRefused):
    """A service whose facts contradict each other."""

    code = "BAD_SERVICE"


class FindingsOpen(DeedRefused):
    """A review closed in a way its findings do not allow."""

    code = "FINDINGS_OPEN"


class NotOneParticipant(DeedRefused):
    """A connection of nobody, or of two at once."""

    code = "NOT_ONE_PARTICIPANT"


class AlreadyDone(DeedRefused):
    """What can be done once, and is done."""

    code = "ALREADY_DONE"


class StartTooEarly(DeedRefused):
    """An agreement that would start before its start rule allows."""

    code = "START_TOO_EARLY"


class NotObliged(DeedRefused):
    """An exemption for an actor that is not obliged (4 § förordning 2023:709)."""

    code = "NOT_OBLIGED"


class ObligesNobody(DeedRefused):
    """An assessment that reads more into a rule than it says."""

    code = "OBLIGES_NOBODY"


class StandstillRuns(DeedRefused):
    """A technical rule that would apply inside its standstill (direktiv (EU) 2015/1535)."""

    code = "STANDSTILL"


class NotNotified(DeedRefused):
    """A technical rule that was neither notified nor is exempt from it."""

    code = "NOT_NOTIFIED"


class BadCorrection(DeedRefused):
    """A correction of a fact that cannot be corrected, or to a value it cannot have."""

    code = "BAD_CORRECTION"


class BadVolumes(DeedRefused):
    """Monthly volumes that cannot be what they say."""

    code = "BAD_VOLUMES"


class BadCompensation(DeedRefused):
    """A compensation that is no price, or rests on what are not its terms."""

    code = "BAD_COMPENSATION"


class AgainstRule(DeedRefused):
    """What the database itself refuses."""

    code = "AGAINST_A_RULE"


def remedy_of(error: AuktorError) -> str:
    """What to do about an error: what it says itself, or the last sentence of its message."""
    if isinstance(error, DeedRefused):
        return error.remedy
    return error.message.rpartition(". ")[2]
