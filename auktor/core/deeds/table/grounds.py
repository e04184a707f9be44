"""What rows of the table have in common: who may, and by what law."""

from auktor.core.roles import Role

OFFICE = frozenset({Role.CASE_OFFICER, Role.DECISION_MAKER})
OFFICE_OR_SUPPLIER = OFFICE | {Role.SUPPLIER}
OFFICE_OR_AGENCY = OFFICE | {Role.AGENCY}
DECIDES = frozenset({Role.DECISION_MAKER})

ACT, ORDINANCE = "SFS 2023:704", "SFS 2023:709"
