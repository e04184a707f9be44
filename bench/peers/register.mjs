// What Mercurius and Apollo ask the database: one prepared statement a question, all parents of a level at once.
import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export const pool = new pg.Pool({
  host: process.env.PEER_SOCKET, user: 'auktor', database: 'auktor', max: Number(process.env.PEER_POOL ?? 5),
})

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
export const today = () => stockholm.format(new Date())

const holds = (t) => `${t}.recorded_to IS NULL AND ${t}.valid_from <= $1 AND (${t}.valid_to IS NULL OR ${t}.valid_to > $1)`
const listed = `EXISTS (SELECT 1 FROM supplier_agreement a WHERE a.supplier_id = t.id AND ${holds('a')}
  AND a.in_force_from <= $1 AND (a.ends_on IS NULL OR a.ends_on > $1))`
const shown = (id) => `(NOT EXISTS (SELECT 1 FROM application x WHERE x.supplier_id = ${id})
  OR EXISTS (SELECT 1 FROM supplier_agreement x WHERE x.supplier_id = ${id}) OR EXISTS (SELECT 1 FROM legacy_connection x WHERE x.supplier_id = ${id}))`
const supplier = `SELECT t.id, i.key, t.name, t.organisation_number AS "organisationNumber", t.legal_form AS "legalForm", t.website
  FROM supplier t JOIN supplier_identity i ON i.id = t.id WHERE ${holds('t')} AND ${shown('t.id')}`
const service = `SELECT t.id, t.supplier_id, t.name, t.brand, t.kind, t.assurance_level AS "assuranceLevel"
  FROM service t WHERE ${holds('t')} AND ${shown('t.supplier_id')}`
const actor = `SELECT t.id, i.key, t.name, t.organisation_number AS "organisationNumber", t.category, t.website, t.sort_name
  FROM public_actor t JOIN public_actor_identity i ON i.id = t.id WHERE ${holds('t')}`
const actorAgreement = `SELECT t.id, i.key, t.actor_id, t.system, t.signed_on AS "signedOn", t.in_force_from AS "inForceFrom"
  FROM actor_agreement t JOIN actor_agreement_identity i ON i.id = t.id WHERE ${holds('t')}`

const ask = async (name, text, values) => (await pool.query({ name, text, values })).rows
const grouped = (rows, by, keys) => {
  const found = new Map(keys.map((key) => [key, []]))
  for (const row of rows) found.get(row[by])?.push(row)
  return keys.map((key) => found.get(key))
}
const one = (rows, by, keys) => {
  const found = new Map(rows.map((row) => [row[by], row]))
  return keys.map((key) => found.get(key) ?? null)
}

export const supplierByNumber = async (day, number) =>
  (await ask('supplier by number', `${supplier} AND t.organisation_number = $2`, [day, number]))[0] ?? null
export const actorById = async (day, id) =>
  (await ask('actor by key', `${actor} AND i.key = $2`, [day, id.replace(/^PublicActor:/, '')]))[0] ?? null
export const suppliers = (day, first = 50) =>
  ask('suppliers', `${supplier} AND ${listed} ORDER BY t.sort_name, t.id LIMIT $2`, [day, first])
export const services = (day, first = 50, level = null) =>
  ask('services', `${service} AND ($3::text IS NULL OR t.assurance_level = $3) ORDER BY t.sort_name, t.id LIMIT $2`, [day, first, level])
export const regulations = (day, first = 50) => ask('regulations', `SELECT t.id, t.title FROM regulation t WHERE ${holds('t')}
  ORDER BY t.series, t.year, t.number, t.id LIMIT $2`, [day, first])

const pageOf = (rows, first, cursor) => ({
  nodes: rows.slice(0, first),
  pageInfo: { hasNextPage: rows.length > first, endCursor: rows.length ? cursor(rows[Math.min(first, rows.length) - 1]) : null },
})
const written = (values) => Buffer.from(JSON.stringify(values)).toString('base64url')

