import 'server-only'
import type { CheckInState, CheckInWay } from '@/domain/seminar/attendance'
import type { RegistrationStatus, SeminarStatus } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { Half } from '@/domain/time/half-days'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** What identifies a person in a seminar: her account, or the address of a guest. */
export type Known = { accountId: string } | { email: string }
/** A half-day in which a person checks in, with her own state in it. */
export type CheckInHalfDay = {
  halfDayId: string
  seminarId: string
  titles: Texts
  status: SeminarStatus
  day: string
  half: Half
  startsAt: Date
  endsAt: Date
  checkInClosedAt: Date | null
  /** The list of the whole seminar is closed. */
  listClosed: boolean
  placeId: string | null
  placeStatus: RegistrationStatus | null
  state: CheckInState | null
  at: Date | null
  /** She gave the code without being registered, and waits. */
  noted: boolean
  /** The number of wrong codes of each counter, in the order of the counters. */
  failures: readonly number[]
}

const sameAccount = (who: Known | null) => Prisma.sql`${who && 'accountId' in who ? who.accountId : null}::uuid`
const sameEmail = (who: Known | null) => Prisma.sql`${who && 'email' in who ? who.email : null}::text`
/** Her address: that of a guest, or the confirmed one of her account, by which she may have a place as a guest. */
const emailOf = (who: Known | null) =>
  who && 'accountId' in who
    ? Prisma.sql`(select a.email from "Account" a where a.id = ${who.accountId}::uuid and a."emailConfirmedAt" is not null)`
    : sameEmail(who)

const doors = (who: Known | null, failures: Prisma.Sql) => Prisma.sql`
  select h.id as "halfDayId", h."seminarId", s.titles, s.status, h.day::text as day, h.half, h."startsAt", h."endsAt",
    h."checkInClosedAt", l."seminarId" is not null as "listClosed", r.id as "placeId", r.status as "placeStatus",
    c.state, c.at, exists (select 1 from "UnlistedCheckIn" u where u."halfDayId" = h.id
      and (u."accountId" = ${sameAccount(who)} or u."guestEmail" = ${sameEmail(who)})) as noted, ${failures} as failures
  from "SeminarHalfDay" h join "Seminar" s on s.id = h."seminarId"
    left join "AttendanceList" l on l."seminarId" = s.id
    left join lateral (select p.id, p.status from "SeminarRegistration" p where p."seminarId" = s.id
      and (p."accountId" = ${sameAccount(who)} or p."guestEmail" = ${emailOf(who)})
      order by p.status = 'registered' desc, p."accountId" is null limit 1) r on true
    left join "SeminarCheckIn" c on c."halfDayId" = h.id and c."registrationId" = r.id`

/**
 * One query, because a whole room checks in within a minute. @param counters the counters of wrong codes, all with one
 * window.
 */
export async function findCheckInHalfDay(
  sql: Sql,
  halfDayId: string,
  who: Known | null,
  counters: readonly { key: string; windowEnd: Date }[],
): Promise<CheckInHalfDay | null> {
  const failures = Prisma.sql`array(select coalesce((select n.hits from "RateCounter" n
      where n.key = k.key and n."windowEnd" = ${counters[0]?.windowEnd ?? null}::timestamptz), 0)
    from unnest(${counters.map(({ key }) => key)}::text[]) with ordinality k(key, at) order by k.at)`
  const rows = await sql.$queryRaw<CheckInHalfDay[]>`${doors(who, failures)} where h.id = ${halfDayId}::uuid`
  return rows[0] ?? null
}

/** For rows of `"Seminar" s` and `"SeminarHalfDay" h`: the same rule as `checkInRefusal`. */
export const isOpenDoor = (now: Date) => Prisma.sql`
  s.status in ('open', 'closed', 'held') and h."checkInClosedAt" is null
    and h."startsAt" < ${now}::timestamptz + interval '1 hour' and h."endsAt" > ${now}`

/** The half-days into which people can check in now; those of seminars in which the person is registered come first. */
export async function findOpenHalfDays(sql: Sql, who: Known | null, now: Date): Promise<CheckInHalfDay[]> {
  return sql.$queryRaw<CheckInHalfDay[]>`${doors(who, Prisma.sql`'{}'::int[]`)}
    where ${isOpenDoor(now)}
    order by r.status = 'registered' desc nulls last, h."startsAt", h.id limit 50`
}

type NewCheckIn = { halfDayId: string; placeId: string; at: Date; way: CheckInWay; byId: string | null }

/**
 * Notes once that a registered person is present. A struck row stays struck. If an organiser is closing the half-day,
 * the lock makes this wait until it is closed. @returns whether anything was noted
 */
