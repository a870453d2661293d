import { goingOn } from '@/app/going-on'
import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { remedyFor } from '@/app/http/remedy'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { type Caller, newCaller } from '@/server/auth/caller'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { accountIdOfRequest } from '@/server/auth/session-token'
import { seeOther } from '@/server/respond'
import { accountPage, type Mine } from './account-page'
import { type ActName, isForm, readAct, runAct, signOut, typedIn } from './acts'

/** The account page. Every form on it names its act. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => mine(caller),
  page: (context, mine, state) => {
    if (!mine) throw new AppError('sign-in-required', 'account')
    return accountPage(context, mine, state)
  },
  typed: (form) => {
    const act = readAct(form)
    return act && isForm(act) ? { form: act, values: typedIn(form) } : null
  },
  read: (form) => {
    const act = readAct(form)
    if (!act) throw new AppError('invalid-input', 'no such form')
    return { act, form }
  },
  act: answer,
  done: (answered) => {
    if (answered instanceof Response) return answered
    return answered.leaves ? seeOther(answered.address, NOTHING_STAYS) : answered.address
  },
})

/**
 * After she leaves a shared computer, the browser must keep none of her pages, kept courses or unsent answers. Cookies
 * are not in the list: that of the session is already deleted, and the other one does not show whose it is.
 */
const NOTHING_STAYS = { 'clear-site-data': '"cache", "storage"' }

/** Null without a session: such a visitor may still send the sign-out form. */
async function mine(caller: Caller): Promise<Mine | null> {
  if (!(await caller.session())) return null
  return { read: await permitToReadAccount(caller), change: await permitToChangeAccount(caller) }
}

type Sent = { act: ActName; form: FormData }

/** Where she goes next, and whether she has left this browser. */
type Answered = { address: string; leaves: boolean }

async function answer(
  mine: Mine | null,
  { act, form }: Sent,
  context: Context,
): Promise<Answered | Response | Refused> {
  const { locale } = context
  const back = href(locale, '/account')
  if (!isForm(act)) {
    const away = await signOut(act, mine?.change ?? null, context)
    // The caller of this request remembers the session that has just ended.
    if (away) return goingOn('out', away, { ...context, caller: newCaller() }, NOTHING_STAYS)
    return { address: `${href(locale, '/sign-in')}?notice=signed-out`, leaves: true }
  }
  // The typed values are kept for the account that sent them, without a password. It may be unknown which that is.
  if (!mine && (await accountIdOfRequest())) throw new AppError('sign-in-required', 'account')
  if (!mine) {
    return { address: `${remedyFor('sign-in-required', locale, back)}&notice=not-saved#main`, leaves: false }
  }
  const refused = await runAct(act, mine.change, form, context)
  if (refused) return refused
  // The redirect goes back to the section she was in. Each address names a fragment: without one the browser would keep
  // the fragment of the form, which is no longer on the page.
  return act === 'delete'
    ? { address: `${href(locale, '/sign-in')}?notice=deleted#main`, leaves: true }
    : { address: `${back}?done=${act}#${act}`, leaves: false }
}
