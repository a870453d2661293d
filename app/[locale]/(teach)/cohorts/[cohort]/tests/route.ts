import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { holdTests } from '@/server/cohort/tests/hold-tests'

const back = ({ params }: Context<'cohort'>) => `/cohorts/${params.cohort}/learning?part=gain`

/** Draws the tests before and after the course. It is idempotent: a second request draws nothing. */
export const POST = form({
  back,
  permit: ({ caller, params }) => requireCohort(caller, 'cohort:change', params.cohort),
  act: ({ cohort, permit }) => holdTests(permit, cohort, new Date()),
  done: (_, context) => href(context.locale, back(context)),
})
