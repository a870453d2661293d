import { refuseCode, refuseFields, refuseLocked } from '@/app/refuse-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { changePasswordSchema, readChangePassword } from '@/domain/access/change-password'
import { deleteAccountSchema, readDeleteAccount } from '@/domain/access/delete-account'
import { type FieldProblems, fieldProblems } from '@/domain/access/field-problem'
import { textFields } from '@/domain/access/form-fields'
import { namesSchema, profileSchema, readNames, readProfile } from '@/domain/access/profile'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { changePassword } from '@/server/account/change-password'
import { changeNames, changeProfile } from '@/server/account/change-profile'
import { deleteAccount } from '@/server/account/delete-account'
import { endSession } from '@/server/account/open-sessions'
import { signOutEverywhere } from '@/server/account/sign-out-everywhere'
import { closeSession, currentActor } from '@/server/auth/session'
import { isUuid } from '@/server/cohort/cohort-permit'
import { statusOf } from '@/server/respond'
import { permitToChange } from './permit'

/** The forms of the page that come back when something is wrong with them; each is also the id of its section. */
const FORMS = ['names', 'profile', 'password', 'sessions', 'delete'] as const
const BUTTONS = ['sign-out', 'sign-out-everywhere'] as const
export type FormName = (typeof FORMS)[number]
type ActName = FormName | (typeof BUTTONS)[number]

/** Why a form was not taken: the page says it in the form, under a status of its own. */
export type Refused = { state: FormState; httpStatus: number }
type Typed = FormState['values']
type Say = { locale: Locale; t: Translator }

/** Which form of the page was sent, by the name it carries. @throws {AppError} invalid-input */
export function readAct(form: FormData): ActName {
  const { act } = textFields(form, ['act'])
  const known = [...FORMS, ...BUTTONS].find((name) => name === act)
  if (!known) throw new AppError('invalid-input', 'no such form')
  return known
}

/** Who is signed out already has what she asked for, as far as this browser goes. */
export async function signOut(act: (typeof BUTTONS)[number]): Promise<void> {
  if (act === 'sign-out-everywhere' && (await currentActor()).kind === 'person') {
    await signOutEverywhere(await permitToChange())
  }
  await closeSession()
}

const ACTS: Record<FormName, (form: FormData, say: Say) => Promise<Refused | null>> = {
  async names(form, { t }) {
    const typed = readNames(form)
    const { data, error } = namesSchema.safeParse(typed)
    if (!data) return wrong(t, fieldProblems(error), typed)
    const outcome = await changeNames(await permitToChange(), data)
    return outcome === 'frozen' ? wrong(t, { nameArabic: 'name-frozen' }, typed, statusOf('conflict')) : null
  },
  async profile(form, { t }) {
    const typed = readProfile(form)
    const { data, error } = profileSchema.safeParse(typed)
    if (!data) return wrong(t, fieldProblems(error), typed)
    await changeProfile(await permitToChange(), data)
    return null
  },
  async password(form, say) {
    const { data, error } = changePasswordSchema.safeParse(readChangePassword(form))
    if (!data) return wrong(say.t, fieldProblems(error), {})
    const outcome = await changePassword(await permitToChange(), data, await thisVisit())
    if (outcome.status === 'locked') return locked(say, outcome.until, {})
    if (outcome.status === 'wrong') return wrong(say.t, { current: 'password-wrong' }, {})
    return outcome.status === 'personal' ? wrong(say.t, { newPassword: 'password-personal' }, {}) : null
  },
  async sessions(form) {
    const { session } = textFields(form, ['session'])
    if (!isUuid(session)) throw new AppError('invalid-input', 'no session named')
    await endSession(await permitToChange(), session)
    return null
  },
  async delete(form, say) {
    const { current, understood } = readDeleteAccount(form)
    const typed = { understood }
    const { data, error } = deleteAccountSchema.safeParse({ current, understood })
    if (!data) return wrong(say.t, fieldProblems(error), typed)
    const outcome = await deleteUnlessNeeded(data.current)
    if (outcome.status === 'last-administrator') return lastAdministrator(say, typed)
    if (outcome.status === 'locked') return locked(say, outcome.until, typed)
    if (outcome.status === 'wrong') return wrong(say.t, { current: 'password-wrong' }, typed)
    await closeSession()
    return null
  },
}

/** @returns null when it is done. @throws {AppError} sign-in-required, not-found, invalid-input */
export async function runAct(act: FormName, form: FormData, locale: Locale, t: Translator): Promise<Refused | null> {
  return ACTS[act](form, { locale, t })
}

async function deleteUnlessNeeded(password: string) {
  try {
    return await deleteAccount(await permitToChange(), password, await thisVisit())
  } catch (error) {
    if (error instanceof AppError && error.code === 'last-administrator') return { status: error.code } as const
    throw error
  }
}

function wrong(t: Translator, problems: FieldProblems, typed: Typed, httpStatus = statusOf('invalid-input')): Refused {
  return { state: refuseFields(t, problems, typed), httpStatus }
}

function locked({ locale, t }: Say, until: Date, typed: Typed): Refused {
  return { state: refuseLocked(t, locale, until, typed), httpStatus: statusOf('too-many-requests') }
}

/** Whoever administers the platform alone first names another one, on the page of its team. */
function lastAdministrator({ locale, t }: Say, typed: Typed): Refused {
  const team = { href: href(locale, '/institutions/platform'), label: t('people.platformTitle') }
  return { state: refuseCode(t, 'last-administrator', typed, team), httpStatus: statusOf('last-administrator') }
}
