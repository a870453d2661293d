import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { inCourse } from '@/server/cohort/courses'
import { holdTests } from '@/server/cohort/tests/hold-tests'

const back = ({ params, query }: Context<'cohort'>) => {
  const course = query.get('course')
  const address = new URLSearchParams({ ...(course && { course }), part: 'gain' })
  return `/cohorts/${params.cohort}/learning?${address}`
}

/** Draws the tests before and after a course. It is idempotent: a second request draws nothing. */
export const POST = form({
  back,
  permit: ({ caller, params }) => requireCohort(caller, 'cohort:change', params.cohort),
  act: ({ cohort, permit }, _, { query }) => holdTests(permit, inCourse(cohort, query.get('course')), new Date()),
  done: (_, context) => href(context.locale, back(context)),
})
