import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Db } from './client'

/** The completion register of one person in a cohort. No column of it holds an answer. */
export type ProgressRow = {
  memberId: string
  accountId: string
  nameArabic: string
  nameLatin: string
  email: string
  function: string
  locale: Locale
  /** Where letters reach her; null: her account is closed to her. */
  address: string | null
  /** When she was enrolled in the course; null: her account holds no enrolment any more. */
  enrolledAt: Date | null
  doneLessons: string[] | null
  lastReadAt: Date | null
  attempts: number
  lastAttemptAt: Date | null
  passed: boolean
  certificate: string | null
  remindedAt: Date | null
}

/** Everyone who takes part, in one query whatever their number: each join goes by an index of this cohort's people alone. */
export async function findProgress(db: Db, cohortId: string, courseId: string): Promise<ProgressRow[]> {
  return db.$queryRaw<ProgressRow[]>`
    select m.id as "memberId", a.id as "accountId", a."nameArabic", a."nameLatin", m.email, a."function", a.locale,
      a.address, e."enrolledAt",
      l.done as "doneLessons", l."readAt" as "lastReadAt", t.attempts::int as attempts, t."lastAt" as "lastAttemptAt",
      coalesce(t.passed, false) as passed, c.number as certificate, r.at as "remindedAt"
    from "CohortMember" m
      join lateral (
        select b.id, b."nameArabic", b."nameLatin", b."function", b.locale,
          case when b."emailConfirmedAt" is not null and b."disabledAt" is null then b.email end as address
        from "Account" b
        -- Kept apart by the offset: planned together, the accounts of the whole country would be read through and hashed.
        where b.id = m."accountId" offset 0) a on true
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
      left join lateral (
        select array_agg(s."lessonId") filter (where s."completedAt" is not null) as done, max(s."readAt") as "readAt"
        from "LessonState" s where s."enrolmentId" = e.id) l on true
      left join lateral (
        select count(*) as attempts, bool_or(x.passed) as passed, max(coalesce(x."handedInAt", x."startedAt")) as "lastAt"
        from "Attempt" x where x."enrolmentId" = e.id) t on true
      left join lateral (
        select k.number from "Certificate" k
        where k."accountId" = a.id and k."courseId" = ${courseId} and k."revokedAt" is null
          and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id)
        order by k."issuedAt" desc limit 1) c on true
      left join lateral (select max(d.at) as at from "Reminder" d where d."memberId" = m.id) r on true
    where m."cohortId" = ${cohortId}::uuid and m.status = 'active'
    order by a."nameLatin", m.id`
}

export type StatusCounts = Partial<Record<string, number>>

/** How many stand where. */
export async function countByStatus(db: Db, cohortId: string): Promise<StatusCounts> {
  const rows = await db.cohortMember.groupBy({ by: ['status'], where: { cohortId }, _count: true })
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
}