export async function insertCheckIn(sql: Sql, { halfDayId, placeId, at, way, byId }: NewCheckIn): Promise<boolean> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    with door as (select h.id as half, r.id as place from "SeminarHalfDay" h
      join "SeminarRegistration" r on r."seminarId" = h."seminarId"
      where h.id = ${halfDayId}::uuid and r.id = ${placeId}::uuid and h."checkInClosedAt" is null
        and r.status = 'registered' for share of h, r)
    insert into "SeminarCheckIn" as c (id, "halfDayId", "registrationId", at, way, state, "byId", "changedAt")
    select gen_random_uuid(), half, place, ${at}, ${way}, 'present', ${byId}::uuid, ${at} from door
    on conflict ("halfDayId", "registrationId") do update
      set at = excluded.at, way = excluded.way, state = 'present', "byId" = excluded."byId", "changedAt" = excluded.at
      where c.state = 'awaiting'
    returning id`
  return rows.length === 1
}

/** Notes that a registered person says that she is present, for the organiser to confirm. Idempotent. */
export async function insertLate(sql: Sql, { halfDayId, placeId, at }: Omit<NewCheckIn, 'way' | 'byId'>) {
  await sql.$executeRaw`
    insert into "SeminarCheckIn" (id, "halfDayId", "registrationId", at, way, state, "changedAt")
    values (gen_random_uuid(), ${halfDayId}::uuid, ${placeId}::uuid, ${at}, 'code', 'awaiting', ${at})
    on conflict ("halfDayId", "registrationId") do nothing`
}

/** Notes somebody who is not registered, for the organiser to confirm. Idempotent. */
export async function insertUnlisted(
  sql: Sql,
  { halfDayId, who, name, at }: { halfDayId: string; who: Known; name: string | null; at: Date },
): Promise<void> {
  await sql.$executeRaw`
    insert into "UnlistedCheckIn" (id, "halfDayId", "accountId", "guestEmail", "guestName", at)
    select gen_random_uuid(), h.id, ${sameAccount(who)}, ${sameEmail(who)}, ${name}, ${at} from "SeminarHalfDay" h
    where h.id = ${halfDayId}::uuid and h."checkInClosedAt" is null
    on conflict do nothing`
}

/** How many are present in a half-day, and how many are registered. */
export async function countPresent(sql: Sql, halfDayId: string): Promise<{ present: number; registered: number }> {
  const rows = await sql.$queryRaw<{ present: number; registered: number }[]>`
    select (select count(*)::int from "SeminarCheckIn" c join "SeminarRegistration" r on r.id = c."registrationId"
        where c."halfDayId" = h.id and c.state = 'present' and r.status = 'registered') as present,
      (select count(*)::int from "SeminarRegistration" r
        where r."seminarId" = h."seminarId" and r.status = 'registered') as registered
    from "SeminarHalfDay" h where h.id = ${halfDayId}::uuid`
  return rows[0] ?? { present: 0, registered: 0 }
}

export type CheckInRow = {
  halfDayId: string
  at: Date
  way: CheckInWay
  state: CheckInState
  reason: string | null
}
/** A registered person on the organiser's list. */
export type PlaceRow = {
  placeId: string
  accountId: string | null
  nameArabic: string | null
  nameLatin: string | null
  /** Null without an account. */
  function: string | null
  institution: string | null
  checkIns: readonly CheckInRow[]
  /** The number of her attestation, and whether it is in force. */
  certificate: { number: string; inForce: boolean } | null
}

type ReadPlace = Omit<PlaceRow, 'checkIns'> & { checkIns: (Omit<CheckInRow, 'at'> & { at: number })[] }

/** The people of a seminar by Latin name, or one of them. */
export async function findPlaces(sql: Sql, seminarId: string, placeId: string | null = null): Promise<PlaceRow[]> {
  const rows = await sql.$queryRaw<ReadPlace[]>`
    select r.id as "placeId", r."accountId", coalesce(a."nameArabic", r."guestNameArabic") as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin") as "nameLatin", a."function", a.institution,
      coalesce((select json_agg(json_build_object('halfDayId', c."halfDayId", 'way', c.way, 'state', c.state,
          'reason', c.reason, 'at', extract(epoch from c.at) * 1000))
        from "SeminarCheckIn" c where c."registrationId" = r.id), '[]') as "checkIns",
      (select json_build_object('number', k.number, 'inForce', k."revokedAt" is null) from "Certificate" k
        where k."registrationId" = r.id) as certificate
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${seminarId}::uuid and r.status = 'registered'
      and (${placeId}::uuid is null or r.id = ${placeId}::uuid)
    order by lower(coalesce(a."nameLatin", r."guestNameLatin", r."guestNameArabic")), r.id`
  return rows.map((row) => ({ ...row, checkIns: row.checkIns.map((one) => ({ ...one, at: new Date(one.at) })) }))
}

export type UnlistedRow = {
  id: string
  halfDayId: string
  accountId: string | null
  guestEmail: string | null
  /** The confirmed address of her account; null without one. */
  accountEmail: string | null
  nameArabic: string | null
  nameLatin: string | null
  at: Date
}

/** The people who gave the code without being registered, in the order of their check-in. */
export async function findUnlisted(sql: Sql, seminarId: string): Promise<UnlistedRow[]> {
  return sql.$queryRaw<UnlistedRow[]>`
    select u.id, u."halfDayId", u."accountId", u."guestEmail", u.at, a."nameArabic",
      case when a."emailConfirmedAt" is not null then a.email end as "accountEmail",
      coalesce(a."nameLatin", u."guestName") as "nameLatin"
    from "UnlistedCheckIn" u join "SeminarHalfDay" h on h.id = u."halfDayId" left join "Account" a on a.id = u."accountId"
    where h."seminarId" = ${seminarId}::uuid order by u.at, u.id`
}

export type TickRow = { placeId: string; halfDayId: string; at: Date; way: CheckInWay }

/**
 * Marks the people whom the organiser ticked as present. A row that is present or struck does not change. @returns the
 * places whose rows changed
 */
export async function insertTicks(
  sql: Sql,
  seminarId: string,
  ticks: readonly TickRow[],
  byId: string,
  now: Date,
): Promise<string[]> {
  const rows = await sql.$queryRaw<{ placeId: string }[]>`
    insert into "SeminarCheckIn" as c (id, "halfDayId", "registrationId", at, way, state, "byId", "changedAt")
    select gen_random_uuid(), h.id, r.id, t.at, t.way, 'present', ${byId}::uuid, ${now}
    from unnest(${ticks.map(({ placeId }) => placeId)}::uuid[], ${ticks.map(({ halfDayId }) => halfDayId)}::uuid[],
        ${ticks.map(({ at }) => at)}::timestamptz[], ${ticks.map(({ way }) => way)}::text[]) t(place, half, at, way)
      join "SeminarHalfDay" h on h.id = t.half and h."seminarId" = ${seminarId}::uuid
      join "SeminarRegistration" r on r.id = t.place and r."seminarId" = h."seminarId" and r.status = 'registered'
    on conflict ("halfDayId", "registrationId") do update set at = excluded.at, way = excluded.way, state = 'present',
      "byId" = excluded."byId", "changedAt" = excluded."changedAt" where c.state = 'awaiting'
    returning c."registrationId" as "placeId"`
  return rows.map(({ placeId }) => placeId)
}

type Turned = { placeId: string; halfDayId: string; byId: string; reason: string; now: Date }

/** Strikes a presence. @returns false if there is none */
export async function strikeCheckIn(sql: Sql, { placeId, halfDayId, byId, reason, now }: Turned): Promise<boolean> {
  const struck = await sql.$executeRaw`
    update "SeminarCheckIn" set state = 'struck', reason = ${reason}, "byId" = ${byId}::uuid, "changedAt" = ${now}
    where "registrationId" = ${placeId}::uuid and "halfDayId" = ${halfDayId}::uuid and state <> 'struck'`
  return struck === 1
}

/** Marks a person as present who was struck or did not check in, with the reason. */
export async function restoreCheckIn(sql: Sql, { placeId, halfDayId, byId, reason, now }: Turned): Promise<void> {
  await sql.$executeRaw`
    insert into "SeminarCheckIn" (id, "halfDayId", "registrationId", at, way, state, "byId", reason, "changedAt")
    values (gen_random_uuid(), ${halfDayId}::uuid, ${placeId}::uuid, ${now}, 'hand', 'present', ${byId}::uuid, ${reason}, ${now})
    on conflict ("halfDayId", "registrationId") do update set state = 'present', way = 'hand', at = excluded.at,
      "byId" = excluded."byId", reason = excluded.reason, "changedAt" = excluded."changedAt"`
}

/** `earlyReason`: why it was closed before the end; null if it was not. */
export type ListRow = {
  closedAt: Date
  issuedAt: Date | null
  earlyReason: string | null
  nameArabic: string | null
  nameLatin: string | null
}

/** When the list was closed and by whom; null while it is open. */
export async function findClosedList(sql: Sql, seminarId: string): Promise<ListRow | null> {
  const rows = await sql.$queryRaw<ListRow[]>`
    select l."closedAt", l."issuedAt", l."earlyReason", a."nameArabic", a."nameLatin"
    from "AttendanceList" l left join "Account" a on a.id = l."closedById" where l."seminarId" = ${seminarId}::uuid`
  return rows[0] ?? null
}

/** Opens or closes the check-in of a half-day. */
export async function setCheckInClosed(sql: Sql, seminarId: string, halfDayId: string, at: Date | null) {
  await sql.$executeRaw`
    update "SeminarHalfDay" set "checkInClosedAt" = ${at}
    where id = ${halfDayId}::uuid and "seminarId" = ${seminarId}::uuid and ("checkInClosedAt" is null) <> (${at}::timestamptz is null)`
}

/**
 * Closes the list. The half-days are closed first: check-ins under way end before that, later ones find them closed.
 */
export async function insertClosedList(
  sql: Sql,
  seminarId: string,
  { closedById, earlyReason }: { closedById: string; earlyReason: string | null },
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    update "SeminarHalfDay" set "checkInClosedAt" = coalesce("checkInClosedAt", ${now}) where "seminarId" = ${seminarId}::uuid`
  await sql.$executeRaw`
    insert into "AttendanceList" ("seminarId", "closedAt", "closedById", "earlyReason")
    values (${seminarId}::uuid, ${now}, ${closedById}::uuid, ${earlyReason})`
}

