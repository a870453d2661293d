import { formPage } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { seeOther } from '@/server/respond'
import { cohortToChange, editPage } from '../edit-page'

/** The form is on the page that changes the cohort, so a GET shows that page. */
export const GET = page<'cohort'>(async (context) => {
  const { cohort } = await cohortToChange(context)
  return seeOther(href(context.locale, `/cohorts/${cohort.id}/edit#archive`))
})

export const { POST } = formPage({
  back: ({ params }) => `/cohorts/${params.cohort}/edit`,
  permit: cohortToChange,
  page: (context, granted, archiving) => editPage(context, granted, { archiving }),
  read: (form, { t }) =>
    form.get('sure') === 'yes' ? null : { refused: { ...UNTOUCHED, problem: t('cohorts.form.archiveNeeded') } },
  act: ({ permit }) => archiveCohort(permit, new Date()),
  done: (_, { locale, params }) => href(locale, `/cohorts/${params.cohort}?done=archived`),
})
