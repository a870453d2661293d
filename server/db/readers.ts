import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { OPEN_QUESTIONS, type QuestionRow } from './attempts'
import type { Db } from './client'
import { LEARNER_COLUMNS, type Learner, type LearnerRow, readLearner } from './learners'
import { SESSION_COLUMNS, type SessionRow } from './sessions'

/** Who reads, and where she stands in a course. */
export type Reader = {
  session: SessionRow | null
  learner: Learner | null
  /** Of her attempt under way; undefined when they were not asked for, or there is none. */
  questions?: QuestionRow[] | undefined
}
export type ReaderQuery = { courseId: string; withQuestions: boolean }

export const NOBODY: Reader = { session: null, learner: null }

/** What stands of an enrolment is null when there is none. */
type Row = SessionRow & (LearnerRow | { enrolmentId: null }) & { questions: QuestionRow[] | null }

/** The live session together with its person's enrolment, in one query: what nearly every page of a learner asks for. */
export async function findReader(
  db: Db,
  sessionId: string,
  { courseId, withQuestions }: ReaderQuery,
  now: Date,
): Promise<Reader> {
  const rows = await db.$queryRaw<Row[]>`
    select ${SESSION_COLUMNS}, ${LEARNER_COLUMNS}, ${withQuestions ? OPEN_QUESTIONS : Prisma.sql`null`} as questions
    from "Session" s join "Account" a on a.id = s."accountId"
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
    where s.id = ${sessionId}::uuid and s."expiresAt" > ${now} and a."disabledAt" is null`
  const row = rows[0]
  if (!row) return NOBODY
  const { accountId, confirmed, locale, nameArabic, nameLatin, questions } = row
  const session = { sessionId, accountId, confirmed, locale, nameArabic, nameLatin }
  return { session, learner: row.enrolmentId === null ? null : readLearner(row), questions: questions ?? undefined }
}
