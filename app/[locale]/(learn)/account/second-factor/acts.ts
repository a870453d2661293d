import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { giveBack, giveCode } from '@/app/second-factor-form'
import { WITH_PASSKEY } from '@/components/account/second-factor-page'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { renewRecoveryCodes, turnOffSecondFactor } from '@/server/account/second-factor/change'
import { startPasskey } from '@/server/account/second-factor/register-passkey'
import {
  cancelOffer,
  confirmSecondFactor,
  replaceSecondFactor,
  startSecondFactor,
} from '@/server/account/second-factor/set-up'
import { type Act, codesOf, type Mine, type Outcome } from './outcome'
import { formOf, PASSKEY_ACTS } from './passkey-acts'

/** The forms of the page, by the act that they send. */
const ACTS: Record<string, Act> = {
  async start(permit, form) {
    const { password } = textFields(form, ['password'])
    if (!password) return { status: 'password-empty' }
    const start = form.has(WITH_PASSKEY) ? startPasskey : startSecondFactor
    const started = await start(permit, password, await thisVisit())
    if (started.status === 'wrong') return { status: 'password-wrong' }
    return started.status === 'locked' ? started : { status: 'done' }
  },
  async confirm(permit, form) {
    const given = await giveCode(form, (code) => confirmSecondFactor(permit, code, new Date()))
    // The form was sent twice: the page shows the current state.
    if (given.status === 'gone') return { status: 'done' }
    if (given.status === 'wrong') return { status: 'wrong-first' }
    return given.status === 'confirmed' ? codesOf(given, 'confirmed') : given
  },
  async replace(permit, form) {
    const given = await giveCode(form, (code) => replaceSecondFactor(permit, code, new Date()))
    return given.status === 'offered' ? { status: 'done' } : given
  },
  async cancel(permit) {
    await cancelOffer(permit)
    return { status: 'done' }
  },
  async renew(permit, form) {
    const given = await giveCode(form, (code) => renewRecoveryCodes(permit, code, new Date()))
    return given.status === 'renewed' ? { status: 'codes', codes: given.recoveryCodes, after: 'renewed' } : given
  },
  async off(permit, form) {
    const given = await giveCode(form, (code) => turnOffSecondFactor(permit, code, new Date()))
    // The page itself explains why this is impossible.
    if (given.status === 'needed') throw new AppError('conflict', 'a role needs the second factor')
    return given.status === 'off' ? { status: 'done' } : given
  },
  ...PASSKEY_ACTS,
}

/** @throws {AppError} invalid-input, not-found, conflict, too-many-requests */
export async function runAct(permit: Mine, form: FormData, locale: Locale, t: Translator): Promise<Outcome | Refused> {
  const { act: name } = textFields(form, ['act'])
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  if (!act) throw new AppError('invalid-input', 'no such act')
  const outcome = await act(permit, form, t)
  if ('refused' in outcome || outcome.status === 'done' || outcome.status === 'codes') return outcome
  return giveBack(outcome, formOf(name, form), form, locale, t)
}
