import 'server-only'
import { countedUntil, snapshotAt } from '@/domain/cohort/snapshot'
import { type FirstAttempt, type LearningReport, reportLearning } from '@/domain/cohort/statistics/learning-report'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import { readAnswer } from '@/domain/exam/read-answer'
import { readCitation } from '@/domain/library/resolve-citation'
import type { Permit } from '../auth/permit'
import { BoundedMap } from '../bounded-map'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { db } from '../db/client'
import type { CohortRow } from '../db/cohorts'
import { type FirstAttemptRow, findFirstAttempts } from '../db/first-attempts'

export type Learning = {
  release: LoadedRelease
  /** The end of the day of which the figures are; null before the first five people. */
  snapshot: Date | null
  report: LearningReport
}
type Snapshot = Omit<Learning, 'release'>

// A snapshot never changes, and answers are read and graded for it once; what is kept of them is what may be shown.
const snapshots = new BoundedMap<string, Promise<Snapshot>>(200)

/** What a cohort's answers come to, of the newest snapshot. The only way that anything of an answer reaches its staff. */
export async function cohortLearning(_: Permit<'statistics:read'>, cohort: CohortRow, now: Date): Promise<Learning> {
  const release = await loadRelease(cohort.releaseId)
  const until = countedUntil(cohort, now)
  const key = `${cohort.id} ${release.id} ${until.getTime()}`
  const known = snapshots.get(key)
  if (known) return { release, ...(await known) }
  const taking = takeSnapshot(cohort, release, until)
  snapshots.set(key, taking)
  taking.catch(() => snapshots.delete(key))
  return { release, ...(await taking) }
}

async function takeSnapshot(cohort: CohortRow, release: LoadedRelease, until: Date): Promise<Snapshot> {
  const rows = await findFirstAttempts(db(), cohort, until)
  const { bank, exam } = release.course
  const times = rows.map(({ countedAt }) => countedAt)
  const snapshot = snapshotAt(times, until)
  const counted = rows.filter(({ countedAt }) => snapshot !== null && countedAt < snapshot)
  const form = exam?.questions === bank.length ? bank.map(({ id }) => id) : null
  const attempts = counted.flatMap((row) => gradeRow(row, release))
  return { snapshot, report: reportLearning(attempts, bank, form) }
}

function gradeRow({ accountId, language, questions }: FirstAttemptRow, release: LoadedRelease): FirstAttempt[] {
  return questions.map(({ questionId, answer, certainty }) => {
    const key = release.questions.get(questionId)
    if (!key) throw new Error(`question ${questionId} is not in release ${release.number}`)
    const read = answer && readAnswer(key, answer)
    return {
      personKey: accountId,
      language,
      questionId,
      provisions: provisionsOf(key.cites, release),
      score: gradeAnswer(key, answer),
      chosen: Array.isArray(read) ? read : [],
      certainty,
    }
  })
}

/** The articles that are cited, each once: paragraphs of one would be about too few people. */
function provisionsOf(cites: readonly string[], { course }: LoadedRelease): string[] {
  const cited = cites.flatMap((cite) => readCitation(cite)?.provision ?? [])
  return [...new Set(cited)].filter((id) => Object.hasOwn(course.provisions, id))
}
