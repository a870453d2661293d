import 'server-only'
import type { DoneRow } from '@/domain/case/practice-kind'
import type { TestForm } from '@/domain/cohort/test-availability'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { RegradeKey } from '../exam/regrades'
import type { Sql } from '../sql'
import { releaseRead } from './releases'

export type LessonRow = {
  lessonId: string
  block: number
  readAt: Date
  completedAt: Date | null
  endReached: boolean
  takenBackAt: Date | null
}
/** Where she reads. If `block` is null, the place in the lesson stays. `end`: she has come to the end of the lesson. */
export type LessonPlace = { block: number | null; end: boolean }
export type AttemptRow = {
  id: string
  number: number
  releaseId: string
  startedAt: Date
  handedInAt: Date | null
  earned: number | null
  possible: number | null
  passed: boolean | null
  /** It failed because of a wrong key, and does not count. */
  givenBack?: boolean
  /** The proposals for which it was graded again. */
  regrades?: readonly RegradeKey[]
}
/** Everything about one enrolment that the learner's pages need: her progress, never her answers. */
export type Learner = {
  enrolmentId: string
  accountId: string
  courseId: string
  /** The release that she reads: the one that she began with, or the one that corrects it. */
  releaseId: string
  lessons: readonly LessonRow[]
  attempts: readonly AttemptRow[]
  /** The number of the certificate in force, if she holds one. */
  certificate: string | null
  /** The cohort in which she takes the course; null if she takes it by herself. */
  cohort: LearnerCohort | null
  /** The practice that she has done: that of the course, and that which belongs to no course. */
  practised: readonly Pick<DoneRow, 'kind' | 'caseId'>[]
  /** True if the operator admitted her. */
  admitted: boolean
  /** True if she had a role in the commission, and has none there now. */
  leftCommission: boolean
}
export type LearnerCohort = {
  id: string
  name: string
  startsOn: Day
  endsOn: Day
  examOpensOn: Day | null
  /** True if it has a tutor, who can be asked. */
  tutored: boolean
  /** The deadlines by step: the id of a lesson, or `exam`. */
  deadlines: Readonly<Record<string, Day>> | null
  /**
   * When she handed in each test of the cohort (null: not yet), as JSON writes a time; null if the cohort has no tests.
   */
  tests: Readonly<Record<TestForm, string | null>> | null
}

type Dated<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }
export type LearnerRow = Omit<Learner, 'lessons' | 'attempts'> & {
  lessons: Dated<LessonRow>[] | null
  attempts: (Dated<Omit<AttemptRow, 'regrades'>> & { regrades?: (RegradeKey & { effect: string })[] | null })[] | null
}

/** For columns of `"Enrolment" e`: its owner had a role in the commission, and has none there now. */
export const LEFT_COMMISSION = Prisma.sql`coalesce((select not bool_or(r."endedAt" is null and i."archivedAt" is null)
    from "Role" r join "Institution" i on i.id = r."institutionId"
    where r."accountId" = e."accountId" and i.kind = 'commission'), false)`

/**
 * For columns of `"Enrolment" e`, except its account. It is one row, whatever the size of the course, so that frequent
 * pages stay fast.
 */
