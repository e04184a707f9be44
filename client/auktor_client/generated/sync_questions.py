from datetime import date, datetime
from typing import Any, Optional, Union

from .actor_agreements_page import ActorAgreementsPage
from .base_model import UNSET, UnsetType
from .changes_page import ChangesPage
from .editions_page import EditionsPage
from .eligibility_of import EligibilityOf
from .enums import Language, SystemCode
from .estimate_fee import EstimateFee
from .exemptions_page import ExemptionsPage
from .fee_rules_page import FeeRulesPage
from .find import Find
from .get_public_actor import GetPublicActor
from .get_regulation import GetRegulation
from .get_supplier import GetSupplier
from .input_types import (
    ActorAgreementFilter,
    ActorAgreementOrder,
    ExemptionFilter,
    ExemptionOrder,
    FeeEstimateInput,
    FeeRuleFilter,
    FeeRuleOrder,
    MilestoneFilter,
    MilestoneOrder,
    PublicActorFilter,
    PublicActorOrder,
    RegulationFilter,
    RegulationOrder,
    ServiceFilter,
    ServiceOrder,
    SupplierAgreementFilter,
    SupplierAgreementOrder,
    SupplierFilter,
    SupplierOrder,
)
from .milestones_page import MilestonesPage
from .monthly_connections import MonthlyConnections
from .monthly_volumes import MonthlyVolumes
from .obligation_of import ObligationOf
from .public_actors_page import PublicActorsPage
from .regulations_page import RegulationsPage
from .services_page import ServicesPage
from .supplier_agreements_page import SupplierAgreementsPage
from .suppliers_page import SuppliersPage
from .sync_base import SyncBase
from .who_am_i import WhoAmI


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
