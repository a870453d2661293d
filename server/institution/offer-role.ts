import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { type Role, rolesIn } from '@/domain/institution/role'
import { type OfferState, offerExpiry, offerState } from '@/domain/institution/role-offer'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { type Permit, permitFor } from '../auth/permit'
import { findAccountByEmail } from '../db/accounts'
import { recordAct } from '../db/audit'
import { db } from '../db/client'
import { endOffer, findOffer, findOffersBy, insertOffer } from '../db/role-offers'
import { holdsRole } from '../db/roles'
import { wake } from '../jobs/wake'
import { requireInstitution } from './institutions'
import { tellOffered } from './tell-offered'

type Wanted = { email: string; role: Role; locale: Locale }
/** `own`: nobody is named by herself. `held`: somebody of the list that the caller may read has the role already. */
export type Offering = { status: 'offered' | 'own' | 'held' }

/**
 * Offers a role to whoever holds an address. What the caller sees of it is the same whether somebody has an account with that
 * address or not: nobody has any right by an offer until it is accepted.
 *
 * @param locale the letter's language for who has not chosen one.
 * @throws {AppError} forbidden; not-found; too-many-requests; invalid-input where the institution has no such role.
 */
export async function offerRole(
  { actor, target: { institutionId } }: Permit<'people:read'>,
  { email, role, locale }: Wanted,
  now: Date,
): Promise<Offering> {
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
      if (!rolesIn(kind).some((one) => one === role)) throw new AppError('invalid-input', `a ${role} in a ${kind}`)
    }
    const expiresAt = offerExpiry(now)
    const offer = await insertOffer(tx, { email, institutionId, role }, { by: actor.accountId, expiresAt }, now)
    if (!offer) return
    await tellOffered(tx, { email, institutionId, role, expiresAt }, locale, now)
    const facts = { actorId: actor.accountId, institutionId, details: { role, offer } }
    await recordAct(tx, { act: 'role-offered', ...facts }, now)
  })
  await wake('mail')
  return { status: 'offered' }
}

/** The address that was typed, the role and how it stands: all that is known of an offer to who made it. */
export type OfferMade = { id: string; email: string; role: Role; state: OfferState; expiresAt: Date; mayEnd: boolean }

/** Offers that wait or ended lately, but for those that were accepted: whoever accepted stands among the people. */
export async function offersMade({ actor, target }: Permit<'people:read'>, now: Date): Promise<OfferMade[]> {
  const { institutionId } = target
  const rows = await findOffersBy(db(), institutionId, now)
  return rows.map(({ id, email, role, expiresAt, outcome }) => {
    const state = offerState({ outcome, expiresAt }, now)
    const mayEnd = decide(actor, 'role:offer', { institutionId, accountId: null, role }) !== 'forbidden'
    return { id, email, role, state, expiresAt, mayEnd: mayEnd && state === 'waiting' }
  })
}

/**
 * Ends an offer that nobody has answered. A second press changes nothing.
 *
 * @throws {AppError} not-found, also for another institution's; forbidden; offer-ended when it was answered meanwhile.
 */
export async function takeOfferBack(
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
