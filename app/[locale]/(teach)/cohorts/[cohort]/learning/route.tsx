import { chartHtml } from '@/app/chart-html'
import { documentPage } from '@/app/document'
import { LEARNING_PARTS, LearningPage } from '@/components/cohort/learning/learning-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { mayHoldTests } from '@/server/cohort/tests/hold-tests'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { cohort, permit } = await requireCohort('statistics:read', cohortId)
    const now = new Date()
    const part = LEARNING_PARTS.find((one) => one === query.get('part')) ?? LEARNING_PARTS[0]
    const page = async () => {
      if (part === 'gain')
        return { part, gain: await cohortGain(permit, cohort, now), mayHold: mayHoldTests(permit, cohort, now) }
      const { release, ...learning } = await cohortLearning(permit, cohort, now)
      const asked = { show: query.get('show'), objective: query.get('objective') }
      return { part, learning, course: release.course, asked, draw: chartHtml }
    }
    const main = <LearningPage cohort={cohort} shown={await page()} locale={locale} t={t} />
    return staffDocument(`${t('cohorts.learning.title')} · ${cohort.name}`, main)
  })
}
