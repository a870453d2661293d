'use server'

import { redirect } from 'next/navigation'
import { finished, refuseCode, refuseFields } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { isolateLtr } from '@/components/ui/ref'
import { askForLinkSchema, readAskForLink } from '@/domain/access/ask-for-link'
import { readToken } from '@/domain/access/email-link'
import { fieldProblems } from '@/domain/access/field-problem'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import { AppError } from '@/domain/errors'
import { confirmEmail, isConfirmed } from '@/server/account/confirm-email'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { orRefused } from '@/server/action'
import { currentActor } from '@/server/auth/session'

export async function confirmAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  const token = readToken(form.get('token'))
  const next = safeReturnPath(form.get('next'))

  const outcome = await orRefused(async () => {
    if (!token) throw new AppError('link-expired', 'no token')
    await confirmEmail(token, new Date())
  })
  // Of a form sent twice, only one confirms; both have come to the same.
  const done = !outcome || (outcome.code === 'link-expired' && token !== null && (await isConfirmed(token)))
  if (!done) {
    return refuseCode(t, outcome.code, {}, { href: href(locale, '/confirm'), label: t('account.askForLink') })
  }
  if ((await currentActor()).kind === 'person') redirect(next ?? href(locale, '/learning'))
  redirect(`${href(locale, '/sign-in')}?notice=confirmed${next ? `&next=${encodeURIComponent(next)}` : ''}`)
}

export async function confirmAgainAction(_before: FormState, form: FormData): Promise<FormState> {
  const { t } = await requestLanguage()
  const typed = readAskForLink(form)
  const asked = askForLinkSchema.safeParse(typed)
  if (!asked.success) return refuseFields(t, fieldProblems(asked.error), typed)

  const { email } = asked.data
  const visit = await thisVisit()
  const outcome = await orRefused(() => sendConfirmationAgain(email, safeReturnPath(form.get('next')), visit))
  return outcome
    ? refuseCode(t, outcome.code, typed)
    : finished(t('account.confirm.sent', { email: isolateLtr(email) }))
}
