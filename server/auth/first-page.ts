import 'server-only'
import { DESK_ROLES } from '@/domain/auth/role'
import { findRolesOf } from '../db/auth/roles'
import { db } from '../db/client'
import { type Caller, deskOf } from './caller'

/**
 * The first page after the sign-in: the work page for staff, the texts for reviewers, and “my learning” for everybody
 * else.
 */
export type FirstPage = '/desk' | '/review' | '/learning'

export async function firstPageOf(accountId: string): Promise<FirstPage> {
  const roles = await findRolesOf(db(), accountId)
  if (roles.some(({ role }) => DESK_ROLES.includes(role))) return '/desk'
  return roles.some(({ role }) => role === 'reviewer') ? '/review' : '/learning'
}

/** The same for somebody who is signed in already. */
export async function firstPageFor(caller: Caller): Promise<FirstPage> {
  const { staff, reviewer } = await deskOf(caller)
  if (staff) return '/desk'
  return reviewer ? '/review' : '/learning'
}
