// Apollo Server with a DataLoader for every relation, made anew for each request, as both guides advise.
import { readFileSync } from 'node:fs'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import DataLoader from 'dataloader'
import * as register from './register.mjs'
import { roots } from './roots.mjs'

const nodes = async (rows) => ({ nodes: await rows })
const loaders = (day) => Object.fromEntries([
  'servicesOf', 'suppliersById', 'actorsById', 'agreementsOfActors', 'systemsByCode', 'feeRulesOf', 'tiersOf',
].map((name) => [name, new DataLoader((keys) => register[name](day, keys))]))

const resolvers = {
  ...roots,
  Supplier: { services: ({ id }, _, { load }) => nodes(load.servicesOf.load(id)) },
  Service: { supplier: (row, _, { load }) => load.suppliersById.load(row.supplier_id) },
  PublicActor: { agreements: ({ id }, _, { load }) => nodes(load.agreementsOfActors.load(id)) },
  ActorAgreement: {
    actor: (row, _, { load }) => load.actorsById.load(row.actor_id),
    authorisationSystem: (row, _, { load }) => load.systemsByCode.load(row.system),
  },
  AuthorisationSystem: {
    supplierAgreements: ({ code }, { first }, { load, day }) => {
      load[`agreements ${first}`] ??= new DataLoader((codes) => register.supplierAgreementsOf(day, codes, first))
      return nodes(load[`agreements ${first}`].load(code))
    },
  },
  SupplierAgreement: { supplier: (row, _, { load }) => load.suppliersById.load(row.supplier_id) },
  Regulation: { feeRules: ({ id }, _, { load }) => nodes(load.feeRulesOf.load(id)) },
  FeeRule: { tiers: ({ id }, _, { load }) => nodes(load.tiersOf.load(id)) },
}
const server = new ApolloServer({ typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'), resolvers })
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async () => { const day = register.today(); return { day, load: loaders(day) } },
})
