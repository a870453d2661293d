import { giveBack, giveCode } from '@/app/second-factor-form'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { KeptFormPage } from '@/components/form/kept-form-page'
import { AppError } from '@/domain/errors'
import { KEPT, type Packed, packForm } from '@/domain/form/kept-form'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { hasPasskey } from '@/server/account/second-factor/read-state'
import { proofBy } from '@/server/auth/caller'
import { permitToChangeAccount } from '@/server/auth/permit'
import { statusOf } from '@/server/respond'
import type { Context } from './context'

import { respond } from './respond'

/** The name of the form of the page. */
const ACT = 'fresh-code'

/**
 * Takes the code that came with a kept form. Without one, or if it is wrong, the answer is a page that keeps the form
 * and asks for a code: she may have typed for longer than a code stays fresh. A password is not kept: the page of the
 * form asks for it again.
 *
 * @param code the form of that page, if it was sent. @returns null if the code is taken. @throws {AppError}
 *   second-factor-required for a form that is too large to be kept
 */
export async function askForCode(form: FormData, code: FormData | null, context: Context): Promise<Response | null> {
  const packed = await packForm(form)
  if (!packed) throw new AppError('second-factor-required', 'form that is too large to be kept')
  const { locale, t, caller } = context
  const about = { ...packed, passkey: await hasPasskey(caller) }
  const show = (state: FormState, status: number) => respond(keptForm(about, state, status, context), context)
  if (!code) return show(UNTOUCHED, statusOf('second-factor-required'))

  const permit = await permitToChangeAccount(caller)
  const given = await giveCode(code, (typed) => proveSecondFactor(permit, typed, new Date()))
  // A second tap sends the code that the first tap has just used.
  if (given.status === 'proved' || (await proofBy(caller)) === 'fresh') return null
  const { refused, status = statusOf('invalid-input') } = giveBack(given, ACT, code, locale, t)
  return show(refused, status)
}

function keptForm(about: Packed & { passkey: boolean }, state: FormState, status: number, { request, t }: Context) {
  const { pathname, search } = new URL(request.url)
  const main = <KeptFormPage id={ACT} action={pathname + search} name={KEPT} {...about} state={state} t={t} />
  const problem = state === UNTOUCHED ? '' : `${t('fields.errorPrefix')} `
  const page = {
    title: problem + t('secondFactor.ask.title'),
    main,
    styles: ['staff.css'],
    index: false,
    status,
  } as const
  return about.passkey ? ({ ...page, script: 'passkey.js' } as const) : page
}
