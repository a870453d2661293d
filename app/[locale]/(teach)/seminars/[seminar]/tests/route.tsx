import { page } from '@/app/http/get-page'
import { GainFigures } from '@/components/cohort/learning/gain-section'
import { SeminarTestsPage } from '@/components/seminar/tests-page'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { seminarGain } from '@/server/seminar/tests/seminar-gain'
import { staffDocument } from '../../../staff-document'

/** The results of the tests before and after a seminar. */
export const GET = page<'seminar'>(async ({ locale, t, params, caller }) => {
  const { seminar, permit } = await requireSeminar(caller, 'seminar:read', params.seminar)
  const gain = await seminarGain(permit, seminar, new Date())
  const main = (
    <SeminarTestsPage seminar={seminar} gain={gain} locale={locale} t={t}>
      {gain.status === 'measured' && (
        <section className="card stack" aria-label={t('seminarTests.title')}>
          <GainFigures report={gain.report} snapshot={gain.at} said={t('seminarTests.once')} locale={locale} t={t} />
        </section>
      )}
    </SeminarTestsPage>
  )
  return staffDocument(t('seminarTests.title'), main)
})
