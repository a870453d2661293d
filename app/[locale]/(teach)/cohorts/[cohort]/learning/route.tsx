import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { LEARNING_PARTS, LearningPage } from '@/components/cohort/learning/learning-page'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { cohortRecall } from '@/server/cohort/tests/cohort-recall'
import { mayHoldTests } from '@/server/cohort/tests/hold-tests'
import { staffDocument } from '../../../staff-document'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const granted = await requireCohort(caller, 'statistics:read', params.cohort)
  const { cohort } = granted
  const main = <LearningPage cohort={cohort} shown={await partOf(granted, query)} locale={locale} t={t} />
  return staffDocument(`${t('cohorts.learning.title')} · ${cohort.name}`, main)
})

/** The part of the page that the address names. */
async function partOf({ cohort, permit }: WithCohort<'statistics:read'>, query: URLSearchParams) {
  const now = new Date()
  const part = LEARNING_PARTS.find((one) => one === query.get('part')) ?? LEARNING_PARTS[0]
  if (part === 'gain') {
    const [gain, recall] = await Promise.all([cohortGain(permit, cohort, now), cohortRecall(permit, cohort, now)])
    return { part, gain, recall, mayHold: mayHoldTests(permit, cohort, now) }
  }
  const { release, ...learning } = await cohortLearning(permit, cohort, now)
  const asked = { show: query.get('show'), objective: query.get('objective') }
  return { part, learning, course: release.course, asked, draw: chartHtml }
}
