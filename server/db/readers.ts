import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { type QuestionRow, questionsOf } from './attempts'
import { type AttemptRow, LEARNER_COLUMNS, type Learner, type LearnerRow, readLearner } from './learners'
import { isLive, SESSION_COLUMNS, type SessionRow } from './sessions'
import type { Sql } from './sql'

/** The caller's session and her enrolment in a course. */
export type CurrentLearner = {
  session: SessionRow | null
  learner: Learner | null
  /** Of her attempt under way; undefined when they were not asked for, or there is none. */
  questions?: QuestionRow[] | undefined
}
export type LearnerQuery = { courseId: string; withQuestions: boolean }

export const NOBODY: CurrentLearner = { session: null, learner: null }

/** The caller's session and one attempt of hers. */
export type Examinee = {
  session: SessionRow | null
  attempt: AttemptRow | null
  /** Undefined when they were not asked for. */
  questions?: QuestionRow[] | undefined
  /** What the clock of the database says, in ms since 1970. */
  clockMs: number
}
/** @param attemptId the one she names; null: the one under way. */
export type ExamineeQuery = { courseId: string; attemptId: string | null; withQuestions: boolean }

/** What stands of an enrolment is null when there is none. */
type Row = SessionRow & (LearnerRow | { enrolmentId: null }) & { questions: QuestionRow[] | null }

/** Of `"Enrolment" e`: one at a time. */
const UNDER_WAY = Prisma.sql`(select o.id from "Attempt" o where o."enrolmentId" = e.id and o."handedInAt" is null)`

/** The live session together with its person's enrolment, in one query: what nearly every page of a learner asks for. */
export async function findCurrentLearner(
  sql: Sql,
  sessionId: string,
  { courseId, withQuestions }: LearnerQuery,
  now: Date,
): Promise<CurrentLearner> {
  const rows = await sql.$queryRaw<Row[]>`
    select ${SESSION_COLUMNS}, ${LEARNER_COLUMNS}, ${withQuestions ? questionsOf(UNDER_WAY) : Prisma.sql`null`} as questions
    from "Session" s join "Account" a on a.id = s."accountId"
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
    where s.id = ${sessionId}::uuid and ${isLive(now)}`
  const row = rows[0]
  if (!row) return NOBODY
  const { accountId, confirmed, locale, nameArabic, nameLatin, unseen, questions } = row
  const session = { sessionId, accountId, confirmed, locale, nameArabic, nameLatin, unseen }
  return { session, learner: row.enrolmentId === null ? null : readLearner(row), questions: questions ?? undefined }
}

export const NO_EXAMINEE: Examinee = { session: null, attempt: null, clockMs: 0 }

const CLOCK_MS = Prisma.sql`floor(extract(epoch from clock_timestamp()) * 1000)::float8`

/** The live session together with one attempt of its person in a course. */
export async function findExaminee(
  sql: Sql,
  sessionId: string,
  { courseId, attemptId, withQuestions }: ExamineeQuery,
  now: Date,
): Promise<Examinee> {
  const named = attemptId === null ? UNDER_WAY : Prisma.sql`${attemptId}::uuid`
  const rows = await sql.$queryRaw<
    (SessionRow & (AttemptRow | { id: null }) & { questions: QuestionRow[] | null; clockMs: number })[]
  >`
    select ${SESSION_COLUMNS}, t.id, t.number, t."releaseId", t."startedAt", t."handedInAt", t.earned, t.possible, t.passed,
      ${withQuestions ? questionsOf(Prisma.sql`t.id`) : Prisma.sql`null`} as questions, ${CLOCK_MS} as "clockMs"
    from "Session" s join "Account" a on a.id = s."accountId"
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
      left join "Attempt" t on t."enrolmentId" = e.id and t.id = ${named}
    where s.id = ${sessionId}::uuid and ${isLive(now)}`
  const row = rows[0]
  if (!row) return NO_EXAMINEE
  const { accountId, confirmed, locale, nameArabic, nameLatin, unseen } = row
  return {
    session: { sessionId, accountId, confirmed, locale, nameArabic, nameLatin, unseen },
    attempt: row.id === null ? null : attemptIn(row),
    questions: row.questions ?? undefined,
    clockMs: row.clockMs,
  }
}

function attemptIn({ id, number, releaseId, startedAt, handedInAt, earned, possible, passed }: AttemptRow): AttemptRow {
  return { id, number, releaseId, startedAt, handedInAt, earned, possible, passed }
}
