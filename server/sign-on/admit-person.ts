import 'server-only'
import { AppError } from '@/domain/errors'
import { trustedAddress } from '@/domain/sign-on/address'
import { type AdmissionRefusal, type Arrival, admit } from '@/domain/sign-on/admit'
import { tellOwner } from '../account/tell-owner'
import { findAccountByEmail, lockAccount } from '../db/account/accounts'
import {
  findLinkedAccount,
  hasIdentityOf,
  type IdentityKey,
  type LinkedAccount,
  lockIdentity,
  markIdentityUsed,
  saveIdentity,
} from '../db/account/linked-identities'
import { recordAct } from '../db/audit/audit'
import { hasRoleElsewhere } from '../db/auth/roles'
import { findSession } from '../db/auth/sessions'
import { db, type Tx } from '../db/client'
import { findListedPlaces } from '../db/cohort/listed-places'
import { findDomains, holdProvider } from '../db/sign-on/sign-on-providers'
import type { Identified } from './client'
import { type OpenPlaces, openFromList, readPlaces, unusablePasswordHash } from './open-from-list'

/**
 * The signed-in person who began the visit to link the identity to her account; `gone` if that session is no longer
 * hers; null for a visit to sign on.
 */
export type Linker = { accountId: string; confirmed: boolean; sessionId: string } | 'gone' | null
/**
 * `linked`: by her consent, while signed in. `known`: the identity was linked before.
 */
export type Admitted =
  | { accountId: string; identityId: string; linked: boolean; known: boolean }
  | { why: AdmissionRefusal }

/** The facts about an arrival, with the data needed to act on them. */
type Known = Arrival & {
  linked: (LinkedAccount & Arrival['linked']) | null
  email: string | null
  places: OpenPlaces
}
type New = { id: string; now: Date }
/** `domain`: of the address by which the account is found; null for one linked by consent. */
type Linking = { accountId: string; id: string; domain: string | null }

/**
 * Decides whether the person behind an identity is admitted, and carries the decision out: links the identity, tells
 * the owner of the account, or opens an account from the institution's list.
 *
 * @param made the id of the row, if the identity is linked. @throws {AppError} conflict if something changed meanwhile
 */
export async function admitPerson(
  key: IdentityKey,
  { address }: Pick<Identified, 'address'>,
  linker: Linker,
  made: New,
): Promise<Admitted> {
  // The provider is asked, and the password hashed, outside the transaction.
  const known = linker !== null || (await findLinkedAccount(db(), key)) !== null
  const stated = known ? null : await address()
  const passwordHash = known ? '' : await unusablePasswordHash()
  return db().$transaction(async (tx) => {
    await lockIdentity(tx, key)
    await holdConnection(tx, key)
    const domains = stated ? await findDomains(tx, key.institutionId) : []
    const email = stated && trustedAddress(stated, domains)
    const arrival = await readArrival(tx, key, { email, linker: await stillHere(tx, linker, made.now) })
    return carryOut(tx, key, arrival, { ...made, passwordHash })
  })
}

/**
 * Neither the provider nor the domains of the institution can change until the transaction ends: a link made by the
 * address of a domain that is taken back meanwhile would stay.
 *
 * @throws {AppError} conflict if it has another provider by now
 */
async function holdConnection(tx: Tx, { institutionId, issuer }: IdentityKey): Promise<void> {
  const provider = await holdProvider(tx, institutionId)
  if (provider?.issuer !== issuer) throw new AppError('conflict', 'provider changed meanwhile')
}

/** Her session may have ended while the provider answered. */
async function stillHere(tx: Tx, linker: Linker, now: Date): Promise<Linker> {
  if (linker === null || linker === 'gone') return linker
  const session = await findSession(tx, linker.sessionId, now)
  return session?.accountId === linker.accountId ? linker : 'gone'
}

async function readArrival(
  tx: Tx,
  key: IdentityKey,
  { email, linker }: { email: string | null; linker: Linker },
): Promise<Known> {
  const elsewhere = (accountId: string) => hasRoleElsewhere(tx, accountId, key.institutionId)
  const identity = await findLinkedAccount(tx, key)
  const linked = identity && { ...identity, rolesElsewhere: await elsewhere(identity.accountId) }
  const found = email === null ? null : await findAccountByEmail(tx, email)
  // Two identities with the same address may arrive at once: through the lock, the second finds the first.
  if (found) await lockAccount(tx, found.id)
  const account = found && {
    accountId: found.id,
    confirmed: found.confirmed,
    disabled: found.disabled,
    otherHere: await hasIdentityOf(tx, found.id, key),
    rolesElsewhere: await elsewhere(found.id),
  }
  const places = readPlaces(email === null ? [] : await findListedPlaces(tx, key.institutionId, email))
  return { linked, linker, trusted: email !== null, account, listed: places.listed, email, places }
}

async function carryOut(
  tx: Tx,
  key: IdentityKey,
  arrival: Known,
  { id, now, passwordHash }: New & { passwordHash: string },
): Promise<Admitted> {
  const admission = admit(arrival)
  if (admission.act === 'refuse') return { why: admission.why }
  if (admission.act === 'open') {
    const accountId = await openFromList(tx, arrival.places, { email: arrival.email, passwordHash }, now)
    await link(tx, key, { accountId, id, domain: domainOf(arrival.email) }, now)
    return used(tx, { accountId, identityId: id, linked: false, known: false }, now)
  }
  const { accountId } = admission
  const { linked: before } = arrival
  const consents = admission.act === 'link' && admission.by === 'consent'
  const stands = before && !(consents && before.byAddress)
  const domain = consents ? null : domainOf(arrival.email)
  const identityId = stands ? before.identityId : await linkTo(tx, key, { accountId, id, domain }, now)
  const admitted = { accountId, identityId, linked: consents, known: before !== null }
  return consents ? admitted : used(tx, admitted, now)
}

async function used<T extends { identityId: string }>(tx: Tx, admitted: T, now: Date): Promise<T> {
  await markIdentityUsed(tx, admitted.identityId, now)
  return admitted
}

/**
 * Links an identity to an account that exists, also one that only the address had linked before its owner consented, and
 * tells her by a letter.
 */
async function linkTo(tx: Tx, key: IdentityKey, linking: Linking, now: Date): Promise<string> {
  const identityId = await link(tx, key, linking, now)
  const { accountId } = linking
  await tellOwner(tx, 'schoolAccountLinked', { accountId, institutionId: key.institutionId }, now)
  return identityId
}

/** @param email a trusted address. */
function domainOf(email: string | null): string | null {
  return email?.split('@').at(-1)?.toLowerCase() ?? null
}

async function link(tx: Tx, key: IdentityKey, { accountId, id, domain }: Linking, now: Date): Promise<string> {
  const identityId = await saveIdentity(tx, { ...key, accountId, domain }, id, now)
  const { institutionId } = key
  await recordAct(tx, { act: 'school-account-linked', actorId: accountId, subjectId: accountId, institutionId }, now)
  return identityId
}
