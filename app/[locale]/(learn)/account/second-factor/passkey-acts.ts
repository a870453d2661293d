import type { Refused } from '@/app/http/form'
import { giveCode } from '@/app/second-factor-form'
import { passkeyFormId } from '@/components/account/passkey-forms'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { LONGEST_PASSKEY_NAME, passkeyNameSchema, readNewPasskey } from '@/domain/auth/passkey'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import type { Translator } from '@/i18n/translator'
import { nameMyPasskey, removeMyPasskey } from '@/server/account/second-factor/own-passkeys'
import { addPasskey, cancelPasskey, registerPasskey } from '@/server/account/second-factor/register-passkey'
import { statusOf } from '@/server/respond'
import { type Act, codesOf } from './outcome'

/** The forms about passkeys, by the act that they send. */
export const PASSKEY_ACTS = {
  async 'passkey-add'(permit, form, t) {
    const given = await giveCode(form, (code) => addPasskey(permit, code, new Date()))
    if (given.status === 'full') return refuse('full', 'conflict', { name: '' }, t)
    return given.status === 'started' ? { status: 'done' } : given
  },
  async 'passkey-register'(permit, form, t) {
    const named = readName(form, 'passkey-register', t)
    if ('refused' in named) return named
    const answer = readNewPasskey(textFields(form, ['passkey']).passkey)
    if (!answer) return refuse('unread', 'invalid-input', named, t)
    const made = await registerPasskey(permit, { answer, ...named }, new Date())
    if (made.status === 'registered') return codesOf(made, 'registered')
    if (made.status === 'gone') return { status: 'done' }
    return refuse(made.status, made.status === 'wrong' ? 'invalid-input' : 'conflict', named, t)
  },
  async 'passkey-cancel'(permit) {
    await cancelPasskey(permit)
    return { status: 'done' }
  },
  async 'passkey-rename'(permit, form, t) {
    const named = readName(form, formOf('passkey-rename', form), t)
    if ('refused' in named) return named
    await nameMyPasskey(permit, { id: idIn(form), ...named })
    return { status: 'done' }
  },
  async 'passkey-remove'(permit, form) {
    const id = idIn(form)
    const given = await giveCode(form, (code) => removeMyPasskey(permit, { id, code }, new Date()))
    return given.status === 'removed' ? { status: 'done' } : given
  },
} satisfies Record<string, Act>

/** The id of the form on the page. A form about one of several passkeys contains the id of that passkey. */
export function formOf(act: string, form: FormData): string {
  const id = readId(form.get('id'))
  return id ? passkeyFormId(act, id) : act
}

/** @throws {AppError} not-found */
function idIn(form: FormData): string {
  const id = readId(form.get('id'))
  if (!id) throw new AppError('not-found', 'passkey')
  return id
}

function readName(form: FormData, id: string, t: Translator): { name: string } | Refused {
  const typed = textFields(form, ['name'])
  const { data, error } = passkeyNameSchema.safeParse(typed)
  if (data) return data
  const limits = { name: LONGEST_PASSKEY_NAME }
  const label = () => t('secondFactor.passkeys.name')
  return { refused: { ...refuseFields(t, fieldProblems(error), typed, limits, label), form: id } }
}

/** Why a passkey was not registered. Each has a sentence in i18n/messages/*.json. */
type NotRegistered = 'unread' | 'expired' | 'wrong' | 'known' | 'full'

function refuse(
  why: NotRegistered,
  code: 'invalid-input' | 'conflict',
  { name }: { name: string },
  t: Translator,
): Refused {
  // In these two cases the page offers to begin again.
  const form = why === 'expired' || why === 'full' ? 'passkey-ended' : 'passkey-register'
  const refused = { ...refuseForm(t(`secondFactor.passkeys.problems.${why}`), { name }), form }
  return { refused, status: statusOf(code) }
}
