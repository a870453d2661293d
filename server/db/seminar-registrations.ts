import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Need } from '@/domain/seminar/needs'
import type { Seating } from '@/domain/seminar/registration'
import { type Admission, CONCERNED, type RegistrationStatus, SEATED } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/seminar/texts'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from './client'
import { lockSeminar } from './seminar-changes'
import { RESERVED } from './seminars'
import type { Sql } from './sql'

/** A seminar as far as its places depend on it. `sequence`: of its calendar event, which counts what people were told. */
export type SeatingRow = Seating & { id: string; institutionId: string; joinCodeHash: string | null; sequence: number }

/** Locks the seats of a seminar until the transaction ends: whoever wants one waits for her turn. */
export async function lockSeating(tx: Sql, seminarId: string): Promise<SeatingRow | null> {
  await lockSeminar(tx, seminarId)
  return findSeating(tx, seminarId)
}

export async function findSeating(sql: Sql, seminarId: string): Promise<SeatingRow | null> {
  const [row] = await sql.$queryRaw<SeatingRow[]>(Prisma.sql`
    select s.id, s."institutionId", s.status, s.admission, s."joinCodeHash", s.seats, s."startsAt", s."endsAt",
      s."registrationClosesAt", s.sequence,
      (select count(*)::int from "SeminarRegistration" r
        where r."seminarId" = s.id and r.status = any(${[...SEATED]})) as taken,
      (select count(*)::int from "SeminarRegistration" r where r."seminarId" = s.id and r.status = 'waiting') as waiting,
      ${RESERVED} as reserved
    from "Seminar" s where s.id = ${seminarId}::uuid`)
  return row ?? null
}

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
/** An address that is hers: of her account, or of the letter whose link she holds. */
export type Holder = { accountId: string | null; email: string }

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
}

/** Under the lock on the seminar. @returns its id. */
export async function insertPlace(tx: Sql, place: NewPlace, now: Date): Promise<string> {
  const { seminarId, accountId, guest, status, source, nominatedBy, language } = place
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into "SeminarRegistration" (id, "seminarId", "accountId", "guestEmail", "guestNameArabic", "guestNameLatin",
      locale, status, "statusSince", source, "nominatedByInstitutionId", language, arrival, "createdAt")
    select gen_random_uuid(), ${seminarId}::uuid, ${accountId}::uuid, ${guest?.email ?? null},
      ${guest?.nameArabic ?? null}, ${guest?.nameLatin ?? null}, ${guest?.locale ?? null}, ${status}, ${now}, ${source},
      ${nominatedBy}::uuid, ${language},
      (select coalesce(max(arrival), 0) + 1 from "SeminarRegistration" where "seminarId" = ${seminarId}::uuid), ${now}
    returning id`
  if (!row) throw new Error('place not stored')
  return row.id
}

export type PlaceChange = {
  status: RegistrationStatus
  /** She comes last on the waiting list. */
  arrives?: boolean
  answerBy?: Date
  source?: Admission
  /** Undefined: as it was. */
  nominatedBy?: string | null
  language?: string | null
}

/** Under the lock on the seminar. What she needs goes with a place that she gives up. */
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

/**
 * Gives the places that were taken without an account to the confirmed account of their address, unless it has a place in
 * the same seminar. @returns how many.
 */
export async function claimGuestPlaces(sql: Sql, accountId: string): Promise<number> {
  const rows = await sql.$queryRaw<unknown[]>(
    claim(Prisma.sql`a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null`),
  )
  return rows.length
}

/**
 * Gives places of guests to accounts, each with the surveys that wait for its person, the attestation that was issued for
 * it and those which that one replaced.
 *
 * @param which of the places `r` and of the accounts `a`. @returns a query for the ids of the places
 */
function claim(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with recursive claimed as (
      update "SeminarRegistration" r set "accountId" = a.id, "guestEmail" = null, "guestNameArabic" = null,
        "guestNameLatin" = null, locale = null
      from "Account" a
      where r."guestEmail" = a.email and ${which} and not exists (
        select 1 from "SeminarRegistration" o where o."seminarId" = r."seminarId" and o."accountId" = a.id)
      returning r.id, r."accountId"
    ), proof as (
      select c.id, c."supersedesId", p."accountId" from "Certificate" c join claimed p on p.id = c."registrationId"
      union all
      select c.id, c."supersedesId", p."accountId" from "Certificate" c join proof p on p."supersedesId" = c.id
    ), given as (
      update "Certificate" c set "accountId" = p."accountId" from proof p where c.id = p.id and c."accountId" is null
    ), asked as (
      update "SurveyTicket" t set "accountId" = p."accountId", "registrationId" = null from claimed p
      where t."registrationId" = p.id and not exists (
        select 1 from "SurveyTicket" o where o."surveyId" = t."surveyId" and o."accountId" = p."accountId")
    )
    select id from claimed`
}

