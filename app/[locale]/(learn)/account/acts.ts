import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import type { FormState } from '@/components/form/form-state'
import { refuseCode, refuseFields, refuseLocked } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { changePasswordSchema, readChangePassword } from '@/domain/account/change-password'
import { deleteAccountSchema, readDeleteAccount } from '@/domain/account/delete-account'
import { readUnlink, unlinkSchema } from '@/domain/account/unlink'
import { AppError } from '@/domain/errors'
import { type FieldProblems, fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import { namesSchema, profileSchema, readNames, readProfile } from '@/domain/person/profile'
import { isUuid } from '@/domain/uuid'
import type { Translator } from '@/i18n/translator'
import { changePassword } from '@/server/account/change-password'
import { changeNames, changeProfile } from '@/server/account/change-profile'
import { endSession } from '@/server/account/open-sessions'
import { signOutEverywhere } from '@/server/account/sign-out-everywhere'
import { deleteAccount } from '@/server/account-removal/delete-account'
import type { Permit } from '@/server/auth/permit'
import { closeSession } from '@/server/auth/session'
import { statusOf } from '@/server/respond'
import { signedOnWith, signOutThere, unlinkAccount } from '@/server/sign-on/my-accounts'

/** The forms that are shown again with their errors. Each name is also the id of its section. */
const FORMS = ['names', 'profile', 'password', 'school-accounts', 'sessions', 'delete'] as const
const BUTTONS = ['sign-out', 'sign-out-everywhere'] as const
export type FormName = (typeof FORMS)[number]
export type ActName = FormName | (typeof BUTTONS)[number]

/** The act that a sent form names; null for an unknown name. */
export function readAct(form: FormData): ActName | null {
  const { act } = textFields(form, ['act'])
  return [...FORMS, ...BUTTONS].find((name) => name === act) ?? null
}

export function isForm(act: ActName): act is FormName {
  return FORMS.some((name) => name === act)
}

/** The values that a refused form may show again: never a password. */
export function typedIn(form: FormData): Typed {
  return { ...readNames(form), ...readProfile(form), ...textFields(form, ['understood', 'identity']) }
}

type Typed = FormState['values']

/**
 * If the session has ended already, this browser is signed out, so the act counts as done.
 *
 * @returns the address at which she also signs out at her institution, if she signed in with its single sign-on.
 *   "Everywhere" ends only the sessions of this site.
 */
export async function signOut(act: (typeof BUTTONS)[number], permit: Change | null, { locale, caller }: Context) {
  const session = await caller.session()
  const account = act === 'sign-out' && session ? await signedOnWith(session.sessionId) : null
  if (act === 'sign-out-everywhere' && permit) await signOutEverywhere(permit)
  await closeSession(caller)
  const away = account && (await signOutThere(account, href(locale, '/sign-in'), new Date()))
  return away && { url: away.url, school: nameIn(away.school, locale) }
}

type Change = Permit<'account:change'>
type Act = (permit: Change, form: FormData, context: Context) => Promise<Refused | null>

const ACTS: Record<FormName, Act> = {
  async names(permit, form, { t }) {
    const typed = readNames(form)
    const { data, error } = namesSchema.safeParse(typed)
    if (!data) return wrong(t, fieldProblems(error), typed)
    const outcome = await changeNames(permit, data)
    return outcome === 'frozen' ? wrong(t, { nameArabic: 'name-frozen' }, typed, statusOf('conflict')) : null
  },
  async profile(permit, form, { t }) {
    const typed = readProfile(form)
    const { data, error } = profileSchema.safeParse(typed)
    if (!data) return wrong(t, fieldProblems(error), typed)
    await changeProfile(permit, data)
    return null
  },
  async password(permit, form, place) {
    const { data, error } = changePasswordSchema.safeParse(readChangePassword(form))
    if (!data) return wrong(place.t, fieldProblems(error), {})
    const outcome = await changePassword(permit, data, await thisVisit())
    if (outcome.status === 'locked') return locked(place, outcome.until, {})
    if (outcome.status === 'wrong') return wrong(place.t, { current: 'password-wrong' }, {})
    return outcome.status === 'personal' ? wrong(place.t, { newPassword: 'password-personal' }, {}) : null
  },
  async 'school-accounts'(permit, form, place) {
    const { identity: id, current } = readUnlink(form)
    if (!isUuid(id)) throw new AppError('invalid-input', 'no account named')
    const typed = { identity: id }
    const { data, error } = unlinkSchema.safeParse({ current })
    if (!data) return wrong(place.t, fieldProblems(error), typed)
    const proof = await unlinkAccount(permit, { id, password: data.current }, await thisVisit())
    if (proof.status === 'locked') return locked(place, proof.until, typed)
    return proof.status === 'wrong' ? wrong(place.t, { current: 'password-wrong' }, typed) : null
  },
  async sessions(permit, form) {
    const { session } = textFields(form, ['session'])
    if (!isUuid(session)) throw new AppError('invalid-input', 'no session named')
    await endSession(permit, session)
    return null
  },
  async delete(permit, form, place) {
    const { current, understood } = readDeleteAccount(form)
    const typed = { understood }
    const { data, error } = deleteAccountSchema.safeParse({ current, understood })
    if (!data) return wrong(place.t, fieldProblems(error), typed)
    const outcome = await deleteUnlessNeeded(permit, data.current)
    if (outcome.status === 'last-administrator') return lastAdministrator(place, typed)
    if (outcome.status === 'locked') return locked(place, outcome.until, typed)
    if (outcome.status === 'wrong') return wrong(place.t, { current: 'password-wrong' }, typed)
    await closeSession(place.caller)
    return null
  },
}

/** @returns null if the act is done. @throws {AppError} not-found, invalid-input */
export async function runAct(act: FormName, permit: Change, form: FormData, context: Context): Promise<Refused | null> {
  const refused = await ACTS[act](permit, form, context)
  return refused && { ...refused, refused: { ...refused.refused, form: act } }
}

async function deleteUnlessNeeded(permit: Change, password: string) {
  try {
    return await deleteAccount(permit, password, await thisVisit())
  } catch (error) {
    if (error instanceof AppError && error.code === 'last-administrator') return { status: error.code } as const
    throw error
  }
}

function wrong(t: Translator, problems: FieldProblems, typed: Typed, status = statusOf('invalid-input')): Refused {
  return { refused: refuseFields(t, problems, typed), status }
}

function locked({ locale, t }: Context, until: Date, typed: Typed): Refused {
  return { refused: refuseLocked(t, locale, until, typed), status: statusOf('too-many-requests') }
}

/**
 * The refusal for the last administrator of the platform or of an institution. It links to the place where she can name
 * another one first.
 */
function lastAdministrator({ locale, t }: Context, typed: Typed): Refused {
  const team = { href: href(locale, '/institutions'), label: t('nav.institutions') }
  return { refused: refuseCode(t, 'last-administrator', typed, team), status: statusOf('last-administrator') }
}
