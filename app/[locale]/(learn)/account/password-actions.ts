'use server'

import { redirect } from 'next/navigation'
import { finished, refuseFields, refuseLocked } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { changePasswordSchema, readChangePassword } from '@/domain/access/change-password'
import { deleteAccountSchema, readDeleteAccount } from '@/domain/access/delete-account'
import { fieldProblems } from '@/domain/access/field-problem'
import { changePassword } from '@/server/account/change-password'
import { deleteAccount } from '@/server/account/delete-account'
import { orRefused } from '@/server/action'
import { closeSession } from '@/server/auth/session'
import { permitToChange, signInFirst } from './permit'
import { refuseMine } from './refuse-mine'

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  await signInFirst(locale)
  const change = changePasswordSchema.safeParse(readChangePassword(form))
  if (!change.success) return refuseFields(t, fieldProblems(change.error), {})

  const visit = await thisVisit()
  const outcome = await orRefused(async () => changePassword(await permitToChange(), change.data, visit))
  if (outcome.status === 'refused') return refuseMine(t, locale, outcome.code, {})
  if (outcome.status === 'locked') return refuseLocked(t, locale, outcome.until, {})
  if (outcome.status === 'wrong') return refuseFields(t, { current: 'password-wrong' }, {})
  if (outcome.status === 'personal') return refuseFields(t, { newPassword: 'password-personal' }, {})
  return finished(t('account.password.done'))
}

export async function deleteAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  await signInFirst(locale)
  const { current, understood } = readDeleteAccount(form)
  const typed = { understood }
  const request = deleteAccountSchema.safeParse({ current, understood })
  if (!request.success) return refuseFields(t, fieldProblems(request.error), typed)

  const visit = await thisVisit()
  const outcome = await orRefused(async () => deleteAccount(await permitToChange(), request.data.current, visit))
  if (outcome.status === 'refused') return refuseMine(t, locale, outcome.code, typed)
  if (outcome.status === 'locked') return refuseLocked(t, locale, outcome.until, typed)
  if (outcome.status === 'wrong') return refuseFields(t, { current: 'password-wrong' }, typed)
  await closeSession()
  redirect(`${href(locale, '/sign-in')}?notice=deleted`)
}
