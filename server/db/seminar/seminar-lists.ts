import 'server-only'
import { SEMINARS_A_PAGE, type SeminarQuery } from '@/domain/seminar/list-query'
import { firstDayOf, monthAfter } from '@/domain/seminar/month'
import { CONCERNED, type RegistrationStatus, SEATED, type Spoken } from '@/domain/seminar/seminar'
import { dayOf, startOfDay } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import { listOf, type Sql } from '../sql'
import { isOpenDoor } from './attendance'
import { RESERVED, type SeminarRow } from './seminars'

/** A seminar as lists show it. `mine`: how the reader takes part in it. */
export type ListedSeminar = Pick<
  SeminarRow,
  | 'id'
  | 'status'
  | 'titles'
  | 'place'
  | 'seats'
  | 'admission'
  | 'registrationClosesAt'
  | 'startsAt'
  | 'endsAt'
  | 'rescheduledAt'
  | 'proceedingsAt'
  | 'taken'
  | 'waiting'
  | 'reserved'
> & {
  nameArabic: string
  nameLatin: string
  online: boolean
  languages: readonly Spoken[]
  mine: RegistrationStatus | null
}

/**
 * Reads the rows of a list. `page` selects whole rows of "Seminar" s, in their order and with a limit: people are
 * counted only for these rows, in one pass. `accountId`: the reader, if the list says how she takes part.
 */
function findRows(sql: Sql, page: Prisma.Sql, accountId: string | null, order: Prisma.Sql): Promise<ListedSeminar[]> {
  return sql.$queryRaw<ListedSeminar[]>(Prisma.sql`
    select s.id, s.status, s.titles, s.place, s.link is not null as online, s.seats, s.admission,
      s."registrationClosesAt", s."startsAt", s."endsAt", s."rescheduledAt", s."proceedingsAt",
      i."nameArabic", i."nameLatin", p.taken, p.waiting, p.mine, ${RESERVED} as reserved,
      coalesce((select json_agg(distinct a.language) from "SeminarSitting" a where a."seminarId" = s.id), '[]')
        as languages
    from (${page}) s join "Institution" i on i.id = s."institutionId" cross join lateral (
      select (count(*) filter (where r.status in (${listOf(SEATED)})))::int as taken,
        (count(*) filter (where r.status = 'waiting'))::int as waiting,
        max(r.status) filter (where r."accountId" = ${accountId}::uuid) as mine
      from "SeminarRegistration" r where r."seminarId" = s.id) p
    order by s."startsAt" ${order}, s.id`)
}

/** For `s`: the seminar is announced to everybody, or concerns this person. */
function visibleTo(accountId: string | null): Prisma.Sql {
  if (accountId === null) return Prisma.sql`s.status <> 'draft' and s.listed = 'public'`
  return Prisma.sql`s.status <> 'draft' and (s.listed = 'public' or ${concerns(accountId)} or exists (
    select 1 from "CohortMember" m
    where m."cohortId" = s."cohortId" and m."accountId" = ${accountId}::uuid and m.status = 'active'))`
}

const concerns = (accountId: string) => Prisma.sql`exists (select 1 from "SeminarRegistration" r
  where r."seminarId" = s.id and r."accountId" = ${accountId}::uuid and r.status in (${listOf(CONCERNED)}))`

function inView({ view, month }: SeminarQuery, accountId: string | null, now: Date): Prisma.Sql {
  if (view === 'mine') return accountId === null ? Prisma.sql`false` : concerns(accountId)
  if (view === 'past') return Prisma.sql`s."endsAt" <= ${now}`
  if (view === 'list') return Prisma.sql`s."endsAt" > ${now}`
  const [from, to] = [startOfDay(firstDayOf(month)), startOfDay(firstDayOf(monthAfter(month, 1)))]
  return Prisma.sql`s."startsAt" < ${to} and s."endsAt" > ${from}`
}

const DESCENDING = Prisma.sql`desc`
/** The most seminars of a month that its page shows. */
const MOST_OF_MONTH = 200

/** A page of what a reader may see, with one row more than the page shows if there is another. */
export async function findListed(
  sql: Sql,
  query: SeminarQuery,
  accountId: string | null,
  now: Date,
): Promise<ListedSeminar[]> {
  const { view, page } = query
  const order = view === 'past' || view === 'mine' ? DESCENDING : Prisma.sql`asc`
  const limit = view === 'month' ? MOST_OF_MONTH : SEMINARS_A_PAGE + 1
  const offset = view === 'month' ? 0 : (page - 1) * SEMINARS_A_PAGE
  const rows = Prisma.sql`
    select s.* from "Seminar" s where ${visibleTo(accountId)} and ${inView(query, accountId, now)}
    order by s."startsAt" ${order}, s.id limit ${limit} offset ${offset}`
  return findRows(sql, rows, accountId, order)
}

/**
 * The seminars of an institution, with drafts: its own, and those that it has accepted to organise with another one.
 */
export async function findSeminarsOf(sql: Sql, institutionId: string): Promise<ListedSeminar[]> {
  const rows = Prisma.sql`
    select s.* from "Seminar" s
    where s."institutionId" = ${institutionId}::uuid or exists (select 1 from "SeminarOrganiser" o
      where o."seminarId" = s.id and o."institutionId" = ${institutionId}::uuid
        and o."acceptedAt" is not null and o."withdrawnAt" is null)
    order by s."startsAt" desc, s.id limit 200`
  return findRows(sql, rows, null, DESCENDING)
}

/** The seminars in the programme of a cohort, with drafts. */
export async function findSeminarsOfCohort(sql: Sql, cohortId: string): Promise<ListedSeminar[]> {
  const rows = Prisma.sql`
    select s.* from "Seminar" s where s."cohortId" = ${cohortId}::uuid order by s."startsAt" desc, s.id limit 200`
  return findRows(sql, rows, null, DESCENDING)
}

/** `checkInOpen`: people check in to one of its half-days now. */
export type SeminarAhead = Pick<SeminarRow, 'id' | 'titles' | 'startsAt' | 'endsAt' | 'status'> & {
  checkInOpen: boolean
}

/**
 * The next seminars in the programmes of the person's cohorts, or in which she takes part; cancelled ones are listed
 * too, until their last day is over.
 */
export async function findAhead(sql: Sql, accountId: string, now: Date): Promise<SeminarAhead[]> {
  return sql.$queryRaw<SeminarAhead[]>(Prisma.sql`
    select s.id, s.titles, s."startsAt", s."endsAt", s.status, exists (
      select 1 from "SeminarHalfDay" h where h."seminarId" = s.id and ${isOpenDoor(now)}) as "checkInOpen"
    from "Seminar" s
    where s.status <> 'draft' and s."endsAt" > ${startOfDay(dayOf(now))} and (${concerns(accountId)} or exists (
      select 1 from "CohortMember" m
      where m."cohortId" = s."cohortId" and m."accountId" = ${accountId}::uuid and m.status = 'active'))
    order by s."startsAt", s.id limit 5`)
}

/** The ids of the seminars that are announced to everybody, the newest first. */
export async function findPublicSeminars(sql: Sql): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select id from "Seminar" where listed = 'public' and status <> 'draft' order by "startsAt" desc limit 5000`
  return rows.map(({ id }) => id)
}
