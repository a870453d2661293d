import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { startImport } from '@/server/cohort/import/run-import'

const back = ({ params }: Context<'cohort' | 'run'>) =>
  `/cohorts/${params.cohort}/import/${encodeURIComponent(params.run)}`

/** Starts the import. It is idempotent: a second press changes nothing. */
export const POST = form({
  back,
  permit: ({ caller, params }) => requireCohort(caller, 'cohort:enrol', params.cohort),
  read: (form) => ({ revision: form.has('revision') ? Number(form.get('revision')) : null }),
  act: ({ permit }, { revision }, { params }) => startImport(permit, params.run, new Date(), revision),
  done: (_, context) => href(context.locale, back(context)),
})
