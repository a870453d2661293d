import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import { type Proof, proveOwnPassword } from '../account/prove-password'
import type { Visit } from '../account/request-info'
import { tellOwner } from '../account/tell-owner'
import type { Permit } from '../auth/permit'
import { readIdToken } from '../auth/session'
import { endIdentity, findIdentitiesOf, findSignedOnWith } from '../db/account/linked-identities'
import { recordAct } from '../db/audit/audit'
import { db } from '../db/client'
import { findProvider } from '../db/sign-on/sign-on-providers'
import { env } from '../env'
import { log } from '../log'
import { schoolsToSignOn } from './begin'
import { openProvider, signOutUrl } from './client'
import { ProviderError } from './provider-error'

/** Her accounts at institutions, and whether there is an institution of which she can link one. */
export async function mySchoolAccounts({ target }: Permit<'account:read'>) {
  const [linked, schools] = await Promise.all([findIdentitiesOf(db(), target.accountId), schoolsToSignOn()])
  return { linked, offered: schools.length > 0 }
}

/**
 * Removes the link of one of her accounts at institutions, and tells her so by a letter. Sessions that it opened in
 * other browsers end; this one goes on. Only she herself can link an account of that institution again.
 *
 * @param password hers: otherwise whoever entered through the institution alone could turn the session into one that the
 * institution no longer ends.
 * @throws {AppError} not-found
 */
export async function unlinkAccount(
  { actor, target }: Permit<'account:change'>,
  { id, password }: { id: string; password: string },
  visit: Omit<Visit, 'later'>,
): Promise<Proof> {
  const proof = await proveOwnPassword(target, password, visit)
  if (proof.status === 'proved') await endLink(actor, { id, accountId: target.accountId }, visit.now)
  return proof
}

async function endLink(actor: Person, { id, accountId }: { id: string; accountId: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const removed = await endIdentity(tx, { id, accountId, current: actor.sessionId }, now)
    if (!removed) throw new AppError('not-found', 'identity')
    const { institutionId } = removed
    const facts = { actorId: actor.accountId, subjectId: accountId, institutionId }
    await recordAct(tx, { act: 'school-account-unlinked', ...facts }, now)
    await tellOwner(tx, 'schoolAccountUnlinked', { accountId, institutionId }, now)
  })
}

export type SignOut = { institutionId: string; issuer: string; idToken: string | null }

/** The institution's account with which a session was opened; null for a password. Call it before the session ends. */
export async function signedOnWith(sessionId: string): Promise<SignOut | null> {
  const found = await findSignedOnWith(db(), sessionId)
  return found && { ...found, idToken: found.idToken && (await readIdToken(found.idToken, sessionId)) }
}

/**
 * The address at which she also signs out at her institution; null if that is not possible now.
 *
 * @param backTo the page of this site, with its language, to which the provider may send her afterwards.
 */
export async function signOutThere(
  { institutionId, issuer, idToken }: SignOut,
  backTo: string,
  now: Date,
): Promise<{ url: string; school: Names } | null> {
  const row = await findProvider(db(), institutionId)
  const school = (await schoolsToSignOn()).find((one) => one.institutionId === institutionId)
  if (row?.issuer !== issuer || !school) return null
  try {
    const url = signOutUrl(await openProvider(row, now), idToken, new URL(backTo, env().publicUrl).href)
    return url && { url: url.href, school }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    log('sign-out-there-not-offered', { institutionId, reason: error.reason })
    return null
  }
}
