import 'server-only'
import type { Role } from '@/domain/auth/role'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { findRoleHolders } from '../db/auth/roles'
import { db } from '../db/client'
import { type Confirmation, findConfirmations } from '../db/institution/confirmations'

export type Member = Names & {
  accountId: string
  email: string
  roles: { role: Role; grantedAt: Date }[]
  /** The confirmation by this institution. */
  confirmation: Confirmation | null
}

/** The people who hold a role, by Latin name. */
export async function findPeople({ target: { institutionId } }: Permit<'people:read'>): Promise<Member[]> {
  const [holders, confirmations] = await Promise.all([
    findRoleHolders(db(), institutionId),
    institutionId === null ? [] : findConfirmations(db(), institutionId),
  ])
  const confirmed = new Map(confirmations.map((confirmation) => [confirmation.accountId, confirmation]))
  const people = new Map<string, Member>()
  for (const { role, grantedAt, ...person } of holders) {
    const confirmation = confirmed.get(person.accountId) ?? null
    const member = people.get(person.accountId) ?? { ...person, roles: [], confirmation }
    member.roles.push({ role, grantedAt })
    people.set(person.accountId, member)
  }
  return [...people.values()]
}
