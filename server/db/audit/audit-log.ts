import 'server-only'
import { type Act, FOLDED, VIEWS } from '@/domain/audit/act'
import { WITHOUT_VIEWS } from '@/domain/audit/audit-filter'
import type { Named } from '@/domain/audit/named'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import { namedIn } from './audit-named'

/** The filter of the entries. `people`: the accounts that did the act or that it is about; null for all. */
export type LogQuery = {
  institutionId: string | null
  act: Act | typeof WITHOUT_VIEWS | null
  people: readonly string[] | null
  from: Date | null
  until: Date | null
  /** Only entries older than this one. */
  before: bigint | null
  limit: number
}
type Names = { nameArabic: string; nameLatin: string }
export type LogRow = {
  id: bigint
  at: Date
  act: Act
  actorId: string | null
  subjectId: string | null
  reason: string | null
  details: unknown
  actor: Names | null
  subject: Names | null
  institution: Names | null
  /** The number of entries of one and the same act that this entry stands for. */
  rows: number
  /** What the entry is about beside a person. */
  named: Named
}

/**
 * The entries of the log, the newest first. An act on several people, such as opening a list or raising the number of
 * seats, is one entry for each of them, all with the same time: with `folded`, only the last of them is returned. What
 * an import did to each person is then left out: its own entry counts it.
 */
export async function findLog(sql: Sql, query: LogQuery, folded: boolean): Promise<LogRow[]> {
  return sql.$queryRaw<LogRow[]>(logQuery(query, folded))
}

/** Only the query, so that its plan can be examined. */
export function logQuery(query: LogQuery, folded: boolean) {
  return Prisma.sql`
    with page as materialized (${page(query, folded)})
    select a.id, a.at, a.act, a."actorId", a."subjectId", a.reason, a.details,
      ${names('r')} as actor, ${names('s')} as subject, ${names('i')} as institution,
      ${folded ? rowsOf(query) : Prisma.sql`1`} as rows, ${namedIn(query)} as named
    from page a
      left join "Account" r on r.id = a."actorId"
      left join "Account" s on s.id = a."subjectId"
      left join "Institution" i on i.id = a."institutionId"
    order by a.id desc`
}

/**
 * Actors and subjects are looked up separately, each by an index: one condition on both columns would sort all their
 * entries.
 */
function page(query: LogQuery, folded: boolean) {
  const part = (who: Prisma.Sql) => Prisma.sql`(
    select a.* from "AuditEntry" a
    where ${conditions(query)} ${who} ${folded ? isNewest(query) : Prisma.empty} ${folded ? isOwnLine(query) : Prisma.empty}
    order by a.id desc limit ${query.limit})`
  if (query.people === null) return part(Prisma.empty)
  const parts = query.people.flatMap((id) => [
    part(Prisma.sql`and a."actorId" = ${id}::uuid`),
    part(Prisma.sql`and a."subjectId" = ${id}::uuid`),
  ])
  if (parts.length === 0) return Prisma.sql`select a.* from "AuditEntry" a where false`
  return Prisma.sql`
    select * from (select distinct on (id) * from (${Prisma.join(parts, ' union all ')}) every order by id) found
    order by id desc limit ${query.limit}`
}

function conditions({ institutionId, act, people, from, until, before }: LogQuery) {
  const all = [
    institutionId !== null && Prisma.sql`a."institutionId" = ${institutionId}::uuid`,
    act === WITHOUT_VIEWS && Prisma.sql`a.act not in (${Prisma.join([...VIEWS])})`,
    act !== null && act !== WITHOUT_VIEWS && Prisma.sql`a.act = ${act}`,
    // A search for a person must not reveal that she declined a role.
    people !== null && Prisma.sql`a.act <> 'role-declined'`,
    from !== null && Prisma.sql`a.at >= ${from}`,
    until !== null && Prisma.sql`a.at < ${until}`,
    before !== null && Prisma.sql`a.id < ${before}`,
  ]
  return Prisma.join([Prisma.sql`true`, ...all.filter((one) => one !== false)], ' and ')
}

/** True for the last entry of an act on several people, and for all entries that are alone. */
function isNewest(query: LogQuery) {
  return Prisma.sql`and (a.act not in (${Prisma.join([...FOLDED])}) or not exists (
    select 1 from "AuditEntry" b where ${sameAct(query)} and b.id > a.id))`
}

/** False for what an import did to one person, unless the reader asks for her or for these acts. */
function isOwnLine({ people, act }: LogQuery) {
  if (people !== null || act === 'member-moved') return Prisma.empty
  return Prisma.sql`and not (a.act = 'member-moved' and a.details->>'runId' is not null)`
}

function rowsOf(query: LogQuery) {
  return Prisma.sql`case when a.act in (${Prisma.join([...FOLDED])}) then (
    select count(*)::int from "AuditEntry" b where ${sameAct(query)}) else 1 end`
}

function sameAct({ people }: LogQuery) {
  const ofThem =
    people === null || people.length === 0
      ? Prisma.empty
      : Prisma.sql`and (b."actorId" in (${ids(people)}) or b."subjectId" in (${ids(people)}))`
  return Prisma.sql`b.at = a.at and b.act = a.act and b."actorId" is not distinct from a."actorId"
    and b."institutionId" is not distinct from a."institutionId" and b.reason is not distinct from a.reason
    and b.details - 'memberId' = a.details - 'memberId' ${ofThem}`
}

const ids = (people: readonly string[]) => Prisma.join(people.map((id) => Prisma.sql`${id}::uuid`))

function names(table: 'r' | 's' | 'i') {
  const of = Prisma.raw(table)
  return Prisma.sql`case when ${of}.id is not null then
    jsonb_build_object('nameArabic', ${of}."nameArabic", 'nameLatin', ${of}."nameLatin") end`
}

/**
 * The accounts whose names contain every word, among those who have or had a role in the institution, or (null) on any.
 */
export async function findNamed(
  sql: Sql,
  { institutionId, words, limit }: { institutionId: string | null; words: readonly string[]; limit: number },
): Promise<string[]> {
  const named = words.map((word) => {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`(a."nameArabic" ilike ${part} or a."nameLatin" ilike ${part})`
  })
  const inInstitution =
    institutionId === null
      ? Prisma.empty
      : Prisma.sql`and a.id in (select r."accountId" from "Role" r where r."institutionId" = ${institutionId}::uuid)`
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select a.id from "Account" a where ${Prisma.join(named, ' and ')} ${inInstitution} order by a.id limit ${limit}`
  return rows.map(({ id }) => id)
}
