import { refusedSignIn } from '@/app/sign-in-refused'
import { EndedSession } from '@/components/auth/ended-session'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseCode, refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readSignIn, signInSchema } from '@/domain/auth/sign-in'
import { fieldProblems } from '@/domain/form/field-problem'
import { packForm, SEALED, unpackForm } from '@/domain/form/kept-form'
import { signIn } from '@/server/account/sign-in'
import { seal } from '@/server/auth/seal'
import { openSession } from '@/server/auth/session'
import { accountIdOfRequest } from '@/server/auth/session-token'
import { expectedError } from '@/server/expected-error'
import { statusOf } from '@/server/respond'
import type { Context } from './context'
import type { Refused } from './refused'
import { remedyFor } from './remedy'
import { thisVisit } from './request-info'
import { respond } from './respond'
import { ownerOf, type SentForm } from './sent-form'

/** The name of the form of the page. */
const ACT = 'ended-session'

/**
 * Answers a form whose sender is no longer signed in. The answer is a page that keeps the form and asks her to sign in,
 * whereupon it is sent. On that page it is sealed for her account and this address: whoever else sits at the computer
 * can neither read nor send it. A password is not kept.
 *
 * @returns `signed-in` if she has just signed in on that page; null if it is not known who sent the form, which is not
 *   read then, or if it is too large to be kept.
 */
export async function askToSignIn(
  sent: SentForm,
  context: Context,
  back: string,
): Promise<Response | 'signed-in' | null> {
  const accountId = await accountIdOfRequest()
  if (!accountId) return null
  const fields = await sent.fields()
  const sealed = fields.get(SEALED)
  if (typeof sealed === 'string') {
    const refused = await enter(fields, context)
    return refused ? waitingPage(sealed, refused, context, back) : 'signed-in'
  }
  const packed = await packForm(unpackForm(fields).form)
  if (!packed) return null
  const kept = await seal(packed.kept, ownerOf(accountId, context.request))
  return waitingPage(kept, { refused: UNTOUCHED, status: statusOf('sign-in-required') }, context, back)
}

/** The page for somebody who is signed in with another account than the one for which the form is sealed. */
export async function refuseAnother(sent: FormData, context: Context, back: string): Promise<Response> {
  const refused = { ...UNTOUCHED, problem: context.t('account.ended.another') }
  return waitingPage(String(sent.get(SEALED)), { refused, status: statusOf('forbidden') }, context, back)
}

/** @returns null if she is signed in now. */
async function enter(sent: FormData, context: Context): Promise<Refused | null> {
  const { t } = context
  const typed = readSignIn(sent)
  const values = { email: typed.email }
  const { data: credentials, error } = signInSchema.safeParse(typed)
  if (!credentials) return { refused: refuseFields(t, fieldProblems(error), values) }
  const visit = await thisVisit()
  try {
    const outcome = await signIn(credentials, visit)
    if (outcome.status !== 'signed-in') return refusedSignIn(outcome, values, context)
    await openSession(outcome.accountId, visit.now)
    return null
  } catch (failure) {
    // Something that passes, such as a limit: the page must not be lost for it.
    const refusal = expectedError(failure)
    if (!refusal) throw failure
    return { refused: refuseCode(t, refusal.code, values), status: statusOf(refusal.code) }
  }
}

function waitingPage(sealed: string, { refused, status = 400 }: Refused, context: Context, back: string) {
  const { request, locale, t } = context
  const { pathname, search } = new URL(request.url)
  const state: FormState = { ...refused, form: ACT }
  const main = (
    <EndedSession
      id={ACT}
      action={pathname + search}
      name={SEALED}
      sealed={sealed}
      otherWay={remedyFor('sign-in-required', locale, href(locale, back)) ?? ''}
      state={state}
      t={t}
    />
  )
  const problem = refused === UNTOUCHED ? '' : `${t('fields.errorPrefix')} `
  return respond({ title: problem + t('account.ended.title'), main, index: false, status }, context)
}