export const LEARNER_COLUMNS = Prisma.sql`e.id as "enrolmentId", e."courseId",
  ${releaseRead(Prisma.sql`e."releaseId"`)} as "releaseId",
  (select json_agg(json_build_object('lessonId', l."lessonId", 'block', l.block, 'readAt', l."readAt",
      'completedAt', l."completedAt", 'endReached', l."endReached", 'takenBackAt', l."takenBackAt")) from "LessonState" l where l."enrolmentId" = e.id) as lessons,
  (select json_agg(json_build_object('id', t.id, 'number', t.number, 'releaseId', t."releaseId",
      'startedAt', t."startedAt", 'handedInAt', t."handedInAt", 'earned', t.earned, 'possible', t.possible,
      'passed', t.passed, 'regrades', (select json_agg(json_build_object('id', p.id, 'courseId', p."courseId",
          'questionId', p."questionId", 'releaseId', p."releaseId", 'effect', g.effect) order by p.id)
        from "RegradedAttempt" g join "RegradeProposal" p on p.id = g."proposalId" where g."attemptId" = t.id)) order by t.number) from "Attempt" t where t."enrolmentId" = e.id) as attempts,
  (select c.number from "Certificate" c where c."accountId" = e."accountId" and c."courseId" = e."courseId"
      and c."revokedAt" is null and not exists (select 1 from "Certificate" n where n."supersedesId" = c.id)
    order by c."issuedAt" desc limit 1) as certificate,
  (select json_build_object('id', k.id, 'name', k.name, 'startsOn', k."startsOn", 'endsOn', k."endsOn",
      'examOpensOn', p."examOpensOn",
      'deadlines', (select json_object_agg(d.step, d."dueOn") from "Deadline" d
        where d."cohortId" = k.id and d."courseId" = e."courseId"),
      'tutored', exists (select 1 from "CohortTutor" t join "Role" r on r."accountId" = t."accountId"
        where t."cohortId" = k.id and r."institutionId" = k."institutionId" and r.role = 'tutor' and r."endedAt" is null),
      'tests', (select json_build_object('before', min(s."handedInAt") filter (where s.form = 'before'),
          'after', min(s."handedInAt") filter (where s.form = 'after'))
        from "TestForms" f left join "TestSitting" s on s."cohortId" = f."cohortId" and s."courseId" = f."courseId"
          and s."accountId" = e."accountId"
        where f."cohortId" = k.id and f."courseId" = e."courseId" group by f."cohortId"))
    from "CohortMember" m join "Cohort" k on k.id = m."cohortId"
      join "CohortCourse" p on p."cohortId" = k.id and p."courseId" = e."courseId"
    where m."accountId" = e."accountId" and m.status = 'active' and k."archivedAt" is null
    order by k."startsOn" desc limit 1) as cohort,
  coalesce((select json_agg(json_build_object('kind', d.kind, 'caseId', d."caseId")) from "PracticeDone" d
    where d."accountId" = e."accountId" and (d."courseId" = e."courseId" or d."courseId" is null)), '[]') as practised,
  e.admitted,
  ${LEFT_COMMISSION} as "leftCommission"`

export async function findLearners(sql: Sql, accountId: string): Promise<Learner[]> {
  const rows = await sql.$queryRaw<LearnerRow[]>`
    select e."accountId", ${LEARNER_COLUMNS} from "Enrolment" e
    where e."accountId" = ${accountId}::uuid order by e."enrolledAt", (
      select min(p.position) from "CohortMember" m join "CohortCourse" p on p."cohortId" = m."cohortId"
      where m."accountId" = e."accountId" and m.status = 'active' and p."courseId" = e."courseId")`
  return rows.map(readLearner)
}

export async function findLearner(sql: Sql, accountId: string, courseId: string): Promise<Learner | null> {
  const rows = await sql.$queryRaw<LearnerRow[]>`
    select e."accountId", ${LEARNER_COLUMNS} from "Enrolment" e
    where e."accountId" = ${accountId}::uuid and e."courseId" = ${courseId}`
  return rows[0] ? readLearner(rows[0]) : null
}

/**
 * Admits the person, and enrols her if she is not enrolled yet. @returns false if the operator had admitted her before.
 */
