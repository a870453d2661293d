import { formPage } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { archiveCohort, restoreCohort } from '@/server/cohort/save-cohort'
import { seeOther } from '@/server/respond'
import { cohortToChange, settingsPage } from '../settings-page'

/** The form is on the page of settings, so a GET shows that page. */
export const GET = page<'cohort'>(async (context) => {
  const { cohort } = await cohortToChange(context)
  return seeOther(href(context.locale, `/cohorts/${cohort.id}/settings#archive`))
})

/** Archives the cohort or, with `act=restore`, restores it. */
export const { POST } = formPage({
  back: ({ params }) => `/cohorts/${params.cohort}/settings`,
  permit: cohortToChange,
  page: (context, granted, archiving) => settingsPage(context, granted, { archiving }),
  read: (form, { t }) => {
    if (form.get('act') === 'restore') return 'restored' as const
    if (form.get('sure') === 'yes') return 'archived' as const
    return { refused: { ...UNTOUCHED, problem: t('cohorts.form.archiveNeeded') } }
  },
  act: async ({ permit }, done) => {
    if (done === 'restored') await restoreCohort(permit, new Date())
    else await archiveCohort(permit, new Date())
    return done
  },
  done: (done, { locale, params }) => href(locale, `/cohorts/${params.cohort}?done=${done}`),
})
