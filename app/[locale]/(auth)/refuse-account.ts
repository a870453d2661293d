import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { readOpenAccount } from '@/domain/auth/open-account'
import { fieldProblems } from '@/domain/form/field-problem'

/** The values that a refused form for a new account may show again. */
export function typedForAccount(form: FormData) {
  const { password: _, ...typed } = readOpenAccount(form)
  return typed
}

export function refuseAccount(error: Parameters<typeof fieldProblems>[0], form: FormData, { t }: Context): Refused {
  return { refused: refuseFields(t, fieldProblems(error), typedForAccount(form)) }
}