export const actors = async (day, first = 50, after = null) => {
  const [name, id] = after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : [null, null]
  const rows = after
    ? await ask('actors after', `${actor} AND (t.sort_name, t.id) > ($3, $4) ORDER BY t.sort_name, t.id LIMIT $2`, [day, first + 1, name, id])
    : await ask('actors', `${actor} ORDER BY t.sort_name, t.id LIMIT $2`, [day, first + 1])
  return pageOf(rows, first, (row) => written([row.sort_name, row.id]))
}
export const actorAgreements = async (day, first, from, descending, counts) => {
  const order = descending ? 'DESC' : 'ASC'
  const since = '($2::date IS NULL OR t.in_force_from >= $2)'
  const page = ask(`actor agreements ${order}`, `${actorAgreement} AND ${since} ORDER BY t.in_force_from ${order}, t.id ${order} LIMIT $3`, [day, from, first + 1])
  const count = counts
    ? ask('count of actor agreements', `SELECT count(*) FROM actor_agreement t WHERE ${holds('t')} AND ${since}`, [day, from])
    : [{ count: null }]
  const [rows, [{ count: totalCount }]] = await Promise.all([page, count])
  return { ...pageOf(rows, first, (row) => written([row.inForceFrom, row.id])), totalCount }
}

export const servicesOf = async (day, ids) =>
  grouped(await ask('services of', `${service} AND t.supplier_id = ANY($2) ORDER BY t.sort_name, t.id`, [day, ids]), 'supplier_id', ids)
export const suppliersById = async (day, ids) =>
  one(await ask('suppliers by id', `${supplier} AND t.id = ANY($2)`, [day, ids]), 'id', ids)
export const actorsById = async (day, ids) => one(await ask('actors by id', `${actor} AND t.id = ANY($2)`, [day, ids]), 'id', ids)
export const agreementsOfActors = async (day, ids) =>
  grouped(await ask('agreements of', `${actorAgreement} AND t.actor_id = ANY($2) ORDER BY t.in_force_from, t.id`, [day, ids]), 'actor_id', ids)
export const systemsByCode = async (day, codes) =>
  one(await ask('systems', `SELECT t.code FROM authorisation_system t WHERE ${holds('t')} AND t.code = ANY($2)`, [day, codes]), 'code', codes)
export const supplierAgreementsOf = async (day, codes, first = 50) =>
  grouped(await ask('supplier agreements of', `SELECT * FROM (SELECT t.system, t.supplier_id, t.in_force_from AS "inForceFrom", t.id,
    row_number() OVER (PARTITION BY t.system ORDER BY t.in_force_from, t.id) AS place
    FROM supplier_agreement t WHERE ${holds('t')} AND t.system = ANY($2)) ranked WHERE place <= $3 ORDER BY place`, [day, codes, first]), 'system', codes)
export const feeRulesOf = async (day, ids, first = 50) =>
  grouped(await ask('fee rules of', `SELECT * FROM (SELECT t.id, t.regulation_id, t.item, t.unit,
    row_number() OVER (PARTITION BY t.regulation_id ORDER BY t.system, t.item, t.in_force_from, t.id) AS place
    FROM fee_rule t WHERE ${holds('t')} AND t.regulation_id = ANY($2)) ranked WHERE place <= $3 ORDER BY place`, [day, ids, first]), 'regulation_id', ids)
export const tiersOf = async (day, ids) =>
  grouped(await ask('tiers of', `SELECT t.fee_rule_id, t.from_quantity AS "fromQuantity", CASE WHEN scale(trim_scale(t.amount_sek)) < 2 THEN round(t.amount_sek, 2) ELSE trim_scale(t.amount_sek) END AS "amountSek" FROM fee_tier t
    WHERE ${holds('t')} AND t.fee_rule_id = ANY($2) ORDER BY t.from_quantity, t.id`, [day, ids]), 'fee_rule_id', ids)
