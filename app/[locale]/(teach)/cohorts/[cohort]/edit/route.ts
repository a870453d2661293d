import { readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { changeCohort } from '@/server/cohort/save-cohort'
import { cohortToChange, editPage } from '../edit-page'

export const { GET, POST } = formPage({
  permit: cohortToChange,
  page: (context, granted, state) => editPage(context, granted, { state }),
  read: (form, { t }, { cohort, release: { course } }) =>
    readCohortForm(form, [...course.file.outline, ...(course.exam ? ['exam'] : [])], cohort.copiedFromId, t),
  act: ({ permit }, draft) => changeCohort(permit, draft, new Date()),
  done: (_, { locale, params }) => href(locale, `/cohorts/${params.cohort}/edit?saved=1`),
})
