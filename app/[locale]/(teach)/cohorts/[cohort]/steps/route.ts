import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { endFirstSteps } from '@/server/cohort/first-steps'

const back = ({ params }: Context<'cohort'>) => `/cohorts/${params.cohort}`

/** Hides the first steps of a cohort, for all of its administrators. */
export const POST = form({
  back,
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:change', params.cohort),
  act: ({ permit }) => endFirstSteps(permit, new Date()),
  done: (_, context) => href(context.locale, back(context)),
})
