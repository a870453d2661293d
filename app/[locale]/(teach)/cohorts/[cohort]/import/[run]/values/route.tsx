import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { ValuesPage } from '@/components/cohort/import/values-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { readValuesForm } from '@/domain/cohort/import/values-form'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { valuesStep } from '@/server/cohort/import/import-steps'
import { openImport, rereadImport } from '@/server/cohort/import/reread-import'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'
import { openFile, revisionIn, typedIn } from '../decide'

const here = ({ params }: Context<'cohort' | 'run'>) => `/cohorts/${params.cohort}/import/${params.run}`

/** The values of a roster that are not understood, and the rows that must be corrected one by one. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort' | 'run'>) => requireCohort(caller, 'cohort:enrol', params.cohort),
  page: async (context, { cohort, permit }, state) => {
    const { locale, t, params } = context
    const step = await valuesStep(permit, params.run)
    if (!step) return seeOther(href(locale, `${here(context)}/confirm`))
    const main = <ValuesPage {...step} cohort={cohort} state={state} locale={locale} t={t} />
    return staffDocument(t('cohorts.import.correct.title'), main)
  },
  read: (form) => form,
  act: async ({ permit }, form, { t, params }) => {
    const { plan, values } = openFile(await openImport(permit, params.run))
    const decision = { revision: revisionIn(form), ...readValuesForm(form, plan, values) }
    const problem = await rereadImport(permit, params.run, decision, new Date())
    if (problem) return { refused: { ...UNTOUCHED, problem: t(`cohorts.import.files.${problem}`), ...typedIn(form) } }
    return form.get('go') === 'on'
  },
  typed: typedIn,
  done: (goesOn, context) => href(context.locale, `${here(context)}/${goesOn ? 'confirm' : 'values'}`),
})