export async function admitLearner(sql: Sql, accountId: string, courseId: string, releaseId: string): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "Enrolment" as e (id, "accountId", "courseId", "releaseId", admitted)
    values (gen_random_uuid(), ${accountId}::uuid, ${courseId}, ${releaseId}::uuid, true)
    on conflict ("accountId", "courseId") do update set admitted = true where not e.admitted`
  return rows === 1
}

/** Enrols a person. Idempotent. */
export async function insertEnrolment(sql: Sql, accountId: string, courseId: string, releaseId: string): Promise<void> {
  await sql.$executeRaw`
    insert into "Enrolment" (id, "accountId", "courseId", "releaseId")
    values (gen_random_uuid(), ${accountId}::uuid, ${courseId}, ${releaseId}::uuid)
    on conflict ("accountId", "courseId") do nothing`
}

// If the person deletes her account in another tab, there is nothing left to note; this tab must not show an error for
// it.
const whileEnrolled = (enrolmentId: string) =>
  Prisma.sql`from "Enrolment" e where e.id = ${enrolmentId}::uuid for key share`

export async function saveLessonPlace(
  sql: Sql,
  enrolmentId: string,
  lessonId: string,
  { block, end }: LessonPlace,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "LessonState" ("enrolmentId", "lessonId", block, "openedAt", "readAt", "endReached")
    select e.id, ${lessonId}, ${block ?? 0}::int, ${now}::timestamptz, ${now}::timestamptz, ${end}
      ${whileEnrolled(enrolmentId)}
    on conflict ("enrolmentId", "lessonId") do update
      set "readAt" = ${now}, block = coalesce(${block}::int, "LessonState".block),
        "endReached" = "LessonState"."endReached" or ${end}`
}

/** The first completion counts, unless she takes it back. */
export async function completeLesson(sql: Sql, enrolmentId: string, lessonId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    insert into "LessonState" ("enrolmentId", "lessonId", "openedAt", "readAt", "completedAt")
    select e.id, ${lessonId}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz ${whileEnrolled(enrolmentId)}
    on conflict ("enrolmentId", "lessonId") do update
      set "readAt" = ${now}, "completedAt" = coalesce("LessonState"."completedAt", ${now})`
}

// She has begun the second test of the course in a cohort, even one in which she no longer takes part.
const SECOND_TEST_BEGUN = Prisma.sql`exists (select 1 from "TestSitting" s
  where s."accountId" = e."accountId" and s.form = 'after' and s."courseId" = e."courseId" and s."cohortId" is not null)`

export async function hasBegunSecondTest(sql: Sql, enrolmentId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "Enrolment" e where e.id = ${enrolmentId}::uuid and ${SECOND_TEST_BEGUN}`
  return rows.length > 0
}

/** Takes a completion back, unless she has begun an exam of the course or its second test. */
export async function reopenLesson(sql: Sql, enrolmentId: string, lessonId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "LessonState" l set "completedAt" = null, "takenBackAt" = ${now} from "Enrolment" e
    where e.id = ${enrolmentId}::uuid and l."enrolmentId" = e.id and l."lessonId" = ${lessonId}
      and l."completedAt" is not null
      and not exists (select 1 from "Attempt" t where t."enrolmentId" = e.id) and not ${SECOND_TEST_BEGUN}`
}

export function readLearner(row: LearnerRow): Learner {
  const {
    enrolmentId,
    accountId,
    courseId,
    releaseId,
    certificate,
    cohort,
    practised,
    admitted,
    leftCommission,
    lessons,
    attempts,
  } = row
  return {
    enrolmentId,
    accountId,
    courseId,
    releaseId,
    certificate,
    cohort,
    practised,
    admitted,
    leftCommission,
    lessons: (lessons ?? []).map((lesson) => ({
      ...lesson,
      readAt: new Date(lesson.readAt),
      completedAt: lesson.completedAt === null ? null : new Date(lesson.completedAt),
      takenBackAt: lesson.takenBackAt === null ? null : new Date(lesson.takenBackAt),
    })),
    attempts: (attempts ?? []).map(({ regrades, ...attempt }) => ({
      ...attempt,
      ...(regrades && { regrades, givenBack: regrades.some(({ effect }) => effect === 'given-back') }),
      startedAt: new Date(attempt.startedAt),
      handedInAt: attempt.handedInAt === null ? null : new Date(attempt.handedInAt),
    })),
  }
}
