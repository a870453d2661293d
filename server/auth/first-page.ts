import 'server-only'
import { STAFF_ROLES } from '@/domain/institution/role'
import { db } from '../db/client'
import { findRolesOf } from '../db/roles'
import { type Caller, hasStaffRole } from './caller'

/** The first page after the sign-in: the work page of whoever runs something, and “my learning” of everybody else. */
export type FirstPage = '/desk' | '/learning'

export async function firstPageOf(accountId: string): Promise<FirstPage> {
  const roles = await findRolesOf(db(), accountId)
  return roles.some(({ role }) => STAFF_ROLES.includes(role)) ? '/desk' : '/learning'
}

/** The same for somebody who is signed in already. */
export async function firstPageFor(caller: Caller): Promise<FirstPage> {
  return (await hasStaffRole(caller)) ? '/desk' : '/learning'
}
