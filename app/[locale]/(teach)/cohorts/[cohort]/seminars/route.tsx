import { page } from '@/app/http/get-page'
import { CohortSeminarsPage } from '@/components/seminar/cohort-seminars-page'
import { decide } from '@/domain/auth/policy'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortSeminars } from '@/server/seminar/list-seminars'
import { seminarDocument } from '../../../seminars/seminar-document'

/** The seminars in the programme of a cohort. */
export const GET = page<'cohort'>(async ({ locale, t, params, caller }) => {
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', params.cohort)
  const { institutionId, archivedAt } = cohort
  const mayCreate = archivedAt === null && decide(permit.actor, 'seminar:create', { institutionId }) !== 'forbidden'
  const seminars = await cohortSeminars(permit)
  const about = { cohort, seminars, mayCreate, locale, t, now: new Date() }
  return seminarDocument(`${t('seminar.title')} · ${cohort.name}`, <CohortSeminarsPage {...about} />)
})
