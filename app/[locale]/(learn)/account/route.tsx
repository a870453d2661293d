import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { remedyFor } from '@/app/http/remedy'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { accountPage, type Mine } from './account-page'
import { type ActName, isForm, readAct, runAct, signOut, typedIn } from './acts'

/** Her account. Every form of the page says which it is. */
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
  done: (address) => address,
})

/** Null for nobody, who may still ask to be signed out. */
async function mine(caller: Caller): Promise<Mine | null> {
  if (!(await caller.session())) return null
  return { read: await permitToReadAccount(caller), change: await permitToChangeAccount(caller) }
}

type Sent = { act: ActName; form: FormData }

/** @returns the address to go on to. */
async function answer(mine: Mine | null, { act, form }: Sent, context: Context): Promise<string | Refused> {
  const { locale, caller } = context
  const back = href(locale, '/account')
  if (!isForm(act)) {
    await signOut(act, mine?.change ?? null, caller)
    return `${href(locale, '/sign-in')}?notice=signed-out`
  }
  // What she typed is not sent on with her: it may be a password.
  if (!mine) return `${remedyFor('sign-in-required', locale, back)}&notice=not-saved#main`
  const refused = await runAct(act, mine.change, form, context)
  if (refused) return refused
  // She sees that it is done where she was on the page. Each address names a place: one that names none would keep that of the
  // form, which is not there.
  return act === 'delete' ? `${href(locale, '/sign-in')}?notice=deleted#main` : `${back}?done=${act}#${act}`
}
