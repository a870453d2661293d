import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ImportPage } from '@/components/cohort/import/import-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortImports } from '@/server/cohort/import/cohort-imports'
import { validateImport } from '@/server/cohort/import/validate-import'
import { staffDocument } from '../../../staff-document'

/** Checks an uploaded list. The steps after it have addresses of their own. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:enrol', params.cohort),
  page: async ({ locale, t }, { cohort, permit }, state) => {
    const main = <ImportPage cohort={cohort} lists={await cohortImports(permit)} state={state} locale={locale} t={t} />
    return staffDocument(t('cohorts.import.title'), main)
  },
  read: (form, { t }) => {
    const file = form.get('file')
    return file instanceof File && file.size > 0 ? file : refused(t('cohorts.import.files.none'))
  },
  act: async ({ permit }, file, { t }) => {
    const list = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    const checked = await validateImport(permit, list, new Date())
    return checked.status === 'checked' ? checked.runId : refused(t(`cohorts.import.files.${checked.problem}`))
  },
  done: (runId, { locale, params }) => href(locale, `/cohorts/${params.cohort}/import/${runId}/columns`),
})

function refused(problem: string): Refused {
  return { refused: { ...UNTOUCHED, problem } }
}
