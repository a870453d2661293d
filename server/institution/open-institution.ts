import 'server-only'
import type { Permission } from '@/domain/auth/policy'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import type { InstitutionRow } from '../db/institution/institutions'

type InInstitution = Extract<
  Permission,
  | `institution:${'read' | 'change' | 'archive' | 'report' | 'integrate' | 'own-domain'}`
  | 'face:change'
  | 'figures:keep'
  | 'people:read'
  | 'audit:read'
  | 'audit:export'
  | 'certificate:list'
  | 'survey:run'
  | 'seminar:create'
  | 'contact:manage'
>

/**
 * The institution, if it is active and the caller has the permission. An institution that the caller may not see and
 * one that does not exist give the same error.
 *
 * @throws {AppError} not-found, or as requirePermission does
 */
export async function openInstitution<P extends InInstitution>(
  caller: Caller,
  permission: P,
  institutionId: string,
): Promise<{ permit: Permit<P>; institution: InstitutionRow }> {
  const permit = await requirePermission<InInstitution>(caller, permission, { institutionId })
  return { permit: permit as Permit<P>, institution: await requireInstitution(institutionId) }
}
