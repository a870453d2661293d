import 'server-only'
import type { Locale } from '@/domain/locale'
import type { OrganiserFacts } from '@/domain/seminar/organiser'
import type { Admission, Listing, RegistrationStatus, SeminarStatus, SittingFacts } from '@/domain/seminar/seminar'
import { CONCERNED, SEATED } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { HalfDay } from '@/domain/time/half-days'
import { Prisma } from '@/generated/prisma/client'
import { findRolesWith, type StoredRoles } from '../auth/roles'
import { listOf, type Sql } from '../sql'

type Named = { nameArabic: string; nameLatin: string }
export type SittingRow = SittingFacts & { id: string; position: number }
/**
 * `minutes`: of its sittings, or of those held until the list was closed early. `checkInClosedAt`: since then the code of
 * the room is refused.
 */
export type HalfDayRow = HalfDay & { id: string; checkInClosedAt: Date | null }
export type OrganiserRow = Named & OrganiserFacts & { institutionId: string; askedAt: Date }
/** A seminar with what its page shows of it. `taken` and `waiting` are counts of its people. */
export type SeminarRow = {
  id: string
  institutionId: string
  institution: Named
  status: SeminarStatus
  titles: Texts
  aims: Texts
  place: Texts | null
  accessDetails: Texts
  link: string | null
  recording: string | null
  seats: number | null
  admission: Admission
  listed: Listing
  joinCodeHash: string | null
  registrationClosesAt: Date | null
  cohortId: string | null
  cohort: { name: string; locale: Locale; archived: boolean } | null
  /** The tutors of its cohort. */
  tutorIds: readonly string[]
  courseId: string | null
  releaseId: string | null
  startsAt: Date
  endsAt: Date
  sequence: number
  version: number
  rescheduledAt: Date | null
  cancelledAt: Date | null
  cancelReason: Texts | null
  /** Since when its proceedings are public. */
  proceedingsAt: Date | null
  createdAt: Date
  sittings: readonly SittingRow[]
  halfDays: readonly HalfDayRow[]
  organisers: readonly OrganiserRow[]
  taken: number
  waiting: number
  /** Seats kept for institutions that have not named anybody for them. */
  reserved: number
}

const seated = Prisma.sql`r.status in (${listOf(SEATED)})`

/** For columns of `"Seminar" s`: the seats that quotas keep free. */
export const RESERVED = Prisma.sql`coalesce((select sum(greatest(0, q.places - (
    select count(*) from "SeminarRegistration" r where r."seminarId" = s.id and ${seated}
      and r."nominatedByInstitutionId" = q."institutionId")))
  from "SeminarQuota" q where q."seminarId" = s.id), 0)::int`

/** For columns of `"Seminar" s`. One row, one query: what belongs to it is read as JSON, its times as milliseconds. */
const WHOLE = Prisma.sql`s.id, s."institutionId", s.status, s.titles, s.aims, s.place, s."accessDetails", s.link,
  s.recording, s.seats, s.admission, s.listed, s."joinCodeHash", s."registrationClosesAt", s."cohortId", s."courseId",
  s."releaseId", s."startsAt", s."endsAt", s.sequence, s.version, s."rescheduledAt", s."cancelledAt", s."cancelReason",
  s."proceedingsAt", s."createdAt",
  (select json_build_object('nameArabic', i."nameArabic", 'nameLatin', i."nameLatin")
    from "Institution" i where i.id = s."institutionId") as institution,
  (select json_build_object('name', c.name, 'locale', c.locale, 'archived', c."archivedAt" is not null)
    from "Cohort" c where c.id = s."cohortId") as cohort,
  coalesce((select json_agg(t."accountId") from "CohortTutor" t where t."cohortId" = s."cohortId"), '[]') as "tutorIds",
  coalesce((select json_agg(json_build_object('id', a.id, 'position', a.position, 'startsAt', ${ms('a."startsAt"')},
      'endsAt', ${ms('a."endsAt"')}, 'titles', a.titles, 'speakers', a.speakers, 'language', a.language,
      'interpretation', a.interpretation) order by a.position)
    from "SeminarSitting" a where a."seminarId" = s.id), '[]') as sittings,
  coalesce((select json_agg(json_build_object('id', h.id, 'day', h.day::text, 'half', h.half,
      'startsAt', ${ms('h."startsAt"')}, 'endsAt', ${ms('h."endsAt"')}, 'minutes', coalesce(h."countedMinutes", h.minutes),
      'checkInClosedAt', ${ms('h."checkInClosedAt"')}) order by h."startsAt")
    from "SeminarHalfDay" h where h."seminarId" = s.id), '[]') as "halfDays",
  coalesce((select json_agg(json_build_object('institutionId', o."institutionId", 'nameArabic', i."nameArabic",
      'nameLatin', i."nameLatin", 'askedAt', ${ms('o."askedAt"')}, 'acceptedAt', ${ms('o."acceptedAt"')},
      'withdrawnAt', ${ms('o."withdrawnAt"')}) order by o."askedAt", o."institutionId")
    from "SeminarOrganiser" o join "Institution" i on i.id = o."institutionId" where o."seminarId" = s.id), '[]')
    as organisers,
  p.taken, p.waiting, ${RESERVED} as reserved`

