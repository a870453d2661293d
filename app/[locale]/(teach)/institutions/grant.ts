import { refuseFields } from '@/app/refuse-form'
import type { FormState } from '@/components/ui/form-state'
import { fieldProblems } from '@/domain/access/field-problem'
import { grantSchema, readGrant } from '@/domain/access/grant'
import type { Role } from '@/domain/access/role'
import type { Translator } from '@/i18n/translator'
import { grantRole } from '@/server/access/change-roles'
import { findAccountToName } from '@/server/access/find-account'
import { type Permit, requirePermission } from '@/server/auth/permit'

/** Gives the role that a form of a page of people asks for. @returns the form when it was refused. */
export async function grantFrom(
  permit: Permit<'people:read'>,
  form: FormData,
  offered: readonly Role[],
  t: Translator,
): Promise<FormState | null> {
  const typed = readGrant(form)
  const { data, error } = grantSchema(offered).safeParse(typed)
  if (error) return refuseFields(t, fieldProblems(error), typed)

  const now = new Date()
  const found = await findAccountToName(permit, data, now)
  if (found.status !== 'found')
    return refuseFields(t, { email: found.status === 'own' ? 'own-account' : 'no-account' }, typed)
  const { institutionId } = permit.target
  const { accountId } = found
  await grantRole(await requirePermission('role:grant', { institutionId, accountId, role: data.role }), now)
  return null
}