/** The account of an address, if it was confirmed and is in use. */
export async function findHolder(sql: Sql, email: string): Promise<string | null> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select id from "Account" where email = ${email} and "emailConfirmedAt" is not null and "disabledAt" is null`
  return rows[0]?.id ?? null
}

/** The same for one place, when its person has answered for it. */
export async function claimPlace(tx: Sql, id: string): Promise<void> {
  await tx.$queryRaw(
    claim(Prisma.sql`r.id = ${id}::uuid and a."emailConfirmedAt" is not null and a."disabledAt" is null`),
  )
}

/** How many places her address has without her account. */
export async function countGuestPlaces(sql: Sql, accountId: string): Promise<number> {
  const [row] = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "SeminarRegistration" r join "Account" a on a.email = r."guestEmail"
    where a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null
      and r.status in ('registered', 'waiting', 'nominated', 'offered')
      and not exists (select 1 from "SeminarRegistration" o where o."seminarId" = r."seminarId" and o."accountId" = a.id)`
  return row?.count ?? 0
}

export type Overlap = { id: string; titles: Texts; startsAt: Date; endsAt: Date }

/** Other seminars in which she has a seat and of which a half-day runs at the same time. */
export async function findOverlaps(sql: Sql, seminarId: string, { accountId, email }: Holder): Promise<Overlap[]> {
  return sql.$queryRaw<Overlap[]>(Prisma.sql`
    select s.id, s.titles, s."startsAt", s."endsAt"
    from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
    where (r."accountId" = ${accountId}::uuid or r."guestEmail" = ${email}) and r.status = any(${[...SEATED]})
      and s.id <> ${seminarId}::uuid and s.status in ('open', 'closed')
      and exists (select 1 from "SeminarHalfDay" mine join "SeminarHalfDay" this on this."seminarId" = ${seminarId}::uuid
        where mine."seminarId" = s.id and mine."startsAt" < this."endsAt" and mine."endsAt" > this."startsAt")
    order by s."startsAt" limit 5`)
}

/** The next announced seminar of the same institution for which somebody may register. */
export async function findNext(
  sql: Sql,
  { id, institutionId }: Pick<SeatingRow, 'id' | 'institutionId'>,
  now: Date,
): Promise<{ id: string; titles: Texts; startsAt: Date } | null> {
  const rows = await sql.$queryRaw<{ id: string; titles: Texts; startsAt: Date }[]>`
    select id, titles, "startsAt" from "Seminar"
    where "institutionId" = ${institutionId}::uuid and id <> ${id}::uuid and status = 'open' and listed = 'public'
      and "startsAt" > ${now} and coalesce("registrationClosesAt", "startsAt") > ${now}
    order by "startsAt", id limit 1`
  return rows[0] ?? null
}

