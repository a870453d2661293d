import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { SignOnNotice } from '@/domain/sign-on/notice'
import { provedAtProvider } from '@/domain/sign-on/proved-at'
import type { Visit } from '../account/request-info'
import type { Caller } from '../auth/caller'
import { spendLimit } from '../auth/limits'
import { openSession } from '../auth/session'
import { type IdentityKey, isLinked } from '../db/account/linked-identities'
import { findStoredRoles } from '../db/auth/roles'
import { deleteSession, markProved } from '../db/auth/sessions'
import { db, sql } from '../db/client'
import { findProvider, holdProvider } from '../db/sign-on/sign-on-providers'
import { type SignOnVisitRow, takeVisit } from '../db/sign-on/sign-on-visits'
import { log } from '../log'
import { admitPerson } from './admit-person'
import { contextsOf, redirectUriOf, visitHash } from './begin'
import { type Identified, identify, openProvider } from './client'
import { ProviderError, type ProviderFailure } from './provider-error'
import { forgetVisit, VISIT_SECONDS, visitSecret } from './visit-cookie'

type Time = Pick<Visit, 'address' | 'now'>

/** The outcome for a person who came back. `linking`: she was signed in, and wanted to link the identity. */
export type Arrived =
  | { outcome: 'entered'; accountId: string; locale: Locale; next: string | null }
  | { outcome: 'linked'; locale: Locale }
  | { outcome: 'refused'; notice: SignOnNotice; locale: Locale | null; next: string | null; linking: boolean }

/**
 * Receives a person who comes back from the provider of an institution: checks what the provider says, decides whether
 * she is admitted, and opens her session or links the identity. The visit is used up, whatever the outcome. Only for
 * route handlers.
 *
 * @param query what the provider added to the address.
 */
export async function arrive(
  institutionId: string,
  query: URLSearchParams,
  caller: Caller,
  time: Time,
): Promise<Arrived> {
  const secret = await visitSecret()
  // Any page can send a browser here. Without the cookie, it is refused at no cost; with another state, it ends no
  // visit.
  if (secret === null) return refused('again', null)
  if (!(await isWithinLimit(time))) return refused('busy', null)
  const state = query.getAll('state').join(' ')
  const visit = await takeVisit(db(), { hash: visitHash(secret), state }, time.now)
  if (!visit) return refused('again', null)
  await forgetVisit()
  try {
    return await receive(institutionId, query, visit, caller, time.now)
  } catch (error) {
    return refused(noticeOf(error, institutionId), visit)
  }
}

async function receive(
  institutionId: string,
  query: URLSearchParams,
  visit: SignOnVisitRow,
  caller: Caller,
  now: Date,
): Promise<Arrived> {
  const row = await findProvider(db(), institutionId)
  // Otherwise a provider could send another provider's code to its own callback address (mix-up attack).
  if (visit.institutionId !== institutionId) throw new ProviderError('refused', 'another-institution')
  if (!row || row.issuer !== visit.issuer) throw new ProviderError('refused', 'provider-changed')
  const provider = await openProvider(row, now)
  const url = new URL(`${redirectUriOf(institutionId)}?${query}`)
  const identified = await identify(provider, url, visit, secondsToLink(visit, now))
  const key = { institutionId, issuer: row.issuer, subject: identified.subject }
  const admitted = await admitPerson(key, identified, await linkerOf(visit, caller), { id: randomUUID(), now })
  if ('why' in admitted) return refused(admitted.why, visit)
  const { locale, next } = visit
  if (admitted.linked) return { outcome: 'linked', locale }
  await enter(key, admitted, identified, now)
  return { outcome: 'entered', accountId: admitted.accountId, locale, next }
}

/**
 * The seconds since the visit began. To link an identity, she must have signed in at the provider within them: on a
 * shared computer somebody else may still be signed in there, and a provider may not ask again. Null for a visit to
 * sign on.
 */
function secondsToLink({ sessionId, expiresAt }: SignOnVisitRow, now: Date): number | null {
  if (sessionId === null) return null
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 1000)
  return Math.max(0, VISIT_SECONDS - left)
}

/** The person who began the visit to link an identity; `gone` unless the request has the same session. */
async function linkerOf({ sessionId }: SignOnVisitRow, caller: Caller) {
  if (sessionId === null) return null
  const session = await caller.session()
  if (session?.sessionId !== sessionId) return 'gone'
  return { accountId: session.accountId, confirmed: session.confirmed, sessionId }
}

/**
 * Ends a session whose provider was removed or replaced, or whose link was removed, meanwhile: the removal ended only
 * the sessions that existed then. @throws {ProviderError}
 */
async function endUnlessConnected(
  { institutionId, issuer }: IdentityKey,
  { sessionId, identityId }: { sessionId: string; identityId: string },
): Promise<void> {
  const lost = await db().$transaction(async (tx) => {
    const changed = (await holdProvider(tx, institutionId))?.issuer !== issuer
    if (!changed && (await isLinked(tx, identityId))) return null
    await deleteSession(tx, sessionId)
    return changed ? 'provider-changed' : 'link-removed'
  })
  if (lost) throw new ProviderError('refused', lost)
}

async function enter(
  key: IdentityKey,
  { accountId, identityId, known }: { accountId: string; identityId: string; known: boolean },
  { idToken, proof }: Identified,
  now: Date,
): Promise<void> {
  const sessionId = await openSession(accountId, now, { identityId, idToken })
  await endUnlessConnected(key, { sessionId, identityId })
  // A link that was made just now, on the word of the provider alone, must not replace the second factor of the owner.
  const provedAt = known ? provedAtProvider(proof, contextsOf(key.issuer), now) : null
  // Without a second factor of this site, she could not give a code when an act requires a fresh one: she must set it
  // up first.
  const { enabled } = await findStoredRoles(sql(), accountId, sessionId)
  if (provedAt && enabled) await markProved(db(), sessionId, provedAt)
}

async function isWithinLimit({ address, now }: Time): Promise<boolean> {
  try {
    await spendLimit('sign-on-back', address, now)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-many-requests') return false
    throw error
  }
}

const NOTICES: Record<ProviderFailure, SignOnNotice> = { away: 'away', cancelled: 'cancelled', refused: 'refused' }

/** The notice that she sees. The log contains only codes, never what a provider wrote. */
function noticeOf(error: unknown, institutionId: string): SignOnNotice {
  if (error instanceof ProviderError) {
    log('sign-on-refused', { institutionId, why: error.why, reason: error.reason })
    return NOTICES[error.why]
  }
  if (error instanceof AppError && error.code === 'conflict') return 'again'
  throw error
}

function refused(notice: SignOnNotice, visit: SignOnVisitRow | null): Arrived {
  const { locale = null, next = null, sessionId = null } = visit ?? {}
  return { outcome: 'refused', notice, locale, next, linking: sessionId !== null }
}
