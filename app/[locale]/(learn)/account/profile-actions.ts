'use server'

import { finished, refuseFields } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import type { FormState } from '@/components/ui/form-state'
import { fieldProblems } from '@/domain/access/field-problem'
import { namesSchema, profileSchema, readNames, readProfile } from '@/domain/access/profile'
import { changeNames, changeProfile } from '@/server/account/change-profile'
import { orRefused } from '@/server/action'
import { permitToChange, signInFirst } from './permit'
import { refuseMine } from './refuse-mine'

export async function namesAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  await signInFirst(locale)
  const typed = readNames(form)
  const names = namesSchema.safeParse(typed)
  if (!names.success) return refuseFields(t, fieldProblems(names.error), typed)

  const outcome = await orRefused(async () => ({ status: await changeNames(await permitToChange(), names.data) }))
  if (outcome.status === 'refused') return refuseMine(t, locale, outcome.code, typed)
  if (outcome.status === 'frozen') return refuseFields(t, { nameArabic: 'name-frozen' }, typed)
  return finished(t('account.saved'), names.data)
}

export async function profileAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  await signInFirst(locale)
  const typed = readProfile(form)
  const profile = profileSchema.safeParse(typed)
  if (!profile.success) return refuseFields(t, fieldProblems(profile.error), typed)

  const refusal = await orRefused(async () => changeProfile(await permitToChange(), profile.data))
  return refusal ? refuseMine(t, locale, refusal.code, typed) : finished(t('account.saved'), profile.data)
}