/** Seminars in which a place may be offered, or was not answered in time. */
export async function findWithOpenOffers(sql: Sql, now: Date): Promise<string[]> {
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

/** To whom letters about a place go: to her account, or to her address. */
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

/** Those with a place in a seminar who have not been told of its beginning yet. @param since no place younger than this. */
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

/** Seminars that begin within eight days and take place. */
export async function findSoon(sql: Sql, now: Date): Promise<{ id: string; startsAt: Date }[]> {
  const until = new Date(now.getTime() + 9 * 86_400_000)
  return sql.$queryRaw<{ id: string; startsAt: Date }[]>`
    select id, "startsAt" from "Seminar"
    where status in ('open', 'closed') and "startsAt" > ${now} and "startsAt" < ${until} order by "startsAt", id`
}

/** What she ticked; null: nothing. */
export async function saveNeeds(tx: Sql, id: string, needs: readonly Need[], now: Date): Promise<void> {
  if (needs.length === 0) {
    await tx.$executeRaw`delete from "SeminarNeed" where "registrationId" = ${id}::uuid`
    return
  }
  const [access, interpretation, hearing] = (['access', 'interpretation', 'hearing'] as const).map((one) =>
    needs.includes(one),
  )
  await tx.$executeRaw`
    insert into "SeminarNeed" ("registrationId", access, interpretation, hearing, "consentAt")
    values (${id}::uuid, ${access}, ${interpretation}, ${hearing}, ${now})
    on conflict ("registrationId") do update set access = excluded.access, interpretation = excluded.interpretation,
      hearing = excluded.hearing, "consentAt" = excluded."consentAt"`
}

type NeedRow = Record<Need, boolean>
const needsOf = (row: NeedRow): Need[] => (['access', 'interpretation', 'hearing'] as const).filter((need) => row[need])

export async function findNeeds(sql: Sql, id: string): Promise<Need[]> {
  const rows = await sql.$queryRaw<NeedRow[]>`
    select access, interpretation, hearing from "SeminarNeed" where "registrationId" = ${id}::uuid`
  return rows.flatMap(needsOf)
}

/** Somebody on the organiser's list, or on that of the institution that named her. */
export type Participant = {
  id: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  function: string | null
  /** Of her delegation. */
  country: string | null
  institution: string
  status: RegistrationStatus
  statusSince: Date
  source: Admission
  nominatedBy: { nameArabic: string; nameLatin: string } | null
  language: string | null
}

/** Who takes part, waits or has left, in the order of arrival. */
export async function findParticipants(sql: Sql, seminarId: string): Promise<Participant[]> {
  return sql.$queryRaw<Participant[]>(Prisma.sql`
    select r.id, a.id as "accountId", coalesce(a.email, r."guestEmail") as email,
      coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin",
      coalesce(a.function::text, r.function) as function, r.country,
      coalesce(a.institution, '') as institution,
      r.status, r."statusSince", r.source, r.language,
      (select json_build_object('nameArabic', i."nameArabic", 'nameLatin', i."nameLatin")
        from "Institution" i where i.id = r."nominatedByInstitutionId") as "nominatedBy"
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid
    order by (r.status = 'waiting') desc, r.arrival, r."createdAt", r.id limit 2000`)
}

/** The needs by place. */
export async function findAllNeeds(sql: Sql, seminarId: string): Promise<Map<string, Need[]>> {
  const rows = await sql.$queryRaw<(NeedRow & { registrationId: string })[]>`
    select n."registrationId", n.access, n.interpretation, n.hearing
    from "SeminarNeed" n join "SeminarRegistration" r on r.id = n."registrationId"
    where r."seminarId" = ${seminarId}::uuid`
  return new Map(rows.map((row) => [row.registrationId, needsOf(row)]))
}

export type QuotaRow = { institutionId: string; nameArabic: string; nameLatin: string; places: number; used: number }

/** The quotas of a seminar, or of one institution in it. */
export async function findQuotas(sql: Sql, seminarId: string, institutionIds?: readonly string[]): Promise<QuotaRow[]> {
  const only = institutionIds ? Prisma.sql`and q."institutionId" = any(${[...institutionIds]}::uuid[])` : Prisma.empty
  return sql.$queryRaw<QuotaRow[]>(Prisma.sql`
    select q."institutionId", i."nameArabic", i."nameLatin", q.places,
      (select count(*)::int from "SeminarRegistration" r where r."seminarId" = q."seminarId"
        and r."nominatedByInstitutionId" = q."institutionId" and r.status = any(${[...SEATED]})) as used
    from "SeminarQuota" q join "Institution" i on i.id = q."institutionId"
    where q."seminarId" = ${seminarId}::uuid ${only} order by q."setAt", q."institutionId"`)
}

/** A quota of an institution in a seminar for which it may still name people. `nameArabic`, `nameLatin`: of the organiser. */
export type OpenQuota = {
  institutionId: string
  seminarId: string
  titles: Texts
  startsAt: Date
  endsAt: Date
  nameArabic: string
  nameLatin: string
  places: number
  used: number
  setAt: Date
}

/** The quotas of these institutions in seminars whose registration is open, the seminar that begins first coming first. */
export async function findOpenQuotas(sql: Sql, institutionIds: readonly string[], now: Date): Promise<OpenQuota[]> {
  return sql.$queryRaw<OpenQuota[]>(Prisma.sql`
    select q."institutionId", s.id as "seminarId", s.titles, s."startsAt", s."endsAt", i."nameArabic", i."nameLatin",
      q.places, q."setAt",
      (select count(*)::int from "SeminarRegistration" r where r."seminarId" = q."seminarId"
        and r."nominatedByInstitutionId" = q."institutionId" and r.status = any(${[...SEATED]})) as used
    from "SeminarQuota" q join "Seminar" s on s.id = q."seminarId" join "Institution" i on i.id = s."institutionId"
    where q."institutionId" = any(${[...institutionIds]}::uuid[]) and s.status = 'open'
      and least(s."registrationClosesAt", s."startsAt") > ${now}
    order by s."startsAt", s.id, q."institutionId" limit 100`)
}

export async function saveQuota(
  tx: Sql,
  seminarId: string,
  { institutionId, places }: { institutionId: string; places: number },
  now: Date,
): Promise<void> {
  if (places === 0) {
    await tx.$executeRaw`
      delete from "SeminarQuota" where "seminarId" = ${seminarId}::uuid and "institutionId" = ${institutionId}::uuid`
    return
  }
  await tx.$executeRaw`
    insert into "SeminarQuota" ("seminarId", "institutionId", places, "setAt")
    values (${seminarId}::uuid, ${institutionId}::uuid, ${places}, ${now})
    on conflict ("seminarId", "institutionId") do update set places = excluded.places`
}

/** Those whom an institution has named, as it typed them: whether they have accounts is not its business. */
export type Nominee = { id: string; email: string; nameArabic: string; nameLatin: string; status: RegistrationStatus }

export async function findNominees(sql: Sql, seminarId: string, institutionId: string): Promise<Nominee[]> {
  return sql.$queryRaw<Nominee[]>`
    select r.id, coalesce(a.email, r."guestEmail") as email, coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin", r.status
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid and r."nominatedByInstitutionId" = ${institutionId}::uuid
    order by r.arrival, r.id limit 500`
}

/** The addresses that have a place already, or once had one. */
export async function findPlaced(
  sql: Sql,
  seminarId: string,
  emails: readonly string[],
): Promise<Map<string, PlacedRow>> {
  const rows = await sql.$queryRaw<PlacedRow[]>`
    select coalesce(r."guestEmail", a.email) as email, r.id, r.status from "SeminarRegistration" r
    left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid and coalesce(r."guestEmail", a.email) = any(${[...emails]})`
  return new Map(rows.map((row) => [row.email, row]))
}
export type PlacedRow = { email: string; id: string; status: RegistrationStatus }

export async function setJoinCode(tx: Sql, seminarId: string, hash: string | null): Promise<void> {
  await tx.$executeRaw`update "Seminar" set "joinCodeHash" = ${hash} where id = ${seminarId}::uuid`
}

export type MySeminar = {
  id: string
  titles: Texts
  place: Texts | null
  startsAt: Date
  endsAt: Date
  status: string
  sequence: number
  createdAt: Date
  changedAt: Date
}

/** The seminars in her calendar: those in which she has a seat, and cancelled ones until their day. */
export async function findCalendarSeminars(sql: Sql, accountId: string, now: Date): Promise<MySeminar[]> {
  const shown = CONCERNED.filter((status) => status !== 'waiting')
  return sql.$queryRaw<MySeminar[]>(Prisma.sql`
    select s.id, s.titles, s.place, s."startsAt", s."endsAt", s.status, s.sequence, s."createdAt",
      greatest(s."createdAt", s."rescheduledAt", s."cancelledAt") as "changedAt"
    from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
    where r."accountId" = ${accountId}::uuid and r.status = any(${shown}) and s.status <> 'draft'
      and s."endsAt" > ${new Date(now.getTime() - 90 * 86_400_000)}
    order by s."startsAt", s.id limit 200`)
}
