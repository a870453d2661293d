import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { CohortSimulationsPage } from '@/components/practice/simulation/cohort-simulations-page'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { openShared, sharedFiles, sharedOfCohort } from '@/server/practice/simulation/shared-runs'
import { staffDocument } from '../../../staff-document'

/** The simulations that a cohort plays in seats. Its tutors open one here, and lead the debrief on the run's page. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:play', params.cohort),
  page: async ({ locale, t }, { cohort, permit }) => {
    const [runs, files] = await Promise.all([sharedOfCohort(permit), sharedFiles(permit, new Date())])
    const main = <CohortSimulationsPage cohort={cohort} runs={runs} files={files} locale={locale} t={t} />
    return staffDocument(t('casework.simulation.group.title'), main)
  },
  read: (sent) => String(sent.get('case') ?? ''),
  act: ({ permit }, caseId) => openShared(permit, caseId, new Date()),
  done: (id, { locale }) => href(locale, `/practice/seats/${id}`),
})
