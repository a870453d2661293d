import 'server-only'
import {
  groupReportSchema,
  type LearningReport,
  type QuestionReport,
  reportLearning,
} from '@/domain/cohort/statistics/learning-report'
import { FIGURE_FAULTS, type FigureFault } from '@/domain/editorial/queue'
import { isGradedAlike } from '@/domain/exam/public-question'
import { memoize } from '@/domain/memoize'
import { currentReleases, type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { findExamGroups } from '../db/editorial-queue'

/** Below this share of right answers a question is too hard, or its key is wrong. */
const LOWEST_FACILITY = 0.3
/** From this share on, those who are wrong about a provision are sure that they are right. */
const CONFIDENT = 0.5

/** What is wrong with the figures of each question of a bank, by its course and id. */
export type QuestionFaults = ReadonlyMap<string, readonly FigureFault[]>

export const nameOfQuestion = (courseId: string, id: string) => `${courseId} ${id}`

const faults = memoize((releases: readonly LoadedRelease[], _hour: number) => findFaults(releases), {
  key: (releases, hour) => `${releases.map(({ id }) => id).join(' ')} ${hour}`,
  limit: 1,
})

/**
 * The questions whose figures are bad, over all cohorts. They are made of figures that closed groups have disclosed, and
 * of nothing else, so that no difference of two of them is about fewer than five people. Found anew each hour: groups
 * close once a day.
 */
export async function questionFaults(now: Date): Promise<QuestionFaults> {
  return faults(await currentReleases(), Math.floor(now.getTime() / 3_600_000))
}

async function findFaults(releases: readonly LoadedRelease[]): Promise<QuestionFaults> {
  const groups = await findExamGroups(
    sql(),
    releases.map(({ courseId }) => courseId),
  )
  const found = new Map<string, readonly FigureFault[]>()
  for (const release of releases) {
    const own = groups.filter(({ courseId }) => courseId === release.courseId)
    const reports = await Promise.all(own.map((group) => asAskedNow(group, release)))
    const report = reportLearning(reports, release.course.bank)
    for (const question of report.questions) {
      const wrong = faultsOf(question, report)
      if (wrong.length > 0) found.set(nameOfQuestion(release.courseId, question.id), wrong)
    }
  }
  return found
}

/** Leaves out the questions that have changed since: nobody was asked what they say now. */
async function asAskedNow({ releaseId, figures }: { releaseId: string; figures: unknown }, release: LoadedRelease) {
  const report = groupReportSchema.parse(figures)
  if (releaseId === release.id) return report
  const then = await loadRelease(releaseId)
  const isSame = (id: string) => {
    const [before, after] = [then.questions.get(id), release.questions.get(id)]
    return before !== undefined && after !== undefined && isGradedAlike(before, after)
  }
  return { ...report, questions: report.questions.filter(({ id }) => isSame(id)) }
}

function faultsOf(question: QuestionReport, { provisions }: LearningReport): FigureFault[] {
  const { facility, concern, mistranslated } = question
  const sure = provisions.some(
    ({ provision, confident }) =>
      question.provisions.includes(provision) && confident.status === 'shown' && confident.rate >= CONFIDENT,
  )
  const holds: Record<FigureFault, boolean> = {
    facility: facility.status === 'shown' && facility.rate < LOWEST_FACILITY,
    discrimination: concern !== null,
    confident: sure && facility.status === 'shown' && facility.rate < CONFIDENT,
    language: mistranslated.length > 0,
  }
  return FIGURE_FAULTS.filter((fault) => holds[fault])
}
