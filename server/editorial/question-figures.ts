import 'server-only'
import {
  groupReportSchema,
  type LearningReport,
  type QuestionReport,
  type Rate,
  reportLearning,
} from '@/domain/cohort/statistics/learning-report'
import { FIGURE_FAULTS, type FigureFault } from '@/domain/editorial/queue'
import { memoize } from '@/domain/memoize'
import { isGradedAlike } from '@/domain/question/public-question'
import { currentRelease, currentReleases, type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { findExamGroups } from '../db/editorial/editorial-queue'
import type { PresentText } from './present-text'

/** Below this share of right answers a question is too hard, or its key is wrong. */
const LOWEST_FACILITY = 0.3
/** If at least this share of those who are wrong about a provision are sure, the question has a fault. */
const CONFIDENT = 0.5

/** The faults in the figures of bank questions, by `nameOfQuestion`. A question without faults is left out. */
export type QuestionFaults = ReadonlyMap<string, readonly FigureFault[]>

/** The figures of a question of a bank, each shown or hidden with its reason. */
export type QuestionFigures = QuestionReport & {
  /** For each provision that it cites: the share of those wrong about it who were sure. The label is the provision. */
  confident: readonly Rate[]
  faults: readonly FigureFault[]
}

export const nameOfQuestion = (courseId: string, id: string) => `${courseId} ${id}`

const figures = memoize((releases: readonly LoadedRelease[], _hour: number) => readFigures(releases), {
  key: (releases, hour) => `${releases.map(({ id }) => id).join(' ')} ${hour}`,
  limit: 1,
})

/**
 * The figures of all questions that people have been asked, over all cohorts. They are computed only from the disclosed
 * figures of closed groups, so that no difference of two of them is about fewer than five people. Computed again each
 * hour: groups close once a day.
 */
async function figuresNow(now: Date) {
  return figures(await currentReleases(), Math.floor(now.getTime() / 3_600_000))
}

/** The questions whose figures show a fault. */
export async function questionFaults(now: Date): Promise<QuestionFaults> {
  return (await figuresNow(now)).faults
}

/** The figures of the questions of a bank under review, by their ids. A question that the draft changed has none. */
export async function figuresOfBank({ key, source }: PresentText, now: Date): Promise<Map<string, QuestionFigures>> {
  const [{ questions }, release] = await Promise.all([figuresNow(now), currentRelease(key.id)])
  const found = (source.course?.bank ?? []).flatMap((question): [string, QuestionFigures][] => {
    const published = release?.questions.get(question.id)
    const known = questions.get(nameOfQuestion(key.id, question.id))
    return known && published && isGradedAlike(published, question) ? [[question.id, known]] : []
  })
  return new Map(found)
}

async function readFigures(releases: readonly LoadedRelease[]) {
  const groups = await findExamGroups(
    sql(),
    releases.map(({ courseId }) => courseId),
  )
  const questions = new Map<string, QuestionFigures>()
  for (const release of releases) {
    const own = groups.filter(({ courseId }) => courseId === release.courseId)
    const reports = await Promise.all(own.map((group) => asAskedNow(group, release)))
    const report = reportLearning(reports, release.course.bank)
    for (const question of report.questions)
      questions.set(nameOfQuestion(release.courseId, question.id), withFaults(question, report))
  }
  const bad = [...questions].filter(([, { faults }]) => faults.length > 0)
  return { questions, faults: new Map(bad.map(([name, { faults }]) => [name, faults])) }
}

/** Leaves out the questions that have changed since: nobody has answered their present wording. */
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

function withFaults(question: QuestionReport, { provisions }: LearningReport): QuestionFigures {
  const { facility, concern, mistranslated } = question
  const confident = provisions
    .filter(({ provision }) => question.provisions.includes(provision))
    .map((cited) => ({ ...cited.confident, label: cited.provision }))
  const sure = confident.some((rate) => rate.status === 'shown' && rate.rate >= CONFIDENT)
  const holds: Record<FigureFault, boolean> = {
    facility: facility.status === 'shown' && facility.rate < LOWEST_FACILITY,
    discrimination: concern !== null,
    confident: sure && facility.status === 'shown' && facility.rate < CONFIDENT,
    language: mistranslated.length > 0,
  }
  return { ...question, confident, faults: FIGURE_FAULTS.filter((fault) => holds[fault]) }
}
