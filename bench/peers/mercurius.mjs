// Mercurius as its guide advises for speed: just-in-time compilation from the first request, loaders for every relation.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import mercurius from 'mercurius'
import * as register from './register.mjs'
import { roots } from './roots.mjs'

const wrapped = (lists) => lists.map((nodes) => ({ nodes }))
const of = (read, key, wrap = (found) => found) => (queries, { day }) => read(day, queries.map(({ obj }) => obj[key])).then(wrap)
const distinct = (read, key) => async (queries, { day }) => {
  const keys = queries.map(({ obj }) => obj[key])
  const unique = [...new Set(keys)]
  const found = new Map((await read(day, unique)).map((row, at) => [unique[at], row]))
  return keys.map((each) => found.get(each))
}
const loaders = {
  Supplier: { services: of(register.servicesOf, 'id', wrapped) },
  Service: { supplier: distinct(register.suppliersById, 'supplier_id') },
  PublicActor: { agreements: of(register.agreementsOfActors, 'id', wrapped) },
  ActorAgreement: {
    actor: distinct(register.actorsById, 'actor_id'),
    authorisationSystem: distinct(register.systemsByCode, 'system'),
  },
  AuthorisationSystem: {
    supplierAgreements: (queries, { day }) =>
      register.supplierAgreementsOf(day, queries.map(({ obj }) => obj.code), queries[0].params.first).then(wrapped),
  },
  SupplierAgreement: { supplier: distinct(register.suppliersById, 'supplier_id') },
  Regulation: { feeRules: of(register.feeRulesOf, 'id', wrapped) },
  FeeRule: { tiers: of(register.tiersOf, 'id', wrapped) },
}
const app = Fastify({ logger: false })
app.register(mercurius, {
  schema: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
  resolvers: roots, loaders, jit: 1, context: () => ({ day: register.today() }),
})
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
