import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { SurveyListPage } from '@/components/survey/survey-list-page'
import { Name } from '@/components/ui/name'
import { decide } from '@/domain/auth/policy'
import { requirePermission } from '@/server/auth/permit'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { createSurvey } from '@/server/survey/build-survey'
import { listSurveys } from '@/server/survey/staff-surveys'
import { readNewSurvey } from '../../../read-new-survey'
import { staffDocument } from '../../../staff-document'

/** The surveys of a cohort. Its tutors read the figures; only administrators of its institution create surveys. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, request }: Context<'cohort'>) => {
    const { cohort } = await requireCohort(caller, 'statistics:read', params.cohort)
    const { institutionId, tutorIds } = cohort
    if (request.method === 'POST') await requirePermission(caller, 'survey:run', { institutionId })
    return { cohort, permit: await requirePermission(caller, 'survey:read', { institutionId, tutorIds }) }
  },
  page: async ({ locale, t, query }, { cohort, permit }, state) => {
    const { institutionId } = cohort
    const mayRun = !cohort.archivedAt && decide(permit.actor, 'survey:run', { institutionId }) !== 'forbidden'
    const main = (
      <SurveyListPage
        back={{ href: href(locale, `/cohorts/${cohort.id}`), label: <Name>{cohort.name}</Name> }}
        heading={t('surveys.title')}
        lead={t('surveys.lead')}
        surveys={await listSurveys(permit, { cohortId: cohort.id }, new Date())}
        create={mayRun ? { action: href(locale, `/cohorts/${cohort.id}/surveys`), subjects: null } : null}
        done={query.get('done') === 'deleted' ? 'deleted' : null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(`${t('surveys.title')} · ${cohort.name}`, main)
  },
  read: (form, { t }) => readNewSurvey(form, t),
  act: async ({ cohort }, { kind }, { caller }) => {
    const permit = await requirePermission(caller, 'survey:run', { institutionId: cohort.institutionId })
    return createSurvey(permit, { cohortId: cohort.id }, kind, new Date())
  },
  done: (id, { locale }, { cohort }) => href(locale, `/institutions/${cohort.institutionId}/surveys/${id}`),
})
