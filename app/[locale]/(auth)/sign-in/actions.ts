'use server'

import { redirect } from 'next/navigation'
import { refuseCode, refuseFields, refuseLocked } from '@/app/refuse-form'
import { requestLanguage } from '@/app/request-language'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { fieldProblems } from '@/domain/access/field-problem'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import { readSignIn, signInSchema } from '@/domain/access/sign-in'
import { signIn } from '@/server/account/sign-in'
import { orRefused } from '@/server/action'
import { openSession } from '@/server/auth/session'

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  const { locale, t } = await requestLanguage()
  const read = readSignIn(form)
  const typed = { email: read.email }
  const credentials = signInSchema.safeParse(read)
  if (!credentials.success) return refuseFields(t, fieldProblems(credentials.error), typed)

  const visit = await thisVisit()
  const outcome = await orRefused(() => signIn(credentials.data, visit))
  if (outcome.status === 'refused') return refuseCode(t, outcome.code, typed)
  if (outcome.status === 'locked') return refuseLocked(t, locale, outcome.until, typed)
  if (outcome.status === 'wrong') {
    const again = { href: href(locale, '/confirm'), label: t('account.confirmAgain') }
    return refuseCode(t, 'wrong-credentials', typed, again)
  }

  await openSession(outcome.accountId, visit.now)
  redirect(safeReturnPath(form.get('next')) ?? href(locale, '/learning'))
}
