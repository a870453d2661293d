import { page } from '@/app/http/get-page'
import { ConfirmPage } from '@/components/cohort/import/confirm-page'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { confirmStep } from '@/server/cohort/import/import-steps'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'

/** What an import would do, in numbers, with the button that starts it. */
export const GET = page<'cohort' | 'run'>(async ({ locale, t, params, caller }) => {
  const { cohort, permit } = await requireCohort(caller, 'cohort:enrol', params.cohort)
  const step = await confirmStep(permit, params.run, cohort, new Date())
  if (!step) return seeOther(href(locale, `/cohorts/${params.cohort}/import/${params.run}`))
  return staffDocument(
    t('cohorts.import.confirm.title'),
    <ConfirmPage {...step} cohort={cohort} locale={locale} t={t} />,
  )
})
