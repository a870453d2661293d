import 'server-only'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import type { PlaceRow } from './seminar-registrations'

/** Seminars with people on the waiting list, or with places that were offered and not answered. */
export async function findSeminarsWithOpenPlaces(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select distinct s.id from "Seminar" s join "SeminarRegistration" r on r."seminarId" = s.id
    where s.status in ('open', 'closed') and s."endsAt" > ${now} and r.status in ('waiting', 'offered', 'nominated')`
  return rows.map(({ id }) => id)
}

export type Unanswered = Pick<PlaceRow, 'id' | 'status' | 'statusSince' | 'answerBy'>

export async function findUnanswered(tx: Sql, seminarId: string): Promise<Unanswered[]> {
  return tx.$queryRaw<Unanswered[]>`
    select id, status, "statusSince", "answerBy" from "SeminarRegistration"
    where "seminarId" = ${seminarId}::uuid and status in ('offered', 'nominated')`
}

/** The recipient of letters about a place, by her account or her address. */
export type Recipient = {
  id: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  locale: Locale
}

/** For `r`, a place, with its account `a` joined: its recipient. */
const RECIPIENT = Prisma.sql`r.id, a.id as "accountId", coalesce(a.email, r."guestEmail") as email,
  coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
  coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin",
  coalesce(a.locale::text, r.locale, 'ar') as locale`

const WITH_ACCOUNT = Prisma.sql`left join "Account" a on a."disabledAt" is null and (a.id = r."accountId"
  or (r."accountId" is null and a.email = r."guestEmail" and a."emailConfirmedAt" is not null))`

/** The first of those who wait, in the order of their arrival. */
export async function findFirstWaiting(tx: Sql, seminarId: string, count: number): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>(Prisma.sql`
    select ${RECIPIENT} from "SeminarRegistration" r ${WITH_ACCOUNT}
    where r."seminarId" = ${seminarId}::uuid and r.status = 'waiting' and coalesce(a.email, r."guestEmail") is not null
    order by r.arrival, r."createdAt", r.id limit ${count}`)
}

export type ToRemind = Recipient & { seminarId: string }

/**
 * The people registered for a seminar who have not been reminded of its beginning. @param since leaves out people who
 * registered later.
 */
export async function findToRemind(
  sql: Sql,
  which: 'week' | 'day',
  { seminarId, startsAt, since }: { seminarId: string; startsAt: Date; since: Date },
  limit: number,
): Promise<ToRemind[]> {
  const told = Prisma.raw(which === 'week' ? '"weekToldFor"' : '"dayToldFor"')
  return sql.$queryRaw<ToRemind[]>(Prisma.sql`
    select ${RECIPIENT}, r."seminarId" from "SeminarRegistration" r ${WITH_ACCOUNT}
    where r."seminarId" = ${seminarId}::uuid and r.status = 'registered' and r."statusSince" < ${since}
      and r.${told} is distinct from ${startsAt} and coalesce(a.email, r."guestEmail") is not null
    order by r.id limit ${limit} for update of r skip locked`)
}

export async function markReminded(
  tx: Sql,
  which: 'week' | 'day',
  ids: readonly string[],
  startsAt: Date,
): Promise<void> {
  const told = Prisma.raw(which === 'week' ? '"weekToldFor"' : '"dayToldFor"')
  await tx.$executeRaw(
    Prisma.sql`update "SeminarRegistration" set ${told} = ${startsAt} where id = any(${[...ids]}::uuid[])`,
  )
}

/** Seminars that begin within nine days and take place. */
export async function findSeminarsBeginningSoon(sql: Sql, now: Date): Promise<{ id: string; startsAt: Date }[]> {
  const until = new Date(now.getTime() + 9 * 86_400_000)
  return sql.$queryRaw<{ id: string; startsAt: Date }[]>`
    select id, "startsAt" from "Seminar"
    where status in ('open', 'closed') and "startsAt" > ${now} and "startsAt" < ${until} order by "startsAt", id`
}
