import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Seating } from '@/domain/seminar/registration'
import { type Admission, type RegistrationStatus, SEATED } from '@/domain/seminar/seminar'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Sql } from '../sql'
import { lockSeminar } from './seminar-changes'
import { RESERVED } from './seminars'

/**
 * The data of a seminar on which its places depend. `sequence`: that of its calendar event, which counts the changes
 * that people were told.
 */
export type SeatingRow = Seating & { id: string; institutionId: string; joinCodeHash: string | null; sequence: number }

/** Locks the seats of a seminar until the transaction ends: whoever wants one waits for her turn. */
export async function lockSeating(tx: Sql, seminarId: string): Promise<SeatingRow | null> {
  await lockSeminar(tx, seminarId)
  return findSeating(tx, seminarId)
}

export async function findSeating(sql: Sql, seminarId: string): Promise<SeatingRow | null> {
  const [row] = await sql.$queryRaw<SeatingRow[]>(Prisma.sql`
    select ${SEATING} from "Seminar" s where s.id = ${seminarId}::uuid`)
  return row ?? null
}

/** The columns of a `SeatingRow`, for `"Seminar" s`. */
export const SEATING = Prisma.sql`s.id, s."institutionId", s.status, s.admission, s."joinCodeHash", s.seats, s."startsAt",
  s."endsAt", s."registrationClosesAt", s.sequence,
  (select count(*)::int from "SeminarRegistration" r
    where r."seminarId" = s.id and r.status = any(${[...SEATED]})) as taken,
  (select count(*)::int from "SeminarRegistration" r where r."seminarId" = s.id and r.status = 'waiting') as waiting,
  ${RESERVED} as reserved`

/** `rank`: on the waiting list, from 1; null elsewhere. */
export type PlaceRow = {
  id: string
  accountId: string | null
  guestEmail: string | null
  status: RegistrationStatus
  statusSince: Date
  source: Admission
  nominatedByInstitutionId: string | null
  answerBy: Date | null
  language: string | null
  rank: number | null
}

/**
 * A person by an address that is hers: that of her account, or of the letter whose link she holds, or of a person whom
 * the organiser has seen. `email`: null if her account's is not confirmed.
 */
export type Holder = { accountId: string | null; email: string | null }

/** Her place in a seminar: of the account with her address, or else of the address itself. */
export async function findPlace(sql: Sql, seminarId: string, { accountId, email }: Holder): Promise<PlaceRow | null> {
  const [row] = await sql.$queryRaw<PlaceRow[]>(Prisma.sql`
    select r.id, r."accountId", r."guestEmail", r.status, r."statusSince", r.source, r."nominatedByInstitutionId",
      r."answerBy", r.language,
      case when r.status = 'waiting' then (
        select count(*)::int from "SeminarRegistration" w
        where w."seminarId" = r."seminarId" and w.status = 'waiting' and (w.arrival, w."createdAt", w.id) <= (r.arrival, r."createdAt", r.id)
      ) end as rank
    from "SeminarRegistration" r
    where r."seminarId" = ${seminarId}::uuid
      and (r."accountId" = ${accountId}::uuid or r."guestEmail" = ${email} or r."accountId" in (
        select a.id from "Account" a where a.email = ${email} and a."emailConfirmedAt" is not null))
    order by (r."accountId" is null), r."createdAt" limit 1`)
  return row ?? null
}

export type NewPlace = {
  seminarId: string
  accountId: string | null
  guest: { email: string; nameArabic: string; nameLatin: string; locale: Locale } | null
  status: RegistrationStatus
  source: Admission
  nominatedBy: string | null
  language: string | null
  /** Until when the place is kept for her answer. */
  answerBy?: Date | null
}

/** Under the lock on the seminar. @returns its id. */
export async function insertPlace(tx: Sql, place: NewPlace, now: Date): Promise<string> {
  const { seminarId, accountId, guest, status, source, nominatedBy, language, answerBy = null } = place
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into "SeminarRegistration" (id, "seminarId", "accountId", "guestEmail", "guestNameArabic", "guestNameLatin",
      locale, status, "statusSince", source, "nominatedByInstitutionId", language, "answerBy", arrival, "createdAt")
    select gen_random_uuid(), ${seminarId}::uuid, ${accountId}::uuid, ${guest?.email ?? null},
      ${guest?.nameArabic ?? null}, ${guest?.nameLatin ?? null}, ${guest?.locale ?? null}, ${status}, ${now}, ${source},
      ${nominatedBy}::uuid, ${language}, ${answerBy},
      (select coalesce(max(arrival), 0) + 1 from "SeminarRegistration" where "seminarId" = ${seminarId}::uuid), ${now}
    returning id`
  if (!row) throw new Error('place not stored')
  return row.id
}

export type PlaceChange = {
  status: RegistrationStatus
  /** True puts her at the end of the waiting list. */
  arrives?: boolean
  answerBy?: Date | null
  source?: Admission
  /** Undefined: it does not change. */
  nominatedBy?: string | null
  language?: string | null
}

/** Under the lock on the seminar. When she gives up her place, her needs are deleted. */
export async function changePlace(tx: Sql, id: string, change: PlaceChange, now: Date): Promise<void> {
  const { status, arrives = false, source, nominatedBy, language } = change
  const keepsNominator = nominatedBy === undefined
  await tx.$executeRaw`
    update "SeminarRegistration" r set status = ${status}, "statusSince" = ${now}, "answerBy" = ${change.answerBy ?? null},
      source = coalesce(${source ?? null}, r.source), language = coalesce(${language ?? null}, r.language),
      "nominatedByInstitutionId" = case when ${keepsNominator} then r."nominatedByInstitutionId" else ${nominatedBy ?? null}::uuid end,
      arrival = case when ${arrives}
        then (select max(o.arrival) + 1 from "SeminarRegistration" o where o."seminarId" = r."seminarId")
        else r.arrival end
    where r.id = ${id}::uuid`
  if (!SEATED.includes(status) && status !== 'waiting')
    await tx.$executeRaw`delete from "SeminarNeed" where "registrationId" = ${id}::uuid`
}

/** Under the lock on the seminar. Null: she is in no delegation. */
export async function setDelegation(
  tx: Tx,
  id: string,
  delegation: { country: string; function: string } | null,
): Promise<void> {
  const data = { country: delegation?.country ?? null, function: delegation?.function ?? null }
  await tx.seminarRegistration.update({ where: { id }, data })
}

export async function setJoinCode(tx: Sql, seminarId: string, hash: string | null): Promise<void> {
  await tx.$executeRaw`update "Seminar" set "joinCodeHash" = ${hash} where id = ${seminarId}::uuid`
}