/** What counts of each half-day, once its list was closed before its end. */
export async function setCountedMinutes(sql: Sql, halfDays: readonly { id: string; minutes: number }[]): Promise<void> {
  await sql.$executeRaw`
    update "SeminarHalfDay" h set "countedMinutes" = t.minutes
    from unnest(${halfDays.map(({ id }) => id)}::uuid[], ${halfDays.map(({ minutes }) => minutes)}::int[]) t(id, minutes)
    where h.id = t.id`
}

/** The seminars whose list is closed and whose attestations are not all issued. */
export async function findListsToIssue(sql: Sql): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select "seminarId" as id from "AttendanceList" where "issuedAt" is null order by "closedAt"`
  return rows.map(({ id }) => id)
}

/** Locks a list whose attestations are not all issued. @returns false if they are, or if it is open */
export async function lockListToIssue(sql: Sql, seminarId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select "seminarId" as id from "AttendanceList" where "seminarId" = ${seminarId}::uuid and "issuedAt" is null for update`
  return rows.length === 1
}

export async function markIssued(sql: Sql, seminarId: string, now: Date): Promise<void> {
  await sql.$executeRaw`update "AttendanceList" set "issuedAt" = ${now} where "seminarId" = ${seminarId}::uuid`
}

/** A person who was present and has no attestation, with the half-days of her presence that count. */
export type Attested = {
  placeId: string
  accountId: string | null
  guestEmail: string | null
  nameArabic: string | null
  nameLatin: string | null
  locale: string | null
  halfDayIds: readonly string[]
}

