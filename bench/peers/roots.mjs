// The root resolvers that Mercurius and Apollo share; their nested fields differ, each by its own guide.
import * as register from './register.mjs'

const nodes = async (rows) => ({ nodes: await rows })
const counted = (info) => info.fieldNodes.some((field) => field.selectionSet.selections.some((each) => each.name?.value === 'totalCount'))

export const roots = {
  Query: {
    supplier: (_, { organisationNumber }, { day }) => register.supplierByNumber(day, organisationNumber),
    publicActor: (_, { id }, { day }) => register.actorById(day, id),
    suppliers: (_, { first }, { day }) => nodes(register.suppliers(day, first)),
    services: (_, { first, filter }, { day }) => nodes(register.services(day, first, filter?.assuranceLevel?.eq)),
    publicActors: (_, { first, after }, { day }) => register.actors(day, first, after),
    actorAgreements: (_, { first, filter, orderBy }, { day }, info) =>
      register.actorAgreements(day, first, filter?.inForceFrom?.gte ?? null, orderBy?.[0]?.direction === 'DESC', counted(info)),
    regulations: (_, { first }, { day }) => nodes(register.regulations(day, first)),
    register: (_, { asOf }, { day }) => ({ day: asOf ?? day }),
  },
  Register: { suppliers: ({ day }, { first }) => nodes(register.suppliers(day, first)) },
}
