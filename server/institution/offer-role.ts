import 'server-only'
import { decide } from '@/domain/auth/policy'
import { type Role, rolesIn } from '@/domain/auth/role'
import { type OfferState, offerExpiry, offerState, RESEND_AFTER_MS } from '@/domain/auth/role-offer'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Scope } from '@/domain/signoff/scope'
import { spendLimit } from '../auth/limits'
import { type Permit, permitFor } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { findAccountByEmail } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { endOffer, findOffer, findOffersBy, insertOffer, renewOffer } from '../db/auth/role-offers'
import { holdsRole } from '../db/auth/roles'
import { db } from '../db/client'
import { wake } from '../queue/wake'
import { tellOffered } from './tell-offered'

/** `scope`: required for the role of reviewer, forbidden for any other role. */
type Wanted = { email: string; role: Role; locale: Locale; scope?: Scope } & Partial<Names>
/**
 * `own`: nobody can offer a role to herself. `held`: a person on the list that the caller may read has the role
 * already.
 */
export type Offering = { status: 'offered' | 'own' | 'held' }

/**
 * Offers a role to the owner of an address. The caller gets the same response whether or not an account has the
 * address. An offer gives no permission until it is accepted.
 *
 * @param locale the language of the letter if the recipient has not chosen one.
 * @throws {AppError} forbidden; not-found; too-many-requests; invalid-input if the institution has no such role, or
 * a scope is missing.
 */
export async function offerRole(
  { actor, target: { institutionId } }: Permit<'people:read'>,
  { email, role, locale, nameArabic = '', nameLatin = '', scope }: Wanted,
  now: Date,
): Promise<Offering> {
  if ((role === 'reviewer') !== (scope !== undefined)) throw new AppError('invalid-input', `scope of a ${role}`)
  const account = await findAccountByEmail(db(), email)
  const accountId = account?.id ?? null
  if (accountId === actor.accountId) return { status: 'own' }
  permitFor(actor, 'role:offer', { institutionId, accountId, role })
  if (accountId && (await holdsRole(db(), { accountId, institutionId, role }))) return { status: 'held' }
  await spendLimit('role-offer', `${institutionId} ${email}`, now)
  await spendLimit('role-offer-by', actor.accountId, now)
  await db().$transaction(async (tx) => {
    if (institutionId !== null) {
      const { kind } = await requireInstitution(institutionId, tx)
      if (!rolesIn(kind).some((allowed) => allowed === role))
        throw new AppError('invalid-input', `a ${role} in a ${kind}`)
    }
    const expiresAt = offerExpiry(now)
    const wanted = { email, institutionId, role, nameArabic, nameLatin }
    const offer = await insertOffer(tx, { ...wanted, ...(scope && { scope }) }, { by: actor.accountId, expiresAt }, now)
    if (!offer) return
    await tellOffered(tx, { id: offer, ...wanted, expiresAt }, locale, now)
    const facts = { actorId: actor.accountId, institutionId, details: { role, offer } }
    await recordAct(tx, { act: 'role-offered', ...facts }, now)
  })
  await wake('mail')
  return { status: 'offered' }
}

/** All that the person who made an offer may know about it: what was typed, the role and the state. */
export type OfferMade = Names & {
  id: string
  email: string
  role: Role
  state: OfferState
  /** For an offer to review texts; null for any other role. */
  scope: Scope | null
  expiresAt: Date
  /** When the last letter about it was written. */
  toldAt: Date | null
  mayEnd: boolean
}

/** Offers that are open or ended recently, except accepted ones: a person who accepted is on the list of people. */
export async function offersMade({ actor, target }: Permit<'people:read'>, now: Date): Promise<OfferMade[]> {
  const { institutionId } = target
  const rows = await findOffersBy(db(), institutionId, now)
  return rows.map(({ id, email, role, nameArabic, nameLatin, scope, expiresAt, toldAt, outcome }) => {
    const state = offerState({ outcome, expiresAt }, now)
    const mayEnd = decide(actor, 'role:offer', { institutionId, accountId: null, role }) !== 'forbidden'
    const offer = { id, email, role, nameArabic, nameLatin, scope, expiresAt, toldAt }
    return { ...offer, state, mayEnd: mayEnd && state === 'waiting' }
  })
}

/**
 * Sends the letter about an unanswered offer again. The term of the offer starts anew, and the link in the earlier
 * letter stops working. Idempotent within a minute.
 *
 * @throws {AppError} not-found, also for the offer of another institution; forbidden; too-many-requests; offer-ended
 */
export async function resendOffer(
  { actor, target: { institutionId } }: Permit<'people:read'>,
  offerId: string,
  locale: Locale,
  now: Date,
): Promise<void> {
  const offer = await findOffer(db(), offerId)
  if (!offer || offer.institutionId !== institutionId) throw new AppError('not-found', 'offer')
  const { id, role, email } = offer
  permitFor(actor, 'role:offer', { institutionId, accountId: null, role })
  const expiresAt = offerExpiry(now)
  const before = new Date(now.getTime() - RESEND_AFTER_MS)
  if (offer.toldAt !== null && offer.toldAt > before && offerState(offer, now) === 'waiting') return
  await spendLimit('role-offer', `${institutionId} ${email}`, now)
  await spendLimit('role-offer-by', actor.accountId, now)
  await db().$transaction(async (tx) => {
    if (!(await renewOffer(tx, id, { before, expiresAt }, now)))
      throw new AppError('offer-ended', 'answered or expired')
    await tellOffered(tx, { ...offer, expiresAt }, locale, now)
    const facts = { actorId: actor.accountId, institutionId, details: { role, offer: id } }
    await recordAct(tx, { act: 'role-offer-sent-again', ...facts }, now)
  })
  await wake('mail')
}

/**
 * Withdraws an offer that nobody has answered. Idempotent.
 *
 * @throws {AppError} not-found, also for the offer of another institution; forbidden; offer-ended if it was answered in
 * the meantime.
 */
export async function withdrawOffer(
  { actor, target: { institutionId } }: Permit<'people:read'>,
  offerId: string,
  now: Date,
): Promise<void> {
  const offer = await findOffer(db(), offerId)
  if (!offer || offer.institutionId !== institutionId) throw new AppError('not-found', 'offer')
  const { id, role } = offer
  permitFor(actor, 'role:offer', { institutionId, accountId: null, role })
  await db().$transaction(async (tx) => {
    if (!(await endOffer(tx, id, 'taken-back', now))) {
      if ((await findOffer(tx, id))?.outcome === 'taken-back') return
      throw new AppError('offer-ended', 'answered or expired')
    }
    const facts = { actorId: actor.accountId, institutionId, details: { role, offer: id } }
    await recordAct(tx, { act: 'role-offer-taken-back', ...facts }, now)
  })
}