function ms(column: string): Prisma.Sql {
  return Prisma.raw(`extract(epoch from ${column}) * 1000`)
}

type Timed<Row> = {
  [Key in keyof Row]: Row[Key] extends Date ? number : Row[Key] extends Date | null ? number | null : Row[Key]
}
type Read = Omit<SeminarRow, 'sittings' | 'halfDays' | 'organisers'> & {
  sittings: Timed<SittingRow>[]
  halfDays: Timed<HalfDayRow>[]
  organisers: Timed<OrganiserRow>[]
}

const at = (moment: number) => new Date(moment)
const atOrNull = (moment: number | null) => (moment === null ? null : new Date(moment))
const spanOf = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => ({
  startsAt: at(startsAt),
  endsAt: at(endsAt),
})

function asRow(read: Read): SeminarRow {
  return {
    ...read,
    sittings: read.sittings.map((row) => ({ ...row, ...spanOf(row) })),
    halfDays: read.halfDays.map((row) => ({ ...row, ...spanOf(row), checkInClosedAt: atOrNull(row.checkInClosedAt) })),
    organisers: read.organisers.map(({ askedAt, acceptedAt, withdrawnAt, ...row }) => ({
      ...row,
      askedAt: at(askedAt),
      acceptedAt: atOrNull(acceptedAt),
      withdrawnAt: atOrNull(withdrawnAt),
    })),
  }
}

export async function findSeminar(sql: Sql, id: string): Promise<SeminarRow | null> {
  const [read] = await sql.$queryRaw<Read[]>(Prisma.sql`
    select ${WHOLE} from "Seminar" s cross join lateral (
      select (count(*) filter (where ${seated}))::int as taken,
        (count(*) filter (where r.status = 'waiting'))::int as waiting
      from "SeminarRegistration" r where r."seminarId" = s.id) p
    where s.id = ${id}::uuid`)
  return read ? asRow(read) : null
}

export type SeminarRelation = { registration: RegistrationStatus | null; member: boolean }

/**
 * How a person takes part in a seminar, by her account or her confirmed address, and whether she learns in its cohort;
 * with her roles.
 */
export async function findSeminarRelation(
  sql: Sql,
  { id, cohortId }: Pick<SeminarRow, 'id' | 'cohortId'>,
  person: { accountId: string; sessionId: string },
): Promise<SeminarRelation & { roles: StoredRoles }> {
  const { accountId } = person
  const columns = Prisma.sql`
    (select r.status from "SeminarRegistration" r
      where r."seminarId" = ${id}::uuid and (r."accountId" = ${accountId}::uuid or r."guestEmail" = (
        select a.email from "Account" a where a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null))
      order by (r."accountId" is null) limit 1) as registration,
    exists (select 1 from "CohortMember" m
      where m."cohortId" = ${cohortId}::uuid and m."accountId" = ${accountId}::uuid and m.status = 'active') as member`
  const { roles, more } = await findRolesWith<SeminarRelation>(sql, person, columns)
  return { roles, registration: more?.registration ?? null, member: more?.member ?? false }
}

/** A person whom a seminar concerns. `accountId`: null for a guest. */
export type Concerned = {
  accountId: string | null
  email: string
  locale: Locale
  nameArabic: string
  nameLatin: string
}

/** The people whom a seminar concerns and letters reach, with an account or as guests. */
export async function findConcerned(sql: Sql, id: string): Promise<Concerned[]> {
  return sql.$queryRaw<Concerned[]>`
    select a.id as "accountId", coalesce(a.email, r."guestEmail") as email, coalesce(a.locale, r.locale, 'fr') as locale,
      coalesce(a."nameArabic", r."guestNameArabic", '') as "nameArabic",
      coalesce(a."nameLatin", r."guestNameLatin", '') as "nameLatin"
    from "SeminarRegistration" r left join "Account" a on a.id = r."accountId"
    where r."seminarId" = ${id}::uuid and r.status = any(${[...CONCERNED]}) and a."disabledAt" is null
      and (a.id is null or a."emailConfirmedAt" is not null)
    order by r."createdAt", r.id`
}

/** How many people would be told of a change. */
export async function countConcerned(sql: Sql, id: string): Promise<number> {
  return (await findConcerned(sql, id)).length
}

/** Raises the sequence number of the calendar event, so that calendars take it for a newer one. */
export async function raiseSequence(sql: Sql, id: string): Promise<void> {
  await sql.$executeRaw`update "Seminar" set sequence = sequence + 1 where id = ${id}::uuid`
}
