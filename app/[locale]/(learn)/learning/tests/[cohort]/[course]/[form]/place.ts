import type { Context } from '@/app/http/context'
import { requireTest as requireTestIn } from '@/server/cohort/tests/test-of'

type Params = 'cohort' | 'course' | 'form'

export const requireTest = ({ caller, params: { cohort, course, form } }: Context<Params>) =>
  requireTestIn(caller, { cohortId: cohort, courseId: course }, form, new Date())

export const pathOf = ({ cohort, course, form }: Record<Params, string>) =>
  `/learning/tests/${cohort}/${course}/${form}`
