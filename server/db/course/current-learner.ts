import 'server-only'
import type { Note } from '@/domain/note/note'
import { Prisma } from '@/generated/prisma/client'
import { isLive, SESSION_COLUMNS, type SessionRow } from '../auth/sessions'
import { type QuestionRow, questionsOf } from '../exam/attempts'
import { type NotesJson, notesJsonIn, readNotes } from '../note/notes'
import { PRACTICE_ANSWERS_JSON, type PracticeAnswerRow } from '../practice/practice-answers'
import type { Sql } from '../sql'
import { CORRECTIONS_JSON, type Corrections, type CorrectionsJson, readCorrections } from './corrections'
import { type AttemptRow, LEARNER_COLUMNS, type Learner, type LearnerRow, readLearner } from './learners'

/** The caller's session and enrolment in a course. */
export type CurrentLearner = {
  session: SessionRow | null
  learner: Learner | null
  /** The questions of her attempt under way; undefined if they were not asked for, or there is none. */
  questions?: QuestionRow[] | undefined
  /** Her own data that a lesson shows; undefined if it was not asked for. */
  work?: LessonWork | undefined
}
/**
 * The last answers of a learner to the inline questions of a course, her notes on one of its lessons, and what was
 * corrected in the course since she began it.
 */
export type LessonWork = { answers: readonly PracticeAnswerRow[]; notes: readonly Note[]; corrections: Corrections }
/** @param lessonId if given, her own data that this lesson shows is read too. */
export type LearnerQuery = { courseId: string; withQuestions: boolean; lessonId?: string | undefined }

export const NOBODY: CurrentLearner = { session: null, learner: null }

/** The caller's session and one of her attempts. */
export type Examinee = {
  session: SessionRow | null
  attempt: AttemptRow | null
  /** Undefined if they were not asked for. */
  questions?: QuestionRow[] | undefined
  /** The time by the clock of the database, in ms since 1970. */
  clockMs: number
}
/** @param attemptId the attempt in the request; null: the one under way. */
export type ExamineeQuery = { courseId: string; attemptId: string | null; withQuestions: boolean }

/** The columns of the enrolment are null if there is none. */
type Row = SessionRow &
  (LearnerRow | { enrolmentId: null }) & {
    questions: QuestionRow[] | null
    answers: PracticeAnswerRow[] | null
    notes: NotesJson
    corrections: CorrectionsJson
  }

/** The attempt under way of `"Enrolment" e`: there is at most one. */
const UNDER_WAY = Prisma.sql`(select o.id from "Attempt" o where o."enrolmentId" = e.id and o."handedInAt" is null)`

/** The live session and the enrolment of its account, in one query: nearly every page of a learner needs it. */
export async function findCurrentLearner(
  sql: Sql,
  sessionId: string,
  { courseId, withQuestions, lessonId }: LearnerQuery,
  now: Date,
): Promise<CurrentLearner> {
  const none = Prisma.sql`null`
  const rows = await sql.$queryRaw<Row[]>`
    select ${SESSION_COLUMNS}, ${LEARNER_COLUMNS}, ${withQuestions ? questionsOf(UNDER_WAY) : none} as questions,
      ${lessonId === undefined ? none : PRACTICE_ANSWERS_JSON} as answers,
      ${lessonId === undefined ? none : notesJsonIn(courseId, lessonId)} as notes,
      ${lessonId === undefined ? none : CORRECTIONS_JSON} as corrections
    from "Session" s join "Account" a on a.id = s."accountId"
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
    where s.id = ${sessionId}::uuid and ${isLive(now)}`
  const row = rows[0]
  if (!row) return NOBODY
  const { accountId, confirmed, locale, nameArabic, nameLatin, unseen, questions, answers, notes, corrections } = row
  return {
    session: { sessionId, accountId, confirmed, locale, nameArabic, nameLatin, unseen },
    learner: row.enrolmentId === null ? null : readLearner(row),
    questions: questions ?? undefined,
    work:
      lessonId === undefined
        ? undefined
        : { answers: answers ?? [], notes: readNotes(notes), corrections: readCorrections(corrections) },
  }
}

export const NO_EXAMINEE: Examinee = { session: null, attempt: null, clockMs: 0 }

const CLOCK_MS = Prisma.sql`floor(extract(epoch from clock_timestamp()) * 1000)::float8`

/** The live session and one attempt of its account in a course. */
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
