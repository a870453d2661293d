import type { FormState } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { fieldProblems } from '@/domain/form/field-problem'
import { grantSchema, readGrant } from '@/domain/institution/grant'
import type { Role } from '@/domain/institution/role'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { offerRole } from '@/server/institution/offer-role'

const PROBLEMS = { own: 'own-account', held: 'role-held' } as const

/** Offers the role that a form of a page of people names. @returns the form when it was refused. */
export async function offerFrom(
  permit: Permit<'people:read'>,
  form: FormData,
  offered: readonly Role[],
  { locale, t }: { locale: Locale; t: Translator },
): Promise<FormState | null> {
  const typed = readGrant(form)
  const { data, error } = grantSchema(offered).safeParse(typed)
  if (error) return refuseFields(t, fieldProblems(error), typed)
  const { status } = await offerRole(permit, { ...data, locale }, new Date())
  return status === 'offered' ? null : refuseFields(t, { email: PROBLEMS[status] }, typed)
}
