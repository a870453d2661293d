import 'server-only'
import { AppError } from '@/domain/errors'
import { MOST_SIGN_ON_DOMAINS } from '@/domain/sign-on/provider'
import type { Permit } from '../auth/permit'
import { deleteIdentitiesBy } from '../db/account/linked-identities'
import { recordAct } from '../db/audit/audit'
import { db, type Tx } from '../db/client'
import {
  type DomainOwner,
  type DomainRow,
  deleteDomain,
  findDomainOwner,
  findDomainRows,
  insertDomain,
  lockInstitution,
} from '../db/sign-on/sign-on-providers'

type May = Permit<'institution:own-domain'>

export async function domainsOf({ target: { institutionId } }: May): Promise<DomainRow[]> {
  return findDomainRows(db(), institutionId)
}

/**
 * Adds a domain to an institution. A domain of another institution is refused, even if that one is archived: otherwise
 * a new owner would inherit the addresses of its people.
 *
 * @param domain as readDomain gives it. @returns the institution that has it
 * @throws {AppError} not-found if the institution was archived meanwhile
 */
export async function addDomain(
  { actor, target: { institutionId } }: May,
  domain: string,
  now: Date,
): Promise<'added' | 'added-before' | 'full' | { owner: DomainOwner }> {
  return db().$transaction(async (tx) => {
    if (!(await lockInstitution(tx, institutionId))) throw new AppError('not-found', 'institution')
    const owner = await findDomainOwner(tx, domain)
    if (owner) return owner.id === institutionId ? 'added-before' : { owner }
    if ((await findDomainRows(tx, institutionId)).length >= MOST_SIGN_ON_DOMAINS) return 'full'
    const added = { domain, institutionId, addedById: actor.accountId, addedAt: now }
    if (!(await insertDomain(tx, added))) return { owner: await requireOwner(tx, domain) }
    const details = { domain }
    await recordAct(tx, { act: 'sign-on-domain-added', actorId: actor.accountId, institutionId, details }, now)
    return 'added'
  })
}

/** The institution that added the domain a moment ago. @throws {AppError} conflict if it has removed it since */
async function requireOwner(tx: Tx, domain: string): Promise<DomainOwner> {
  const owner = await findDomainOwner(tx, domain)
  if (!owner) throw new AppError('conflict', 'domain')
  return owner
}

/**
 * Removes a domain. Identities that were linked by an address of this domain are unlinked, and the sessions opened
 * through them end.
 *
 * @throws {AppError} not-found, also if the institution was archived meanwhile
 */
export async function removeDomain(
  { actor, target: { institutionId } }: May,
  domain: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    // Without the lock, somebody who signs on now could be linked by the domain after its links are deleted.
    if (!(await lockInstitution(tx, institutionId))) throw new AppError('not-found', 'institution')
    if (!(await deleteDomain(tx, domain, institutionId))) throw new AppError('not-found', 'domain')
    const details = { domain, links: await deleteIdentitiesBy(tx, institutionId, domain) }
    await recordAct(tx, { act: 'sign-on-domain-removed', actorId: actor.accountId, institutionId, details }, now)
  })
}