/** The next people who get an attestation, or only the person of `placeId`. */
export async function findUnattested(
  sql: Sql,
  seminarId: string,
  { limit, placeId = null }: { limit: number; placeId?: string | null },
): Promise<Attested[]> {
  return sql.$queryRaw<Attested[]>`
    select r.id as "placeId", r."accountId", r."guestEmail", coalesce(a."nameArabic", r."guestNameArabic") as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin") as "nameLatin", coalesce(a.locale, r.language) as locale, p.ids as "halfDayIds"
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    join lateral (select array_agg(c."halfDayId") as ids
      from "SeminarCheckIn" c join "SeminarHalfDay" h on h.id = c."halfDayId"
      where c."registrationId" = r.id and c.state = 'present' and coalesce(h."countedMinutes", h.minutes) > 0) p on p.ids is not null
    where r."seminarId" = ${seminarId}::uuid and r.status = 'registered'
      and (${placeId}::uuid is null or r.id = ${placeId}::uuid)
      and not exists (select 1 from "Certificate" k where k."registrationId" = r.id)
    order by r.id limit ${limit}`
}

/** `present`: how many people are present in it, besides those whose check-in waits for an answer. */
export type AttendedHalfDay = { day: string; half: Half; minutes: number; present: number }

/**
 * The half-days in which anybody has checked in, even if the check-in waits for an answer. All half-days are locked
 * until the transaction ends, so that nobody checks in meanwhile.
 */
export async function lockAttended(tx: Sql, seminarId: string): Promise<AttendedHalfDay[]> {
  await tx.$queryRaw`select id from "SeminarHalfDay" where "seminarId" = ${seminarId}::uuid order by id for update`
  return tx.$queryRaw<AttendedHalfDay[]>`
    select h.day::text as day, h.half, h.minutes, (select count(*)::int from "SeminarCheckIn" c
        where c."halfDayId" = h.id and c.state = 'present') as present
    from "SeminarHalfDay" h where h."seminarId" = ${seminarId}::uuid
      and (exists (select 1 from "SeminarCheckIn" c where c."halfDayId" = h.id)
        or exists (select 1 from "UnlistedCheckIn" u where u."halfDayId" = h.id))
    order by h."startsAt"`
}
