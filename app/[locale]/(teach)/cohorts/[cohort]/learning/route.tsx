import { chartHtml } from '@/app/chart-html'
import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { CohortLearningPage, LEARNING_PARTS } from '@/components/cohort/learning/learning-page'
import { HardestSection } from '@/components/practice/hardest-section'
import { LevelsSection } from '@/components/survey/levels-section'
import type { Permit } from '@/server/auth/permit'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { coursesOf, inCourse } from '@/server/cohort/courses'
import { cohortLearning } from '@/server/cohort/learning'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { cohortRecall } from '@/server/cohort/tests/cohort-recall'
import { mayHoldTests } from '@/server/cohort/tests/hold-tests'
import { cohortHardest } from '@/server/practice/hardest-elements'
import { cohortLevels } from '@/server/survey/levels'
import { staffDocument } from '../../../staff-document'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const { cohort, permit } = await requireCohort(caller, 'statistics:read', params.cohort)
  const shown = inCourse(cohort, query.get('course'))
  const courses = (await coursesOf(cohort)).map(({ courseId, release }) => ({
    courseId,
    title: release.course.file.title,
    current: courseId === shown.courseId,
  }))
  const part =
    (await otherPart({ cohort, permit }, query, { locale, t })) ?? (await partOf({ cohort: shown, permit }, query))
  const { snapshot } = ('learning' in part && part.learning) || (await cohortLearning(permit, shown, new Date()))
  const measured = snapshot !== null
  const about = { cohort, courses, shown: part, measured }
  const main = <CohortLearningPage {...about} locale={locale} t={t} />
  return staffDocument(`${t('cohorts.learning.title')} · ${cohort.name}`, main)
})

/** The parts of the page that this file computes from the answers to exams and tests. */
const ANSWER_PARTS = LEARNING_PARTS.filter((part) => part !== 'levels' && part !== 'practice')

type Granted = { cohort: ReturnType<typeof inCourse>; permit: Permit<'statistics:read'> }

type Whole = {
  cohort: Parameters<typeof cohortLevels>[1] & Parameters<typeof cohortHardest>[1]
  permit: Granted['permit']
}

/** A part about the whole cohort, in all of its courses; null if the address names another one. */
async function otherPart(
  { cohort, permit }: Whole,
  query: URLSearchParams,
  { locale, t }: Pick<Context, 'locale' | 't'>,
) {
  const part = query.get('part')
  const now = new Date()
  if (part === 'levels') {
    const levels = await cohortLevels(permit, cohort, now)
    return { part, content: <LevelsSection levels={levels} of="cohort" locale={locale} t={t} /> } as const
  }
  if (part !== 'practice') return null
  const grids = await cohortHardest(permit, cohort, now)
  return { part, content: <HardestSection grids={grids} locale={locale} t={t} /> } as const
}

/** The part of the page that the address names. */
async function partOf({ cohort, permit }: Granted, query: URLSearchParams) {
  const now = new Date()
  const part = ANSWER_PARTS.find((one) => one === query.get('part')) ?? 'provisions'
  if (part === 'gain') {
    const [gain, recall] = await Promise.all([cohortGain(permit, cohort, now), cohortRecall(permit, cohort, now)])
    return { part, gain, recall, mayHold: mayHoldTests(permit, cohort, now) }
  }
  const { release, ...learning } = await cohortLearning(permit, cohort, now)
  const asked = { show: query.get('show'), objective: query.get('objective') }
  return { part, learning, course: release.course, asked, draw: chartHtml }
}
