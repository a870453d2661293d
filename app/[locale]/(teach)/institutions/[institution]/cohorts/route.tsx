import { page } from '@/app/http/get-page'
import { CohortsPage } from '@/components/cohort/cohorts-page'
import { institutionCohorts } from '@/server/cohort/institution-cohorts'
import { staffDocument } from '../../../staff-document'

/** The cohorts of an institution; a tutor sees only those that she tutors. */
export const GET = page<'institution'>(async ({ locale, t, params, caller }) => {
  const listed = await institutionCohorts(caller, params.institution)
  return staffDocument(t('cohorts.list.title'), <CohortsPage {...listed} now={new Date()} locale={locale} t={t} />)
})
