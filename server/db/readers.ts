import 'server-only'
import type { Db } from './client'
import { LEARNER_COLUMNS, type Learner, type LearnerRow, readLearner } from './learners'
import { SESSION_COLUMNS, type SessionRow } from './sessions'

/** Who reads, and where she stands in a course. */
export type Reader = { session: SessionRow | null; learner: Learner | null }

export const NOBODY: Reader = { session: null, learner: null }

/** What stands of an enrolment is null when there is none. */
type Row = SessionRow & (LearnerRow | { enrolmentId: null })

/** The live session together with its person's enrolment, in one query: what nearly every page of a learner asks for. */
export async function findReader(db: Db, sessionId: string, courseId: string, now: Date): Promise<Reader> {
  const rows = await db.$queryRaw<Row[]>`
    select ${SESSION_COLUMNS}, ${LEARNER_COLUMNS}
    from "Session" s join "Account" a on a.id = s."accountId"
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
    where s.id = ${sessionId}::uuid and s."expiresAt" > ${now} and a."disabledAt" is null`
  const row = rows[0]
  if (!row) return NOBODY
  const { accountId, confirmed, locale, nameArabic, nameLatin } = row
  const session = { sessionId, accountId, confirmed, locale, nameArabic, nameLatin }
  return { session, learner: row.enrolmentId === null ? null : readLearner(row) }
}
