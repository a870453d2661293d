import 'server-only'
import { AppError } from '@/domain/errors'
import { LOCALES } from '@/domain/locale'
import type { ProviderFields } from '@/domain/sign-on/provider'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, type Tx } from '../db/client'
import {
  countLinked,
  deleteProviderRow,
  endSignedOnSessions,
  findDomains,
  findProvider,
  lockInstitution,
  type ProviderRow,
  saveProviderRow,
} from '../db/sign-on/sign-on-providers'
import { env } from '../env'
import { hostRefusal } from '../outbound/send'
import { openSecret, sealSecret } from './secret'

type May = Permit<'institution:integrate'>

type ProviderShown = {
  issuer: string
  clientId: string
  savedAt: Date
  /** The stored secret can be opened: it was not sealed with another session key. */
  usable: boolean
  /** How many accounts are linked to an identity at this issuer. */
  linked: number
}
type SignOnSettings = {
  provider: ProviderShown | null
  domains: string[]
  /** The addresses to enter at the provider: where people come back to, and where after they signed out there. */
  addresses: { callback: string; signedOut: string[] }
}

/** The provider of an institution without its secret, and what its administrator needs to connect it. */
export async function providerOf({ target: { institutionId } }: May): Promise<SignOnSettings> {
  const row = await findProvider(db(), institutionId)
  return {
    provider: row && (await shown(row)),
    domains: await findDomains(db(), institutionId),
    addresses: addressesOf(institutionId),
  }
}

async function shown({ institutionId, issuer, clientId, savedAt, sealed }: ProviderRow): Promise<ProviderShown> {
  const usable = (await openSecret(sealed, institutionId)) !== null
  return { issuer, clientId, savedAt, usable, linked: await countLinked(db(), institutionId, issuer) }
}

function addressesOf(institutionId: string): SignOnSettings['addresses'] {
  const at = (path: string) => new URL(path, env().publicUrl).href
  return {
    callback: at(`/api/auth/callback/${institutionId}`),
    signedOut: LOCALES.map((locale) => at(`/${locale}/sign-in`)),
  }
}

/**
 * Connects an institution to its provider, or changes the connection. With another issuer, the sessions opened through
 * the former one end.
 *
 * @returns `saved`, or why not: the host is the platform itself or no public address; or a secret must be typed,
 * because the stored one cannot be opened or belongs to another issuer or client, which must not get it.
 * @throws {AppError} not-found if the institution was archived meanwhile
 */
export async function saveProvider(
  { actor, target: { institutionId } }: May,
  fields: ProviderFields,
  now: Date,
): Promise<'saved' | 'own' | 'address' | 'secret'> {
  const { issuer, clientId, clientSecret } = fields
  const refusal = hostRefusal(new URL(issuer), { named: env().signOnHosts, own: new URL(env().publicUrl).hostname })
  if (refusal) return refusal
  const sealed = await sealSecret(clientSecret, institutionId)
  return db().$transaction(async (tx) => {
    const before = await lockedProvider(tx, institutionId)
    const stored = before && (await storedSecret(before, fields))
    if (clientSecret === '' && stored === null) return 'secret'
    if (stored !== null && (clientSecret === '' || clientSecret === stored)) return 'saved'
    await saveProviderRow(tx, { institutionId, issuer, clientId, sealed, savedAt: now, savedById: actor.accountId })
    const sessions = before === null ? 0 : await endSignedOnSessions(tx, institutionId, issuer)
    const details = { issuer, clientId, sessions }
    await recordAct(tx, { act: 'sign-on-saved', actorId: actor.accountId, institutionId, details }, now)
    return 'saved'
  })
}

/** The secret that is stored for this client of this issuer; null if there is none, or it cannot be opened. */
async function storedSecret(
  { institutionId, issuer, clientId, sealed }: ProviderRow,
  wanted: ProviderFields,
): Promise<string | null> {
  const same = issuer === wanted.issuer && clientId === wanted.clientId
  return same ? openSecret(sealed, institutionId) : null
}

/**
 * Removes the provider of an institution, and ends the sessions opened through it. The linked identities stay, in case
 * the same issuer is connected again.
 *
 * @param issuer as the page showed it. @throws {AppError} conflict if it is another one by now, or none
 */
export async function removeProvider(
  { actor, target: { institutionId } }: May,
  issuer: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await lockedProvider(tx, institutionId)
    if (before?.issuer !== issuer) throw new AppError('conflict', 'identity provider')
    await deleteProviderRow(tx, institutionId)
    const details = { issuer, sessions: await endSignedOnSessions(tx, institutionId, null) }
    await recordAct(tx, { act: 'sign-on-removed', actorId: actor.accountId, institutionId, details }, now)
  })
}

async function lockedProvider(tx: Tx, institutionId: string): Promise<ProviderRow | null> {
  if (!(await lockInstitution(tx, institutionId))) throw new AppError('not-found', 'institution')
  return findProvider(tx, institutionId)
}
