import 'server-only'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { PeopleSort } from '@/domain/cohort/people-query'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import type { StatusCounts } from './cohort-progress'

export type PersonRow = {
  id: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  /** One of `PERSON_FUNCTIONS`, or the wording of a roster; may be empty. */
  function: string
  /** Court or office; may be empty. */
  institution: string
  status: MemberStatus
  statusSince: Date
  /** The state of the last letter written to her about her place, and when it was written. */
  letter: LetterState | null
  letterAt: Date | null
}
export type Narrowing = {
  /**
   * Words in the form of `foldName`. A person is found if her names and address contain all of them; null finds nobody.
   */
  words: readonly string[] | null
  status: MemberStatus | null
  letterFailed: boolean
  /** Only these; null for everybody. */
  among: readonly string[] | null
}

function isMatch({ words, status, letterFailed, among }: Narrowing): Prisma.Sql {
  if (words === null) return Prisma.sql`false`
  const conditions = [
    Prisma.sql`true`,
    // `strpos` and not `like`, so that no character of a name is a wildcard.
    ...words.map((word) => Prisma.sql`strpos(m."foundBy", ${word}) > 0`),
    ...(status ? [Prisma.sql`m.status = ${status}`] : []),
    ...(among ? [Prisma.sql`m.id = any(${[...among]}::uuid[])`] : []),
    ...(letterFailed
      ? [
          Prisma.sql`(select l.state from "Mail" l where l."memberId" = m.id
            order by l."createdAt" desc, l.id desc limit 1) = 'failed'`,
        ]
      : []),
  ]
  return Prisma.join(conditions, ' and ')
}

function orderOf(sort: PeopleSort, locale: Locale): Prisma.Sql {
  const name = locale === 'ar' ? Prisma.sql`m."arabicKey", m.id` : Prisma.sql`m."latinKey", m.id`
  if (sort === 'newest') return Prisma.sql`m."statusSince" desc, m.id desc`
  if (sort === 'oldest') return Prisma.sql`m."statusSince", m.id`
  return sort === 'court' ? Prisma.sql`m.institution = '', lower(m.institution), ${name}` : name
}

/** One page of a cohort's people. Only the people on it are joined with their accounts and letters. */
export async function findPeople(
  sql: Sql,
  cohortId: string,
  narrowing: Narrowing,
  { sort, locale, from, limit }: { sort: PeopleSort; locale: Locale; from: number; limit: number },
): Promise<PersonRow[]> {
  const order = orderOf(sort, locale)
  return sql.$queryRaw<PersonRow[]>`
    with m as materialized (
      select m.*, row_number() over (order by ${order}) as place from "CohortMember" m
      where m."cohortId" = ${cohortId}::uuid and ${isMatch(narrowing)} order by ${order} limit ${limit} offset ${from}
    )
    select m.id, m."accountId", m.email, coalesce(a."nameArabic", m."nameArabic") as "nameArabic",
      coalesce(a."nameLatin", m."nameLatin") as "nameLatin", m.function, m.institution, m.status, m."statusSince",
      x.state as letter, x."createdAt" as "letterAt"
    from m
      left join "Account" a on a.id = m."accountId"
      left join lateral (
        select l.state, l."createdAt" from "Mail" l where l."memberId" = m.id
        order by l."createdAt" desc, l.id desc limit 1) x on true
    order by m.place`
}

/** How many of a cohort's people are found, and how many there are in each status. */
export async function countPeople(
  sql: Sql,
  cohortId: string,
  narrowing: Narrowing,
): Promise<{ found: number; statuses: StatusCounts }> {
  const rows = await sql.$queryRaw<{ status: string; people: number; found: number }[]>`
    select m.status, count(*)::int as people, count(*) filter (where ${isMatch(narrowing)})::int as found
    from "CohortMember" m where m."cohortId" = ${cohortId}::uuid group by 1`
  return {
    found: rows.reduce((sum, { found }) => sum + found, 0),
    statuses: Object.fromEntries(rows.map(({ status, people }) => [status, people])),
  }
}

/** All who are found, by name. */
export async function findPeopleIds(
  sql: Sql,
  cohortId: string,
  narrowing: Narrowing,
  limit: number,
): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select m.id from "CohortMember" m where m."cohortId" = ${cohortId}::uuid and ${isMatch(narrowing)}
    order by m."latinKey", m.id limit ${limit}`
  return rows.map(({ id }) => id)
}
