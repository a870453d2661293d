import 'server-only'
import { GUARDED_ROLES, type Role } from '@/domain/auth/role'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { findRolesOf } from '../db/auth/roles'
import { db } from '../db/client'
import { findPlacesOf } from '../db/cohort/cohort-members'

/** An institution to which the person belongs. `institution`: null for the platform itself. */
export type Belonging = {
  institutionId: string | null
  institution: Names | null
  roles: { role: Role; since: Date }[]
  /** The cohorts of the institution in which she has a place or has requested one. */
  cohorts: { id: string; name: string }[]
  /** True if one of the roles acts on other people. */
  guarded: boolean
}

/** The active institutions in which the person has a role or a place, and the platform if she works for it. */
export async function myInstitutions({ target }: Permit<'account:read'>): Promise<Belonging[]> {
  const { accountId } = target
  const [roles, places] = await Promise.all([findRolesOf(db(), accountId), findPlacesOf(db(), accountId)])
  const found = new Map<string | null, Belonging>()
  const at = (institutionId: string | null, institution: Names | null) => {
    const belonging = found.get(institutionId) ?? { institutionId, institution, roles: [], cohorts: [], guarded: false }
    found.set(institutionId, belonging)
    return belonging
  }
  for (const { institutionId, institution, role, grantedAt } of roles) {
    const belonging = at(institutionId, institution)
    belonging.roles.push({ role, since: grantedAt })
    belonging.guarded ||= GUARDED_ROLES.includes(role)
  }
  for (const { institutionId, institution, cohort } of places) at(institutionId, institution).cohorts.push(cohort)
  return [...found.values()]
}
