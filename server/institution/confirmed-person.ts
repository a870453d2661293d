import 'server-only'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import type { Caller } from '../auth/caller'
import { type Permit, permitFor } from '../auth/permit'
import type { InstitutionRow } from '../db/institution/institutions'
import { openInstitution } from './open-institution'
import { findPeople, type Member } from './people'

type Confirmed = { permit: Permit<'identity:withdraw'>; institution: InstitutionRow; member: Member }

/**
 * A person whom an institution has confirmed, with the permit to withdraw the confirmation.
 *
 * @param account the id from an address, unchecked.
 * @throws {AppError} not-found, or as requirePermission does
 */
export async function confirmedPerson(caller: Caller, institutionId: string, account: unknown): Promise<Confirmed> {
  const { permit, institution } = await openInstitution(caller, 'people:read', institutionId)
  const accountId = readId(account)
  const member = (await findPeople(permit)).find((person) => person.accountId === accountId && person.confirmation)
  if (!member) throw new AppError('not-found', 'confirmed person')
  const target = { institutionId, accountId: member.accountId }
  return { permit: permitFor(permit.actor, 'identity:withdraw', target), institution, member }
}
