import 'server-only'
import type { DoneRow } from '@/domain/case/practice-kind'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberStatus } from '@/domain/cohort/membership'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { isCounted } from '../exam/regrades'
import type { Sql } from '../sql'
import { enrolledSince, isShown } from './shown-from'

/** The progress of one person in one course: what is done and when. No column contains an answer. */
export type CourseProgressRow = {
  courseId: string
  /** When she last read or answered, or else when she was enrolled. */
  lastActiveAt: Date
  lessons: readonly { id: string; at: string }[]
  /** How often she has handed in the exam, without attempts that were given back. */
  handedIn: number
  passedAt: Date | null
  certified: boolean
  /** The practice that she has done, of the course or of no course: only that it is done, not when or how. */
  practised: readonly Pick<DoneRow, 'kind' | 'caseId'>[]
}

/**
 * A member's progress in the courses of her cohort, in one query. A course in which she is not enrolled has no row; a
 * course to which the cohort brought her later has an empty row until she works in it.
 */
export async function findCourseProgress(sql: Sql, memberId: string): Promise<CourseProgressRow[]> {
  const [e, p, m] = [Prisma.sql`e`, Prisma.sql`p`, Prisma.sql`m`]
  return sql.$queryRaw<CourseProgressRow[]>`
    select e."courseId", greatest(e."enrolledSince",
        (select max(l."readAt") from "LessonState" l where l."enrolmentId" = e.shown),
        (select max(coalesce(t."handedInAt", t."startedAt")) from "Attempt" t where t."enrolmentId" = e.shown)
      ) as "lastActiveAt",
      coalesce((select json_agg(json_build_object('id', l."lessonId", 'at', l."completedAt") order by l."completedAt")
        from "LessonState" l where l."enrolmentId" = e.shown and l."completedAt" is not null), '[]') as lessons,
      (select count(*)::int from "Attempt" t where t."enrolmentId" = e.shown and ${isCounted(Prisma.sql`t`)}) as "handedIn",
      (select min(t."handedInAt") from "Attempt" t where t."enrolmentId" = e.shown and t.passed) as "passedAt",
      e.shown is not null and exists (select 1 from "Certificate" k where k."accountId" = e."accountId" and k."courseId" = e."courseId"
        and k."revokedAt" is null and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id)
      ) as certified,
      coalesce((select json_agg(json_build_object('kind', d.kind, 'caseId', d."caseId")) from "PracticeDone" d
        where e.shown is not null and d."accountId" = e."accountId"
          and (d."courseId" = e."courseId" or d."courseId" is null)), '[]') as practised
    from (
      select e."accountId", e."courseId", ${enrolledSince(e, p, m)} as "enrolledSince",
        case when ${isShown(e, p, m)} then e.id end as shown
      from "CohortMember" m join "CohortCourse" p on p."cohortId" = m."cohortId"
        join "Enrolment" e on e."accountId" = m."accountId" and e."courseId" = p."courseId"
      where m.id = ${memberId}::uuid) e`
}

export type MoveRow = {
  at: Date
  from: MemberStatus | null
  to: MemberStatus
  reason: string | null
  byId: string | null
  /** Null if nobody did it, or her account was deleted. */
  by: { nameArabic: string; nameLatin: string } | null
}

/** The history of a place, the newest first. */
export async function findMoves(db: Db, memberId: string): Promise<MoveRow[]> {
  const rows = await db.memberMove.findMany({
    where: { memberId },
    select: {
      at: true,
      from: true,
      to: true,
      reason: true,
      byId: true,
      by: { select: { nameArabic: true, nameLatin: true } },
    },
    orderBy: { id: 'desc' },
  })
  return rows.map((row) => ({ ...row, from: row.from as MemberStatus | null, to: row.to as MemberStatus }))
}

/** The kinds of letters about a place in a cohort. */
export const PLACE_LETTERS = ['invitation', 'admitted', 'queued', 'refused', 'courseAdded', 'reminder'] as const
export type PlaceLetter = {
  kind: (typeof PLACE_LETTERS)[number]
  state: LetterState
  createdAt: Date
  sentAt: Date | null
}

/** The letters about a place that are still kept, the newest first, without their words. */
export async function findPlaceLetters(db: Db, memberId: string): Promise<PlaceLetter[]> {
  const rows = await db.mail.findMany({
    where: { memberId, kind: { in: [...PLACE_LETTERS] } },
    select: { kind: true, state: true, createdAt: true, sentAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows as PlaceLetter[]
}
