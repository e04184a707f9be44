from datetime import date, datetime
from typing import Any, Optional, Union

from .actor_agreements_page import ActorAgreementsPage
from .add_service import AddService
from .applications_page import ApplicationsPage
from .assess_obligation import AssessObligation
from .audit_entries_page import AuditEntriesPage
from .authorisation_systems_page import AuthorisationSystemsPage
from .base_model import UNSET, UnsetType
from .cancel_actor_agreement import CancelActorAgreement
from .cancel_supplier_agreement import CancelSupplierAgreement
from .change_service_status import ChangeServiceStatus
from .changes_page import ChangesPage
from .circulate_regulation import CirculateRegulation
from .close_review import CloseReview
from .close_system import CloseSystem
from .compensation_rules_page import CompensationRulesPage
from .conclude_actor_agreement import ConcludeActorAgreement
from .connect_legacy_participant import ConnectLegacyParticipant
from .correct_fact import CorrectFact
from .correct_in_emergency import CorrectInEmergency
from .decide_application import DecideApplication
from .decide_compensation import DecideCompensation
from .decide_rectification_case import DecideRectificationCase
from .decisions_page import DecisionsPage
from .draft_compensation import DraftCompensation
from .draft_regulation import DraftRegulation
from .editions_page import EditionsPage
from .eligibility_of import EligibilityOf
from .end_exemption import EndExemption
from .enums import Language, SystemCode
from .establish_system import EstablishSystem
from .estimate_fee import EstimateFee
from .exemptions_page import ExemptionsPage
from .extend_supplier_agreement import ExtendSupplierAgreement
from .fee_rules_page import FeeRulesPage
from .finalise_rejection import FinaliseRejection
from .find import Find
from .get_public_actor import GetPublicActor
from .get_regulation import GetRegulation
from .get_supplier import GetSupplier
from .grant_exemption import GrantExemption
from .import_volumes import ImportVolumes
from .input_types import (
    ActorAgreementFilter,
    ActorAgreementOrder,
    AddServiceInput,
    ApplicationFilter,
    ApplicationOrder,
    AssessObligationInput,
    AuditEntryFilter,
    AuditEntryOrder,
    AuthorisationSystemFilter,
    AuthorisationSystemOrder,
    CancelActorAgreementInput,
    CancelSupplierAgreementInput,
    ChangeServiceStatusInput,
    CirculateRegulationInput,
    CloseReviewInput,
    CloseSystemInput,
    CompensationRuleFilter,
    CompensationRuleOrder,
    ConcludeActorAgreementInput,
    ConnectLegacyParticipantInput,
    CorrectFactInput,
    CorrectInEmergencyInput,
    DecideApplicationInput,
    DecideCompensationInput,
    DecideRectificationCaseInput,
    DecisionFilter,
    DecisionOrder,
    DraftCompensationInput,
    DraftRegulationInput,
    EndExemptionInput,
    EstablishSystemInput,
    ExemptionFilter,
    ExemptionOrder,
    ExtendSupplierAgreementInput,
    FeeEstimateInput,
    FeeRuleFilter,
    FeeRuleOrder,
    FinaliseRejectionInput,
    GrantExemptionInput,
    ImportVolumesInput,
    IssueRegulationInput,
    LapseApprovalInput,
    LegacyConnectionFilter,
    LegacyConnectionOrder,
    LegacySchemeFilter,
    LegacySchemeOrder,
    MilestoneFilter,
    MilestoneOrder,
    MonthlyVolumeFilter,
    NotifyRegulationInput,
    ObligationRuleFilter,
    ObligationRuleOrder,
    OpenReviewInput,
    PlanLegacyMoveInput,
    PreparationFilter,
    PreparationOrder,
    PrepareClosingInput,
    PrepareCorrectionInput,
    PrepareDecisionInput,
    PrepareEstablishingInput,
    PrepareExemptionInput,
    PreparePublicationInput,
    PrepareStartInput,
    PrepareVolumesInput,
    PromulgateRegulationInput,
    PublicActorFilter,
    PublicActorOrder,
    PublishEditionInput,
    PublishRequirementsVersionInput,
    RecordDetailedOpinionInput,
    RecordFindingInput,
    RecordServiceInput,
    RectificationCaseFilter,
    RectificationCaseOrder,
    RegisterApplicationInput,
    RegisterLegacyParticipantInput,
    RegisterPublicActorInput,
    RegisterRectificationCaseInput,
    RegisterSupplierInput,
    RegulationFilter,
    RegulationOrder,
    RemedyFindingInput,
    RepealRegulationInput,
    RequestSupplementInput,
    RequirementsVersionFilter,
    RequirementsVersionOrder,
    ReviewApplicationInput,
    ReviewFilter,
    ReviewFindingFilter,
    ReviewFindingOrder,
    ReviewOrder,
    ServiceFilter,
    ServiceOrder,
    SignActorAgreementInput,
    SignAsActorInput,
    SignSupplierAgreementInput,
    StartRuleFilter,
    StartRuleOrder,
    StartSystemInput,
    SupplementApplicationInput,
    SupplierAgreementFilter,
    SupplierAgreementOrder,
    SupplierFilter,
    SupplierOrder,
    TerminateActorAgreementInput,
    TerminateSupplierAgreementInput,
    WithdrawApplicationInput,
)
from .issue_regulation import IssueRegulation
from .lapse_approval import LapseApproval
from .legacy_connections_page import LegacyConnectionsPage
from .legacy_schemes_page import LegacySchemesPage
from .milestones_page import MilestonesPage
from .monthly_connections import MonthlyConnections
from .monthly_volumes import MonthlyVolumes
from .notify_regulation import NotifyRegulation
from .obligation_of import ObligationOf
from .obligation_rules_page import ObligationRulesPage
from .open_review import OpenReview
from .plan_legacy_move import PlanLegacyMove
from .preparations_page import PreparationsPage
from .prepare_closing import PrepareClosing
from .prepare_correction import PrepareCorrection
from .prepare_decision import PrepareDecision
from .prepare_establishing import PrepareEstablishing
from .prepare_exemption import PrepareExemption
from .prepare_publication import PreparePublication
from .prepare_start import PrepareStart
from .prepare_volumes import PrepareVolumes
from .promulgate_regulation import PromulgateRegulation
from .public_actors_page import PublicActorsPage
from .publish_edition import PublishEdition
from .publish_requirements_version import PublishRequirementsVersion
from .record_detailed_opinion import RecordDetailedOpinion
from .record_finding import RecordFinding
from .record_service import RecordService
from .rectification_cases_page import RectificationCasesPage
from .register_application import RegisterApplication
from .register_legacy_participant import RegisterLegacyParticipant
from .register_public_actor import RegisterPublicActor
from .register_rectification_case import RegisterRectificationCase
from .register_supplier import RegisterSupplier
from .regulations_page import RegulationsPage
from .remedy_finding import RemedyFinding
from .repeal_regulation import RepealRegulation
from .request_supplement import RequestSupplement
from .requirements_page import RequirementsPage
from .review_application import ReviewApplication
from .review_findings_page import ReviewFindingsPage
from .reviews_page import ReviewsPage
from .services_page import ServicesPage
from .sign_actor_agreement import SignActorAgreement
from .sign_as_actor import SignAsActor
from .sign_supplier_agreement import SignSupplierAgreement
from .start_rules_page import StartRulesPage
from .start_system import StartSystem
from .supplement_application import SupplementApplication
from .supplier_agreements_page import SupplierAgreementsPage
from .suppliers_page import SuppliersPage
from .sync_base import SyncBase
from .terminate_actor_agreement import TerminateActorAgreement
from .terminate_supplier_agreement import TerminateSupplierAgreement
from .volumes_page import VolumesPage
from .who_am_i import WhoAmI
from .withdraw_application import WithdrawApplication


