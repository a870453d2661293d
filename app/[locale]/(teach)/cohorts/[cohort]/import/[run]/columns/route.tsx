import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { ColumnsPage } from '@/components/cohort/import/columns-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { readColumnsForm } from '@/domain/cohort/import/columns-form'
import { KEEP_NOTHING } from '@/domain/cohort/import/values-form'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { columnsStep } from '@/server/cohort/import/import-steps'
import { openImport, rereadImport } from '@/server/cohort/import/reread-import'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'
import { openFile, revisionIn, typedIn } from '../decide'

const here = ({ params }: Context<'cohort' | 'run'>) => `/cohorts/${params.cohort}/import/${params.run}`

/** Shows how the columns of a roster were understood. The reader can correct that. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort' | 'run'>) => requireCohort(caller, 'cohort:enrol', params.cohort),
  page: async (context, { cohort, permit }, state) => {
    const { locale, t, params } = context
    const step = await columnsStep(permit, params.run)
    if (!step) return seeOther(href(locale, `${here(context)}/confirm`))
    const main = <ColumnsPage {...step} cohort={cohort} state={state} locale={locale} t={t} />
    return staffDocument(t('cohorts.import.columnsTitle'), main)
  },
  read: (form) => form,
  act: async ({ permit }, form, { t, params }) => {
    const { head, plan } = openFile(await openImport(permit, params.run))
    const decided = readColumnsForm(
      form,
      plan,
      head.map(({ line }) => line),
    )
    const refuse = (problem: string) => ({ refused: { ...UNTOUCHED, problem, ...typedIn(form) } })
    if (decided.status === 'refused') {
      return refuse(
        decided.problem === 'no-email'
          ? t('cohorts.import.files.no-email')
          : t('cohorts.import.files.twice', { column: t(`cohorts.import.columns.${decided.column}`) }),
      )
    }
    const decision = { revision: revisionIn(form), plan: decided.plan, keep: KEEP_NOTHING }
    const problem = await rereadImport(permit, params.run, decision, new Date())
    return problem ? refuse(t(`cohorts.import.files.${problem}`)) : decided.goesOn
  },
  typed: typedIn,
  done: (goesOn, context) => href(context.locale, `${here(context)}/${goesOn ? 'values' : 'columns'}`),
})
