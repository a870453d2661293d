import type { Context } from '@/app/http/context'
import { requireSeminarTest } from '@/server/seminar/tests/test-of-seminar'

type Params = 'seminar' | 'form'

export const requireTest = ({ caller, params }: Context<Params>) =>
  requireSeminarTest(caller, params.seminar, params.form, new Date())

export const pathOf = ({ seminar, form }: Record<Params, string>) => `/seminars/${seminar}/tests/${form}`
