'use server'

import { finished, refuseCode, refuseFields } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import { thisVisit } from '@/app/this-visit'
import type { FormState } from '@/components/ui/form-state'
import { isolateLtr } from '@/components/ui/ref'
import { fieldProblems } from '@/domain/access/field-problem'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import { readSignUp, signUpSchema } from '@/domain/access/sign-up'
import { signUp } from '@/server/account/sign-up'
import { orRefused } from '@/server/action'

export async function signUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const { t } = await requestLanguage()
  const { password, ...typed } = readSignUp(form)
  const person = signUpSchema.safeParse({ ...typed, password })
  if (!person.success) return refuseFields(t, fieldProblems(person.error), typed)

  const visit = await thisVisit()
  const outcome = await orRefused(() => signUp(person.data, safeReturnPath(form.get('next')), visit))
  if (outcome) return refuseCode(t, outcome.code, typed)
  return finished(t('account.signUp.sent', { email: isolateLtr(person.data.email) }))
}
