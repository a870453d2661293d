'use server'

import { redirect } from 'next/navigation'
import { finished, refuseCode, refuseFields, refuseForm } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { isolateLtr } from '@/components/ui/ref'
import { askForLinkSchema, readAskForLink } from '@/domain/access/ask-for-link'
import { newPasswordFormSchema, readNewPassword, readToken } from '@/domain/access/email-link'
import { fieldProblems } from '@/domain/access/field-problem'
import { AppError } from '@/domain/errors'
import { requestReset } from '@/server/account/request-reset'
import { isUsedResetLink, resetPassword } from '@/server/account/reset-password'
import { orRefused } from '@/server/action'

export async function requestResetAction(_before: FormState, form: FormData): Promise<FormState> {
  const { t } = await requestLanguage()
  const typed = readAskForLink(form)
  const asked = askForLinkSchema.safeParse(typed)
  if (!asked.success) return refuseFields(t, fieldProblems(asked.error), typed)

  const visit = await thisVisit()
  const outcome = await orRefused(() => requestReset(asked.data.email, visit))
  return outcome
    ? refuseCode(t, outcome.code, typed)
    : finished(t('account.confirm.sent', { email: isolateLtr(asked.data.email) }))
}

export async function newPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  const fields = readNewPassword(form)
  const chosen = newPasswordFormSchema.safeParse(fields)
  if (!chosen.success) return refuseFields(t, fieldProblems(chosen.error), {})

  const token = readToken(fields.token)
  const visit = await thisVisit()
  const outcome = await orRefused(async () => {
    if (!token) throw new AppError('link-expired', 'no token')
    return { status: 'done' as const, problem: await resetPassword(token, chosen.data.password, visit) }
  })
  if (outcome.status === 'refused') {
    const used = outcome.code === 'link-expired' && token !== null && (await isUsedResetLink(token))
    const problem = t(used ? 'account.reset.used' : `errors.${outcome.code}`)
    return refuseForm(problem, {}, { href: href(locale, '/reset-password'), label: t('account.askForLink') })
  }
  if (outcome.problem) return refuseFields(t, { password: outcome.problem }, {})
  redirect(`${href(locale, '/sign-in')}?notice=reset`)
}
