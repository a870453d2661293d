import 'server-only'
import { type Closing, closingOf, fewestToClose } from '@/domain/cohort/closed-group'
import {
  discloseGroup,
  type FirstAttempt,
  type GroupReport,
  groupReportSchema,
  type LearningReport,
  reportLearning,
} from '@/domain/cohort/statistics/learning-report'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import { readAnswer } from '@/domain/exam/read-answer'
import { readCitation } from '@/domain/library/resolve-citation'
import type { Permit } from '../auth/permit'
import { BoundedMap } from '../bounded-map'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { db } from '../db/client'
import { findClosedGroups, type GroupsOf, insertClosedGroup } from '../db/closed-groups'
import type { CohortRow } from '../db/cohorts'
import { type FirstAttemptRow, findFirstAttempts } from '../db/first-attempts'

export type Learning = {
  release: LoadedRelease
  /** The end of the evening on which the last group closed; null before the first. */
  snapshot: Date | null
  report: LearningReport
  /** How many people must have handed in at least before the figures change. */
  nextGroup: number
}
type Snapshot = Omit<Learning, 'release'>

// What a day's look has found does not change that day, and answers are read and graded for it once.
const snapshots = new BoundedMap<string, Promise<Snapshot>>(200)

/**
 * What the closed groups of a cohort's answers come to. The only way that anything of an answer to the exam reaches its staff.
 *
 * @see docs/decisions/0021-closed-groups.md
 */
export async function cohortLearning(_: Permit<'statistics:read'>, cohort: CohortRow, now: Date): Promise<Learning> {
  const release = await loadRelease(cohort.releaseId)
  const closing = closingOf(cohort, now)
  const key = `${cohort.id} ${release.id} ${closing.until.getTime()} ${closing.isOver}`
  const known = snapshots.get(key)
  if (known) return { release, ...(await known) }
  const taking = takeSnapshot(cohort, release, closing)
  snapshots.set(key, taking)
  taking.catch(() => snapshots.delete(key))
  return { release, ...(await taking) }
}

async function takeSnapshot(cohort: CohortRow, release: LoadedRelease, closing: Closing): Promise<Snapshot> {
  const groups = await closedGroups(cohort, release, closing)
  const report = reportLearning(
    groups.map((group) => group.report),
    release.course.bank,
  )
  return { snapshot: groups.at(-1)?.until ?? null, report, nextGroup: fewestToClose(report.people, closing) }
}

type Group = { until: Date; report: GroupReport }

/** The groups that have closed, with the one that closes now. Whoever looks first closes it, and the others read the same. */
async function closedGroups(cohort: CohortRow, release: LoadedRelease, closing: Closing): Promise<Group[]> {
  const of: GroupsOf = { cohortId: cohort.id, releaseId: release.id, answers: 'exam' }
  const groups = await readGroups(of)
  const from = groups.at(-1)?.until ?? null
  const { until } = closing
  if (from && until <= from) return groups
  const rows = await findFirstAttempts(db(), cohort, { from, until })
  const counted = groups.reduce((people, { report }) => people + report.people, 0)
  if (rows.length < fewestToClose(counted, closing)) return groups
  const kept = { number: groups.length + 1, until, figures: discloseRows(rows, release) }
  const isFirst = await insertClosedGroup(db(), of, kept)
  return isFirst ? [...groups, { until, report: kept.figures }] : readGroups(of)
}

async function readGroups(of: GroupsOf): Promise<Group[]> {
  const rows = await findClosedGroups(db(), of)
  return rows.map(({ until, figures }) => ({ until, report: groupReportSchema.parse(figures) }))
}

function discloseRows(rows: readonly FirstAttemptRow[], release: LoadedRelease): GroupReport {
  const { bank, exam } = release.course
  const form = exam?.questions === bank.length ? bank.map(({ id }) => id) : null
  return discloseGroup(
    rows.flatMap((row) => gradeRow(row, release)),
    bank,
    form,
  )
}

function gradeRow({ attemptId, language, questions }: FirstAttemptRow, release: LoadedRelease): FirstAttempt[] {
  return questions.map(({ questionId, answer, certainty }) => {
    const key = release.questions.get(questionId)
    if (!key) throw new Error(`question ${questionId} is not in release ${release.number}`)
    const read = answer && readAnswer(key, answer)
    return {
      personKey: attemptId,
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
