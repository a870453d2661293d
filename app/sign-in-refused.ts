import type { FormState } from '@/components/form/form-state'
import { refuseCode, refuseLocked } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { SignedIn } from '@/server/account/sign-in'
import { statusOf } from '@/server/respond'
import type { Context } from './http/context'
import type { Refused } from './http/refused'
import { nextPage } from './next-page'

/** Gives a form for signing in back, with the e-mail address that was typed. */
export function refusedSignIn(
  outcome: Exclude<SignedIn, { status: 'signed-in' }>,
  values: FormState['values'],
  { locale, t, query }: Pick<Context, 'locale' | 't' | 'query'>,
): Refused {
  if (outcome.status === 'locked') {
    return { refused: refuseLocked(t, locale, outcome.until, values), status: statusOf('too-many-requests') }
  }
  const again = { href: href(locale, `/confirm${nextPage(query).query}`), label: t('account.confirmAgain') }
  return { refused: refuseCode(t, 'wrong-credentials', values, again), status: statusOf('wrong-credentials') }
}