def gql(q: str) -> str:
    return q


class SyncQuestions(SyncBase):
    def suppliers_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[SupplierFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[SupplierOrder]], UnsetType] = UNSET,
        listed: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> SuppliersPage:
        query = gql("""
            query SuppliersPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: SupplierFilter, $orderBy: [SupplierOrder!], $listed: Boolean = true) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: suppliers(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                  listed: $listed
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...SupplierRow
                  }
                }
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment SupplierRow on Supplier {
              id
              key
              name
              organisationNumber
              foreignCountry
              legalForm
              stateOwned
              website
              listed
              status
              validFrom
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
            "listed": listed,
        }
        response = self.execute(
            query=query, operation_name="SuppliersPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SuppliersPage.model_validate(data)

    def services_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ServiceFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ServiceOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ServicesPage:
        query = gql("""
            query ServicesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: ServiceFilter, $orderBy: [ServiceOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: services(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ServiceRow
                  }
                }
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment ServiceRow on Service {
              id
              key
              name
              brand
              system
              kind
              status
              assuranceLevel
              nonResident
              targetGroup
              supportsSignature
              website
              validFrom
              supplier {
                id
                name
                organisationNumber
                listed
              }
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="ServicesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ServicesPage.model_validate(data)

    def supplier_agreements_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[SupplierAgreementFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[SupplierAgreementOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> SupplierAgreementsPage:
        query = gql("""
            query SupplierAgreementsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: SupplierAgreementFilter, $orderBy: [SupplierAgreementOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: supplierAgreements(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...SupplierAgreementRow
                  }
                }
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment SupplierAgreementRow on SupplierAgreement {
              id
              key
              system
              agreementNumber
              status
              signedOn
              inForceFrom
              noticeGivenOn
              endsOn
              endGround
              supplier {
                id
                name
                organisationNumber
              }
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="SupplierAgreementsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SupplierAgreementsPage.model_validate(data)

    def public_actors_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[PublicActorFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[PublicActorOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PublicActorsPage:
        query = gql("""
            query PublicActorsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: PublicActorFilter, $orderBy: [PublicActorOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: publicActors(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...PublicActorRow
                  }
                }
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment PublicActorRow on PublicActor {
              id
              key
              name
              nameEn
              organisationNumber
              category
              municipalityCode
              countyCode
              connected
              obligationStatus
              endedOn
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="PublicActorsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PublicActorsPage.model_validate(data)

    def actor_agreements_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ActorAgreementFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ActorAgreementOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ActorAgreementsPage:
        query = gql("""
            query ActorAgreementsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: ActorAgreementFilter, $orderBy: [ActorAgreementOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: actorAgreements(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ActorAgreementRow
                  }
                }
              }
            }

            fragment ActorAgreementRow on ActorAgreement {
              id
              key
              system
              agreementNumber
              status
              signedOn
              inForceFrom
              noticeGivenOn
              endsOn
              actor {
                id
                name
                organisationNumber
                category
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="ActorAgreementsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ActorAgreementsPage.model_validate(data)

    def regulations_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[RegulationFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[RegulationOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> RegulationsPage:
        query = gql("""
            query RegulationsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: RegulationFilter, $orderBy: [RegulationOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: regulations(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...RegulationRow
                  }
                }
              }
            }

            fragment RegulationRow on Regulation {
              id
              key
              designation
              title
              titleEn
              kind
              subject
              status
              inForceFrom
              repealedOn
              url
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="RegulationsPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RegulationsPage.model_validate(data)

    def fee_rules_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[FeeRuleFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[FeeRuleOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> FeeRulesPage:
        query = gql("""
            query FeeRulesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: FeeRuleFilter, $orderBy: [FeeRuleOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: feeRules(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...FeeRuleRow
                  }
                }
              }
            }

            fragment FeeRuleRow on FeeRule {
              id
              key
              system
              item
              unit
              paragraph
              vat
              inForceFrom
              endsOn
              tiers(first: 50) {
                nodes {
                  fromQuantity
                  toQuantity
                  amountSek
                }
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="FeeRulesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return FeeRulesPage.model_validate(data)

    def exemptions_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ExemptionFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ExemptionOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ExemptionsPage:
        query = gql("""
            query ExemptionsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: ExemptionFilter, $orderBy: [ExemptionOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: exemptions(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ExemptionRow
                  }
                }
              }
            }

            fragment ExemptionRow on Exemption {
              id
              key
              system
              caseNumber
              decidedOn
              exemptFrom
              exemptUntil
              reason
              inEffect
              actor {
                id
                name
                organisationNumber
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="ExemptionsPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ExemptionsPage.model_validate(data)

    def milestones_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[MilestoneFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[MilestoneOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MilestonesPage:
        query = gql("""
            query MilestonesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: MilestoneFilter, $orderBy: [MilestoneOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: milestones(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...MilestoneRow
                  }
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment MilestoneRow on Milestone {
              id
              key
              system
              title
              detail
              plannedOn
              occurredOn
              source {
                ...LegalSourceText
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="MilestonesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return MilestonesPage.model_validate(data)

    def changes_page(
        self,
        after_sequence: Union[Optional[int], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ChangesPage:
        query = gql("""
            query ChangesPage($afterSequence: Count = 0, $first: Int = 100, $after: String) {
              page: changes(afterSequence: $afterSequence, first: $first, after: $after) {
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  sequence
                  revision
                  recordedAt
                  kind
                  key
                  change
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "afterSequence": after_sequence,
            "first": first,
            "after": after,
        }
        response = self.execute(
            query=query, operation_name="ChangesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ChangesPage.model_validate(data)

    def editions_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> EditionsPage:
        query = gql("""
            query EditionsPage($first: Int = 100, $after: String) {
              page: editions(first: $first, after: $after) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  number
                  asOf
                  issued
                  nextUpdate
                  revision
                  manifestSha256
                  files {
                    path
                    bytes
                    sha256
                    mediaType
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = self.execute(
            query=query, operation_name="EditionsPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EditionsPage.model_validate(data)

    def authorisation_systems_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[AuthorisationSystemFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[AuthorisationSystemOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AuthorisationSystemsPage:
        query = gql("""
            query AuthorisationSystemsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: AuthorisationSystemFilter, $orderBy: [AuthorisationSystemOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: authorisationSystems(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...AuthorisationSystemRow
                  }
                }
              }
            }

            fragment AuthorisationSystemRow on AuthorisationSystem {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              code
              establishedOn
              operationFrom
              closedOn
              decisionTimeDays
              website
              name
              status
              authority {
                id
                key
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="AuthorisationSystemsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return AuthorisationSystemsPage.model_validate(data)

    def requirements_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[RequirementsVersionFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[RequirementsVersionOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> RequirementsPage:
        query = gql("""
            query RequirementsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: RequirementsVersionFilter, $orderBy: [RequirementsVersionOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: requirements(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...RequirementsVersionRow
                  }
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment RequirementsVersionRow on RequirementsVersion {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              system
              kind
              label
              title
              publishedOn
              appliesFrom
              ceasesOn
              notNotifiedBecause
              url
              status
              authorisationSystem {
                id
                key
              }
              euNotification {
                id
                key
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="RequirementsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RequirementsPage.model_validate(data)

    def compensation_rules_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[CompensationRuleFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[CompensationRuleOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> CompensationRulesPage:
        query = gql("""
            query CompensationRulesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: CompensationRuleFilter, $orderBy: [CompensationRuleOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: compensationRules(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...CompensationRuleRow
                  }
                }
              }
            }

            fragment CompensationRuleRow on CompensationRule {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              system
              item
              amountSek
              vat
              inForceFrom
              endsOn
              authorisationSystem {
                id
                key
              }
              terms {
                id
                key
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="CompensationRulesPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CompensationRulesPage.model_validate(data)

    def obligation_rules_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ObligationRuleFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ObligationRuleOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ObligationRulesPage:
        query = gql("""
            query ObligationRulesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: ObligationRuleFilter, $orderBy: [ObligationRuleOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: obligationRules(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ObligationRuleRow
                  }
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ObligationRuleRow on ObligationRule {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              system
              proposed
              inForceFrom
              endsOn
              title
              authorisationSystem {
                id
                key
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="ObligationRulesPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ObligationRulesPage.model_validate(data)

    def legacy_schemes_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[LegacySchemeFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[LegacySchemeOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> LegacySchemesPage:
        query = gql("""
            query LegacySchemesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: LegacySchemeFilter, $orderBy: [LegacySchemeOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: legacySchemes(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...LegacySchemeRow
                  }
                }
              }
            }

            fragment LegacySchemeRow on LegacyScheme {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              code
              system
              legalBasis
              operatedFrom
              closedToNewOn
              endedOn
              name
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="LegacySchemesPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return LegacySchemesPage.model_validate(data)

    def start_rules_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[StartRuleFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[StartRuleOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> StartRulesPage:
        query = gql("""
            query StartRulesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: StartRuleFilter, $orderBy: [StartRuleOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: startRules(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...StartRuleRow
                  }
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment StartRuleRow on StartRule {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              system
              signedFrom
              signedTo
              earliestStart
              firstOfMonth
              authorisationSystem {
                id
                key
              }
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="StartRulesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return StartRulesPage.model_validate(data)

    def legacy_connections_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[LegacyConnectionFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[LegacyConnectionOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> LegacyConnectionsPage:
        query = gql("""
            query LegacyConnectionsPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: LegacyConnectionFilter, $orderBy: [LegacyConnectionOrder!]) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: legacyConnections(
                  first: $first
                  after: $after
                  filter: $filter
                  orderBy: $orderBy
                ) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...LegacyConnectionRow
                  }
                }
              }
            }

            fragment LegacyConnectionRow on LegacyConnection {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              scheme
              connectedFrom
              disconnectedOn
              moveBy
              legacyScheme {
                id
                key
              }
              actor {
                id
                key
              }
              supplier {
                id
                key
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="LegacyConnectionsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return LegacyConnectionsPage.model_validate(data)

    def volumes_page(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[MonthlyVolumeFilter], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> VolumesPage:
        query = gql("""
            query VolumesPage($asOf: Date, $knownAt: DateTime, $first: Int = 100, $after: String, $filter: MonthlyVolumeFilter) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                page: volumes(first: $first, after: $after, filter: $filter) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...MonthlyVolumeRow
                  }
                }
              }
            }

            fragment MonthlyVolumeRow on MonthlyVolume {
              month
              system
              serviceId
              serviceName
              item
              category
              quantity
              actors
              status
              provenance
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "knownAt": known_at,
            "first": first,
            "after": after,
            "filter": filter_,
        }
        response = self.execute(
            query=query, operation_name="VolumesPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return VolumesPage.model_validate(data)

    def applications_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ApplicationFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ApplicationOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ApplicationsPage:
        query = gql("""
            query ApplicationsPage($first: Int = 100, $after: String, $filter: ApplicationFilter, $orderBy: [ApplicationOrder!]) {
              page: applications(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...ApplicationRow
                }
              }
            }

            fragment ApplicationRow on Application {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              caseNumber
              system
              receivedOn
              status
              services
              jointApplicants
              supplier {
                id
                key
              }
              authorisationSystem {
                id
                key
              }
              terms {
                id
                key
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="ApplicationsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ApplicationsPage.model_validate(data)

    def decisions_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[DecisionFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[DecisionOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> DecisionsPage:
        query = gql("""
            query DecisionsPage($first: Int = 100, $after: String, $filter: DecisionFilter, $orderBy: [DecisionOrder!]) {
              page: decisions(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...DecisionRow
                }
              }
            }

            fragment DecisionRow on Decision {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              caseNumber
              kind
              decidedOn
              servedOn
              finalOn
              ground
              reasons
              rectificationInformation
              preparedBy
              decidedBy
              application {
                id
                key
              }
              exemption {
                id
                key
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="DecisionsPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return DecisionsPage.model_validate(data)

    def rectification_cases_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[RectificationCaseFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[RectificationCaseOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> RectificationCasesPage:
        query = gql("""
            query RectificationCasesPage($first: Int = 100, $after: String, $filter: RectificationCaseFilter, $orderBy: [RectificationCaseOrder!]) {
              page: rectificationCases(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...RectificationCaseRow
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment RectificationCaseRow on RectificationCase {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              court
              instance
              caseNumber
              receivedOn
              decidedOn
              outcome
              decision {
                id
                key
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="RectificationCasesPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RectificationCasesPage.model_validate(data)

    def reviews_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ReviewFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ReviewOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ReviewsPage:
        query = gql("""
            query ReviewsPage($first: Int = 100, $after: String, $filter: ReviewFilter, $orderBy: [ReviewOrder!]) {
              page: reviews(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...ReviewRow
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment ReviewRow on Review {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              caseNumber
              openedOn
              closedOn
              outcome
              publicSummary
              supplier {
                id
                key
              }
              service {
                id
                key
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query, operation_name="ReviewsPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ReviewsPage.model_validate(data)

    def review_findings_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[ReviewFindingFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[ReviewFindingOrder]], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ReviewFindingsPage:
        query = gql("""
            query ReviewFindingsPage($first: Int = 100, $after: String, $filter: ReviewFindingFilter, $orderBy: [ReviewFindingOrder!]) {
              page: reviewFindings(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...ReviewFindingRow
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment ReviewFindingRow on ReviewFinding {
              id
              key
              version
              validFrom
              source {
                ...LegalSourceText
              }
              provenance {
                ...ProvenanceOf
              }
              severity
              description
              foundOn
              deadline
              remediedOn
              public
              review {
                id
                key
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
        }
        response = self.execute(
            query=query,
            operation_name="ReviewFindingsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ReviewFindingsPage.model_validate(data)

    def preparations_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[PreparationFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[PreparationOrder]], UnsetType] = UNSET,
        is_decided: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PreparationsPage:
        query = gql("""
            query PreparationsPage($first: Int = 100, $after: String, $filter: PreparationFilter, $orderBy: [PreparationOrder!], $isDecided: Boolean = false) {
              page: preparations(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
                isDecided: $isDecided
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...PreparationRow
                }
              }
            }

            fragment PreparationRow on Preparation {
              id
              deed
              content
              preparedBy
              preparedAt
              isDecided
              decidedBy
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
            "isDecided": is_decided,
        }
        response = self.execute(
            query=query,
            operation_name="PreparationsPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PreparationsPage.model_validate(data)

    def audit_entries_page(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        filter_: Union[Optional[AuditEntryFilter], UnsetType] = UNSET,
        order_by: Union[Optional[list[AuditEntryOrder]], UnsetType] = UNSET,
        refused: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AuditEntriesPage:
        query = gql("""
            query AuditEntriesPage($first: Int = 100, $after: String, $filter: AuditEntryFilter, $orderBy: [AuditEntryOrder!], $refused: Boolean) {
              page: auditEntries(
                first: $first
                after: $after
                filter: $filter
                orderBy: $orderBy
                refused: $refused
              ) {
                totalCount
                pageInfo {
                  hasNextPage
                  endCursor
                }
                nodes {
                  ...AuditEntryRow
                }
              }
            }

            fragment AuditEntryRow on AuditEntry {
              sequence
              at
              revision
              actor
              role
              deed
              subject
              refused
              before
              after
              reason
              requestId
              isEmergency
              previousHash
              hash
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "filter": filter_,
            "orderBy": order_by,
            "refused": refused,
        }
        response = self.execute(
            query=query,
            operation_name="AuditEntriesPage",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return AuditEntriesPage.model_validate(data)

    def get_supplier(
        self,
        organisation_number: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> GetSupplier:
        query = gql("""
            query GetSupplier($organisationNumber: OrganisationNumber!, $asOf: Date, $knownAt: DateTime) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                supplier(organisationNumber: $organisationNumber) {
                  ...SupplierRow
                  services(first: 50) {
                    nodes {
                      ...ServiceRow
                    }
                  }
                  agreements(first: 20) {
                    nodes {
                      ...SupplierAgreementRow
                    }
                  }
                }
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment ServiceRow on Service {
              id
              key
              name
              brand
              system
              kind
              status
              assuranceLevel
              nonResident
              targetGroup
              supportsSignature
              website
              validFrom
              supplier {
                id
                name
                organisationNumber
                listed
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment SupplierAgreementRow on SupplierAgreement {
              id
              key
              system
              agreementNumber
              status
              signedOn
              inForceFrom
              noticeGivenOn
              endsOn
              endGround
              supplier {
                id
                name
                organisationNumber
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment SupplierRow on Supplier {
              id
              key
              name
              organisationNumber
              foreignCountry
              legalForm
              stateOwned
              website
              listed
              status
              validFrom
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {
            "organisationNumber": organisation_number,
            "asOf": as_of,
            "knownAt": known_at,
        }
        response = self.execute(
            query=query, operation_name="GetSupplier", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return GetSupplier.model_validate(data)

    def get_public_actor(
        self,
        id: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> GetPublicActor:
        query = gql("""
            query GetPublicActor($id: ID!, $asOf: Date, $knownAt: DateTime) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                publicActor(id: $id) {
                  ...PublicActorRow
                  agreements(first: 20) {
                    nodes {
                      ...ActorAgreementRow
                    }
                  }
                  exemptions(first: 20) {
                    nodes {
                      ...ExemptionRow
                    }
                  }
                }
              }
            }

            fragment ActorAgreementRow on ActorAgreement {
              id
              key
              system
              agreementNumber
              status
              signedOn
              inForceFrom
              noticeGivenOn
              endsOn
              actor {
                id
                name
                organisationNumber
                category
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment ExemptionRow on Exemption {
              id
              key
              system
              caseNumber
              decidedOn
              exemptFrom
              exemptUntil
              reason
              inEffect
              actor {
                id
                name
                organisationNumber
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }

            fragment PublicActorRow on PublicActor {
              id
              key
              name
              nameEn
              organisationNumber
              category
              municipalityCode
              countyCode
              connected
              obligationStatus
              endedOn
              provenance {
                ...ProvenanceOf
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of, "knownAt": known_at}
        response = self.execute(
            query=query, operation_name="GetPublicActor", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return GetPublicActor.model_validate(data)

    def get_regulation(
        self,
        designation: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        known_at: Union[Optional[datetime], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> GetRegulation:
        query = gql("""
            query GetRegulation($designation: String!, $asOf: Date, $knownAt: DateTime) {
              at: register(asOf: $asOf, knownAt: $knownAt) {
                regulation(designation: $designation) {
                  ...RegulationRow
                }
              }
            }

            fragment RegulationRow on Regulation {
              id
              key
              designation
              title
              titleEn
              kind
              subject
              status
              inForceFrom
              repealedOn
              url
            }
            """)
        variables: dict[str, object] = {
            "designation": designation,
            "asOf": as_of,
            "knownAt": known_at,
        }
        response = self.execute(
            query=query, operation_name="GetRegulation", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return GetRegulation.model_validate(data)

    def find(
        self,
        text: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        language: Union[Optional[Language], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Find:
        query = gql("""
            query Find($text: String!, $first: Int = 20, $asOf: Date, $language: Language = SV) {
              at: register(asOf: $asOf) {
                search(text: $text, first: $first) {
                  id
                  matched
                  object {
                    __typename
                    ... on Supplier {
                      name
                    }
                    ... on Service {
                      name
                    }
                    ... on PublicActor {
                      actorName: name(language: $language)
                    }
                    ... on Regulation {
                      designation
                      title
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "text": text,
            "first": first,
            "asOf": as_of,
            "language": language,
        }
        response = self.execute(
            query=query, operation_name="Find", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Find.model_validate(data)

    def estimate_fee(
        self,
        input: FeeEstimateInput,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        language: Union[Optional[Language], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> EstimateFee:
        query = gql("""
            query EstimateFee($input: FeeEstimateInput!, $asOf: Date, $language: Language = SV) {
              at: register(asOf: $asOf) {
                feeEstimate(input: $input) {
                  totalSek
                  totals {
                    vat
                    amountSek
                  }
                  rounding(language: $language)
                  assumptions(language: $language)
                  legalBasis {
                    ...LegalSourceText
                  }
                  lines {
                    item
                    quantity
                    unitAmountSek
                    amountSek
                    from
                    to
                    paragraph
                    rule {
                      ...FeeRuleRow
                    }
                    regulation {
                      designation
                      title
                    }
                  }
                }
              }
            }

            fragment FeeRuleRow on FeeRule {
              id
              key
              system
              item
              unit
              paragraph
              vat
              inForceFrom
              endsOn
              tiers(first: 50) {
                nodes {
                  fromQuantity
                  toQuantity
                  amountSek
                }
              }
              provenance {
                ...ProvenanceOf
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }

            fragment ProvenanceOf on Provenance {
              kind
              reference
            }
            """)
        variables: dict[str, object] = {
            "input": input,
            "asOf": as_of,
            "language": language,
        }
        response = self.execute(
            query=query, operation_name="EstimateFee", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EstimateFee.model_validate(data)

    def obligation_of(
        self,
        actor: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        language: Union[Optional[Language], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ObligationOf:
        query = gql("""
            query ObligationOf($actor: ID!, $asOf: Date, $language: Language = SV) {
              at: register(asOf: $asOf) {
                obligation(actor: $actor) {
                  asOf
                  status
                  exemptUntil
                  ground(language: $language)
                  condition(language: $language)
                  source {
                    ...LegalSourceText
                  }
                }
              }
            }

            fragment LegalSourceText on LegalSource {
              sv
              en
              url
            }
            """)
        variables: dict[str, object] = {
            "actor": actor,
            "asOf": as_of,
            "language": language,
        }
        response = self.execute(
            query=query, operation_name="ObligationOf", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ObligationOf.model_validate(data)

    def eligibility_of(
        self,
        service: str,
        actor: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        language: Union[Optional[Language], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> EligibilityOf:
        query = gql("""
            query EligibilityOf($service: ID!, $actor: ID!, $asOf: Date, $language: Language = SV) {
              at: register(asOf: $asOf) {
                eligibility(service: $service, actor: $actor) {
                  asOf
                  authorised
                  reasons(language: $language)
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "service": service,
            "actor": actor,
            "asOf": as_of,
            "language": language,
        }
        response = self.execute(
            query=query, operation_name="EligibilityOf", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EligibilityOf.model_validate(data)

    def monthly_volumes(
        self,
        from_: date,
        to: date,
        system: Union[Optional[SystemCode], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MonthlyVolumes:
        query = gql("""
            query MonthlyVolumes($from: Date!, $to: Date!, $system: SystemCode, $asOf: Date) {
              at: register(asOf: $asOf) {
                statistics {
                  volumes(from: $from, to: $to, system: $system) {
                    month
                    system
                    serviceId
                    serviceName
                    item
                    quantity
                    actors
                    status
                    provenance
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "from": from_,
            "to": to,
            "system": system,
            "asOf": as_of,
        }
        response = self.execute(
            query=query, operation_name="MonthlyVolumes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return MonthlyVolumes.model_validate(data)

    def monthly_connections(
        self, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> MonthlyConnections:
        query = gql("""
            query MonthlyConnections($asOf: Date) {
              at: register(asOf: $asOf) {
                statistics {
                  connections {
                    month
                    system
                    category
                    provenance
                    actors
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"asOf": as_of}
        response = self.execute(
            query=query,
            operation_name="MonthlyConnections",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return MonthlyConnections.model_validate(data)

    def who_am_i(self, **kwargs: Any) -> WhoAmI:
        query = gql("""
            query WhoAmI {
              viewer {
                role
                organisation
              }
              rateLimit {
                limit
                cost
                remaining
                resetAt
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(
            query=query, operation_name="WhoAmI", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhoAmI.model_validate(data)

    def register_supplier(
        self, input: RegisterSupplierInput, **kwargs: Any
    ) -> RegisterSupplier:
        query = gql("""
            mutation RegisterSupplier($input: RegisterSupplierInput!) {
              outcome: registerSupplier(input: $input) {
                __typename
                ... on Supplier {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RegisterSupplier",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RegisterSupplier.model_validate(data)

    def register_application(
        self, input: RegisterApplicationInput, **kwargs: Any
    ) -> RegisterApplication:
        query = gql("""
            mutation RegisterApplication($input: RegisterApplicationInput!) {
              outcome: registerApplication(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RegisterApplication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RegisterApplication.model_validate(data)

    def review_application(
        self, input: ReviewApplicationInput, **kwargs: Any
    ) -> ReviewApplication:
        query = gql("""
            mutation ReviewApplication($input: ReviewApplicationInput!) {
              outcome: reviewApplication(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="ReviewApplication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ReviewApplication.model_validate(data)

    def request_supplement(
        self, input: RequestSupplementInput, **kwargs: Any
    ) -> RequestSupplement:
        query = gql("""
            mutation RequestSupplement($input: RequestSupplementInput!) {
              outcome: requestSupplement(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RequestSupplement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RequestSupplement.model_validate(data)

    def supplement_application(
        self, input: SupplementApplicationInput, **kwargs: Any
    ) -> SupplementApplication:
        query = gql("""
            mutation SupplementApplication($input: SupplementApplicationInput!) {
              outcome: supplementApplication(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="SupplementApplication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SupplementApplication.model_validate(data)

    def withdraw_application(
        self, input: WithdrawApplicationInput, **kwargs: Any
    ) -> WithdrawApplication:
        query = gql("""
            mutation WithdrawApplication($input: WithdrawApplicationInput!) {
              outcome: withdrawApplication(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="WithdrawApplication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return WithdrawApplication.model_validate(data)

    def prepare_decision(
        self, input: PrepareDecisionInput, **kwargs: Any
    ) -> PrepareDecision:
        query = gql("""
            mutation PrepareDecision($input: PrepareDecisionInput!) {
              outcome: prepareDecision(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PrepareDecision", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PrepareDecision.model_validate(data)

    def decide_application(
        self, input: DecideApplicationInput, **kwargs: Any
    ) -> DecideApplication:
        query = gql("""
            mutation DecideApplication($input: DecideApplicationInput!) {
              outcome: decideApplication(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="DecideApplication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return DecideApplication.model_validate(data)

    def record_service(self, input: RecordServiceInput, **kwargs: Any) -> RecordService:
        query = gql("""
            mutation RecordService($input: RecordServiceInput!) {
              outcome: recordService(input: $input) {
                __typename
                ... on Decision {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="RecordService", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RecordService.model_validate(data)

    def finalise_rejection(
        self, input: FinaliseRejectionInput, **kwargs: Any
    ) -> FinaliseRejection:
        query = gql("""
            mutation FinaliseRejection($input: FinaliseRejectionInput!) {
              outcome: finaliseRejection(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="FinaliseRejection",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return FinaliseRejection.model_validate(data)

    def lapse_approval(self, input: LapseApprovalInput, **kwargs: Any) -> LapseApproval:
        query = gql("""
            mutation LapseApproval($input: LapseApprovalInput!) {
              outcome: lapseApproval(input: $input) {
                __typename
                ... on Application {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="LapseApproval", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return LapseApproval.model_validate(data)

    def register_rectification_case(
        self, input: RegisterRectificationCaseInput, **kwargs: Any
    ) -> RegisterRectificationCase:
        query = gql("""
            mutation RegisterRectificationCase($input: RegisterRectificationCaseInput!) {
              outcome: registerRectificationCase(input: $input) {
                __typename
                ... on RectificationCase {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RegisterRectificationCase",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RegisterRectificationCase.model_validate(data)

    def decide_rectification_case(
        self, input: DecideRectificationCaseInput, **kwargs: Any
    ) -> DecideRectificationCase:
        query = gql("""
            mutation DecideRectificationCase($input: DecideRectificationCaseInput!) {
              outcome: decideRectificationCase(input: $input) {
                __typename
                ... on RectificationCase {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="DecideRectificationCase",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return DecideRectificationCase.model_validate(data)

    def sign_supplier_agreement(
        self, input: SignSupplierAgreementInput, **kwargs: Any
    ) -> SignSupplierAgreement:
        query = gql("""
            mutation SignSupplierAgreement($input: SignSupplierAgreementInput!) {
              outcome: signSupplierAgreement(input: $input) {
                __typename
                ... on SupplierAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="SignSupplierAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SignSupplierAgreement.model_validate(data)

    def extend_supplier_agreement(
        self, input: ExtendSupplierAgreementInput, **kwargs: Any
    ) -> ExtendSupplierAgreement:
        query = gql("""
            mutation ExtendSupplierAgreement($input: ExtendSupplierAgreementInput!) {
              outcome: extendSupplierAgreement(input: $input) {
                __typename
                ... on SupplierAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="ExtendSupplierAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ExtendSupplierAgreement.model_validate(data)

    def terminate_supplier_agreement(
        self, input: TerminateSupplierAgreementInput, **kwargs: Any
    ) -> TerminateSupplierAgreement:
        query = gql("""
            mutation TerminateSupplierAgreement($input: TerminateSupplierAgreementInput!) {
              outcome: terminateSupplierAgreement(input: $input) {
                __typename
                ... on SupplierAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="TerminateSupplierAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return TerminateSupplierAgreement.model_validate(data)

    def cancel_supplier_agreement(
        self, input: CancelSupplierAgreementInput, **kwargs: Any
    ) -> CancelSupplierAgreement:
        query = gql("""
            mutation CancelSupplierAgreement($input: CancelSupplierAgreementInput!) {
              outcome: cancelSupplierAgreement(input: $input) {
                __typename
                ... on SupplierAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="CancelSupplierAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CancelSupplierAgreement.model_validate(data)

    def add_service(self, input: AddServiceInput, **kwargs: Any) -> AddService:
        query = gql("""
            mutation AddService($input: AddServiceInput!) {
              outcome: addService(input: $input) {
                __typename
                ... on Service {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="AddService", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AddService.model_validate(data)

    def change_service_status(
        self, input: ChangeServiceStatusInput, **kwargs: Any
    ) -> ChangeServiceStatus:
        query = gql("""
            mutation ChangeServiceStatus($input: ChangeServiceStatusInput!) {
              outcome: changeServiceStatus(input: $input) {
                __typename
                ... on Service {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="ChangeServiceStatus",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ChangeServiceStatus.model_validate(data)

    def open_review(self, input: OpenReviewInput, **kwargs: Any) -> OpenReview:
        query = gql("""
            mutation OpenReview($input: OpenReviewInput!) {
              outcome: openReview(input: $input) {
                __typename
                ... on Review {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="OpenReview", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return OpenReview.model_validate(data)

    def record_finding(self, input: RecordFindingInput, **kwargs: Any) -> RecordFinding:
        query = gql("""
            mutation RecordFinding($input: RecordFindingInput!) {
              outcome: recordFinding(input: $input) {
                __typename
                ... on ReviewFinding {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="RecordFinding", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RecordFinding.model_validate(data)

    def remedy_finding(self, input: RemedyFindingInput, **kwargs: Any) -> RemedyFinding:
        query = gql("""
            mutation RemedyFinding($input: RemedyFindingInput!) {
              outcome: remedyFinding(input: $input) {
                __typename
                ... on ReviewFinding {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="RemedyFinding", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RemedyFinding.model_validate(data)

    def close_review(self, input: CloseReviewInput, **kwargs: Any) -> CloseReview:
        query = gql("""
            mutation CloseReview($input: CloseReviewInput!) {
              outcome: closeReview(input: $input) {
                __typename
                ... on Review {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="CloseReview", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CloseReview.model_validate(data)

    def register_public_actor(
        self, input: RegisterPublicActorInput, **kwargs: Any
    ) -> RegisterPublicActor:
        query = gql("""
            mutation RegisterPublicActor($input: RegisterPublicActorInput!) {
              outcome: registerPublicActor(input: $input) {
                __typename
                ... on PublicActor {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RegisterPublicActor",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RegisterPublicActor.model_validate(data)

    def sign_actor_agreement(
        self, input: SignActorAgreementInput, **kwargs: Any
    ) -> SignActorAgreement:
        query = gql("""
            mutation SignActorAgreement($input: SignActorAgreementInput!) {
              outcome: signActorAgreement(input: $input) {
                __typename
                ... on ActorAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="SignActorAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return SignActorAgreement.model_validate(data)

    def sign_as_actor(self, input: SignAsActorInput, **kwargs: Any) -> SignAsActor:
        query = gql("""
            mutation SignAsActor($input: SignAsActorInput!) {
              outcome: signAsActor(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="SignAsActor", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SignAsActor.model_validate(data)

    def conclude_actor_agreement(
        self, input: ConcludeActorAgreementInput, **kwargs: Any
    ) -> ConcludeActorAgreement:
        query = gql("""
            mutation ConcludeActorAgreement($input: ConcludeActorAgreementInput!) {
              outcome: concludeActorAgreement(input: $input) {
                __typename
                ... on ActorAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="ConcludeActorAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ConcludeActorAgreement.model_validate(data)

    def terminate_actor_agreement(
        self, input: TerminateActorAgreementInput, **kwargs: Any
    ) -> TerminateActorAgreement:
        query = gql("""
            mutation TerminateActorAgreement($input: TerminateActorAgreementInput!) {
              outcome: terminateActorAgreement(input: $input) {
                __typename
                ... on ActorAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="TerminateActorAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return TerminateActorAgreement.model_validate(data)

    def cancel_actor_agreement(
        self, input: CancelActorAgreementInput, **kwargs: Any
    ) -> CancelActorAgreement:
        query = gql("""
            mutation CancelActorAgreement($input: CancelActorAgreementInput!) {
              outcome: cancelActorAgreement(input: $input) {
                __typename
                ... on ActorAgreement {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="CancelActorAgreement",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CancelActorAgreement.model_validate(data)

    def register_legacy_participant(
        self, input: RegisterLegacyParticipantInput, **kwargs: Any
    ) -> RegisterLegacyParticipant:
        query = gql("""
            mutation RegisterLegacyParticipant($input: RegisterLegacyParticipantInput!) {
              outcome: registerLegacyParticipant(input: $input) {
                __typename
                ... on LegacyConnection {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RegisterLegacyParticipant",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RegisterLegacyParticipant.model_validate(data)

    def plan_legacy_move(
        self, input: PlanLegacyMoveInput, **kwargs: Any
    ) -> PlanLegacyMove:
        query = gql("""
            mutation PlanLegacyMove($input: PlanLegacyMoveInput!) {
              outcome: planLegacyMove(input: $input) {
                __typename
                ... on LegacyConnection {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PlanLegacyMove", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PlanLegacyMove.model_validate(data)

    def connect_legacy_participant(
        self, input: ConnectLegacyParticipantInput, **kwargs: Any
    ) -> ConnectLegacyParticipant:
        query = gql("""
            mutation ConnectLegacyParticipant($input: ConnectLegacyParticipantInput!) {
              outcome: connectLegacyParticipant(input: $input) {
                __typename
                ... on LegacyConnection {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="ConnectLegacyParticipant",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ConnectLegacyParticipant.model_validate(data)

    def assess_obligation(
        self, input: AssessObligationInput, **kwargs: Any
    ) -> AssessObligation:
        query = gql("""
            mutation AssessObligation($input: AssessObligationInput!) {
              outcome: assessObligation(input: $input) {
                __typename
                ... on ObligationAssessment {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="AssessObligation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return AssessObligation.model_validate(data)

    def prepare_exemption(
        self, input: PrepareExemptionInput, **kwargs: Any
    ) -> PrepareExemption:
        query = gql("""
            mutation PrepareExemption($input: PrepareExemptionInput!) {
              outcome: prepareExemption(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PrepareExemption",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PrepareExemption.model_validate(data)

    def grant_exemption(
        self, input: GrantExemptionInput, **kwargs: Any
    ) -> GrantExemption:
        query = gql("""
            mutation GrantExemption($input: GrantExemptionInput!) {
              outcome: grantExemption(input: $input) {
                __typename
                ... on Exemption {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="GrantExemption", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return GrantExemption.model_validate(data)

    def end_exemption(self, input: EndExemptionInput, **kwargs: Any) -> EndExemption:
        query = gql("""
            mutation EndExemption($input: EndExemptionInput!) {
              outcome: endExemption(input: $input) {
                __typename
                ... on Exemption {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="EndExemption", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EndExemption.model_validate(data)

    def circulate_regulation(
        self, input: CirculateRegulationInput, **kwargs: Any
    ) -> CirculateRegulation:
        query = gql("""
            mutation CirculateRegulation($input: CirculateRegulationInput!) {
              outcome: circulateRegulation(input: $input) {
                __typename
                ... on Regulation {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="CirculateRegulation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CirculateRegulation.model_validate(data)

    def notify_regulation(
        self, input: NotifyRegulationInput, **kwargs: Any
    ) -> NotifyRegulation:
        query = gql("""
            mutation NotifyRegulation($input: NotifyRegulationInput!) {
              outcome: notifyRegulation(input: $input) {
                __typename
                ... on Regulation {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="NotifyRegulation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return NotifyRegulation.model_validate(data)

    def record_detailed_opinion(
        self, input: RecordDetailedOpinionInput, **kwargs: Any
    ) -> RecordDetailedOpinion:
        query = gql("""
            mutation RecordDetailedOpinion($input: RecordDetailedOpinionInput!) {
              outcome: recordDetailedOpinion(input: $input) {
                __typename
                ... on EuNotification {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RecordDetailedOpinion",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RecordDetailedOpinion.model_validate(data)

    def draft_regulation(
        self, input: DraftRegulationInput, **kwargs: Any
    ) -> DraftRegulation:
        query = gql("""
            mutation DraftRegulation($input: DraftRegulationInput!) {
              outcome: draftRegulation(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="DraftRegulation", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return DraftRegulation.model_validate(data)

    def issue_regulation(
        self, input: IssueRegulationInput, **kwargs: Any
    ) -> IssueRegulation:
        query = gql("""
            mutation IssueRegulation($input: IssueRegulationInput!) {
              outcome: issueRegulation(input: $input) {
                __typename
                ... on Regulation {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="IssueRegulation", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return IssueRegulation.model_validate(data)

    def promulgate_regulation(
        self, input: PromulgateRegulationInput, **kwargs: Any
    ) -> PromulgateRegulation:
        query = gql("""
            mutation PromulgateRegulation($input: PromulgateRegulationInput!) {
              outcome: promulgateRegulation(input: $input) {
                __typename
                ... on Regulation {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PromulgateRegulation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PromulgateRegulation.model_validate(data)

    def repeal_regulation(
        self, input: RepealRegulationInput, **kwargs: Any
    ) -> RepealRegulation:
        query = gql("""
            mutation RepealRegulation($input: RepealRegulationInput!) {
              outcome: repealRegulation(input: $input) {
                __typename
                ... on Regulation {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="RepealRegulation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RepealRegulation.model_validate(data)

    def publish_requirements_version(
        self, input: PublishRequirementsVersionInput, **kwargs: Any
    ) -> PublishRequirementsVersion:
        query = gql("""
            mutation PublishRequirementsVersion($input: PublishRequirementsVersionInput!) {
              outcome: publishRequirementsVersion(input: $input) {
                __typename
                ... on RequirementsVersion {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PublishRequirementsVersion",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PublishRequirementsVersion.model_validate(data)

    def draft_compensation(
        self, input: DraftCompensationInput, **kwargs: Any
    ) -> DraftCompensation:
        query = gql("""
            mutation DraftCompensation($input: DraftCompensationInput!) {
              outcome: draftCompensation(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="DraftCompensation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return DraftCompensation.model_validate(data)

    def decide_compensation(
        self, input: DecideCompensationInput, **kwargs: Any
    ) -> DecideCompensation:
        query = gql("""
            mutation DecideCompensation($input: DecideCompensationInput!) {
              outcome: decideCompensation(input: $input) {
                __typename
                ... on CompensationRule {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="DecideCompensation",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return DecideCompensation.model_validate(data)

    def prepare_establishing(
        self, input: PrepareEstablishingInput, **kwargs: Any
    ) -> PrepareEstablishing:
        query = gql("""
            mutation PrepareEstablishing($input: PrepareEstablishingInput!) {
              outcome: prepareEstablishing(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PrepareEstablishing",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PrepareEstablishing.model_validate(data)

    def establish_system(
        self, input: EstablishSystemInput, **kwargs: Any
    ) -> EstablishSystem:
        query = gql("""
            mutation EstablishSystem($input: EstablishSystemInput!) {
              outcome: establishSystem(input: $input) {
                __typename
                ... on AuthorisationSystem {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="EstablishSystem", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return EstablishSystem.model_validate(data)

    def prepare_start(self, input: PrepareStartInput, **kwargs: Any) -> PrepareStart:
        query = gql("""
            mutation PrepareStart($input: PrepareStartInput!) {
              outcome: prepareStart(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PrepareStart", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PrepareStart.model_validate(data)

    def start_system(self, input: StartSystemInput, **kwargs: Any) -> StartSystem:
        query = gql("""
            mutation StartSystem($input: StartSystemInput!) {
              outcome: startSystem(input: $input) {
                __typename
                ... on AuthorisationSystem {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="StartSystem", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return StartSystem.model_validate(data)

    def prepare_closing(
        self, input: PrepareClosingInput, **kwargs: Any
    ) -> PrepareClosing:
        query = gql("""
            mutation PrepareClosing($input: PrepareClosingInput!) {
              outcome: prepareClosing(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PrepareClosing", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PrepareClosing.model_validate(data)

    def close_system(self, input: CloseSystemInput, **kwargs: Any) -> CloseSystem:
        query = gql("""
            mutation CloseSystem($input: CloseSystemInput!) {
              outcome: closeSystem(input: $input) {
                __typename
                ... on AuthorisationSystem {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="CloseSystem", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CloseSystem.model_validate(data)

    def prepare_volumes(
        self, input: PrepareVolumesInput, **kwargs: Any
    ) -> PrepareVolumes:
        query = gql("""
            mutation PrepareVolumes($input: PrepareVolumesInput!) {
              outcome: prepareVolumes(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PrepareVolumes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PrepareVolumes.model_validate(data)

    def import_volumes(self, input: ImportVolumesInput, **kwargs: Any) -> ImportVolumes:
        query = gql("""
            mutation ImportVolumes($input: ImportVolumesInput!) {
              outcome: importVolumes(input: $input) {
                __typename
                ... on Service {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="ImportVolumes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ImportVolumes.model_validate(data)

    def prepare_correction(
        self, input: PrepareCorrectionInput, **kwargs: Any
    ) -> PrepareCorrection:
        query = gql("""
            mutation PrepareCorrection($input: PrepareCorrectionInput!) {
              outcome: prepareCorrection(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PrepareCorrection",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PrepareCorrection.model_validate(data)

    def correct_fact(self, input: CorrectFactInput, **kwargs: Any) -> CorrectFact:
        query = gql("""
            mutation CorrectFact($input: CorrectFactInput!) {
              outcome: correctFact(input: $input) {
                __typename
                ... on RegisterObject {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="CorrectFact", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return CorrectFact.model_validate(data)

    def correct_in_emergency(
        self, input: CorrectInEmergencyInput, **kwargs: Any
    ) -> CorrectInEmergency:
        query = gql("""
            mutation CorrectInEmergency($input: CorrectInEmergencyInput!) {
              outcome: correctInEmergency(input: $input) {
                __typename
                ... on RegisterObject {
                  id
                  version
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="CorrectInEmergency",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return CorrectInEmergency.model_validate(data)

    def prepare_publication(
        self, input: PreparePublicationInput, **kwargs: Any
    ) -> PreparePublication:
        query = gql("""
            mutation PreparePublication($input: PreparePublicationInput!) {
              outcome: preparePublication(input: $input) {
                __typename
                ... on Preparation {
                  id
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="PreparePublication",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return PreparePublication.model_validate(data)

    def publish_edition(
        self, input: PublishEditionInput, **kwargs: Any
    ) -> PublishEdition:
        query = gql("""
            mutation PublishEdition($input: PublishEditionInput!) {
              outcome: publishEdition(input: $input) {
                __typename
                ... on EditionPublished {
                  isNew
                  edition {
                    number
                  }
                }
                ... on DeedRefused {
                  ...DeedRefusedTold
                }
                ... on VersionConflict {
                  ...VersionConflictTold
                }
              }
            }

            fragment DeedRefusedTold on DeedRefused {
              code
              message
              remedy
              path
            }

            fragment VersionConflictTold on VersionConflict {
              code
              message
              remedy
              path
              expectedVersion
              newestVersion
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query, operation_name="PublishEdition", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PublishEdition.model_validate(data)
