import { readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { CohortNewPage, cohortNewTitle } from '@/components/cohort/cohort-form-pages'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { createCohort } from '@/server/cohort/save-cohort'
import { staffDocument } from '../../../../staff-document'

export const { GET, POST } = formPage({
  permit,
  page: async ({ locale, t }, { permit: { target }, permit, source }, state) => {
    const about = {
      institutionId: target.institutionId,
      source,
      choices: await cohortChoices(permit),
      state,
      locale,
      t,
    }
    return staffDocument(cohortNewTitle(source, t), <CohortNewPage {...about} />)
  },
  // The course is not known yet, so deadlines are set later: the cohort's page links to them.
  read: (form, { t }, { source }) => readCohortForm(form, [], source?.id ?? null, t),
  act: ({ permit }, draft) => createCohort(permit, draft, new Date()),
  done: (id, { locale }) => href(locale, `/cohorts/${id}?done=created`),
})

/** The permit to create a cohort, with the cohort that the address names as its model. */
async function permit({ caller, params, query }: Context<'institution'>) {
  const granted = await requirePermission(caller, 'cohort:create', { institutionId: params.institution })
  const copy = query.get('copy')
  return { permit: granted, source: copy ? (await requireCohort(caller, 'cohort:read', copy)).cohort : null }
}
