import type { FormPlace, GivenBack } from '@/app/page-form'
import { refuseFields } from '@/app/refuse-form'
import { readOpenAccount } from '@/domain/auth/open-account'
import { fieldProblems } from '@/domain/form/field-problem'
import { statusOf } from '@/server/respond'

/** What may be given back of a form that opens an account. */
export function typedForAccount(form: FormData) {
  const { password: _, ...typed } = readOpenAccount(form)
  return typed
}

export function refuseAccount(error: Parameters<typeof fieldProblems>[0], form: FormData, { t }: FormPlace): GivenBack {
  return { state: refuseFields(t, fieldProblems(error), typedForAccount(form)), status: statusOf('invalid-input') }
}
