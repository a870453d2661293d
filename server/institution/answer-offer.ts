import 'server-only'
import { rolesIn } from '@/domain/auth/role'
import { makeSigner } from '@/domain/editorial/signer'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { findAccount, findAccountByEmail } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import {
  countOffersTo,
  endOffer,
  findOffer,
  findOffersTo,
  type OfferRow,
  type ReceivedOffer,
} from '../db/auth/role-offers'
import { findSigner, insertRole, isSignerTaken } from '../db/auth/roles'
import { type Db, db } from '../db/client'
import { secureRandom } from '../random'

type Mine = Permit<'account:read'>

/** The roles offered to the person; none before she has confirmed that the address is her own. */
export async function offersToMe({ actor, target }: Mine, now: Date): Promise<ReceivedOffer[]> {
  const account = actor.confirmed ? await findAccount(db(), target.accountId) : null
  return account ? findOffersTo(db(), account.email, now) : []
}

export async function countOffersToMe({ actor, target }: Mine, now: Date): Promise<number> {
  const account = actor.confirmed ? await findAccount(db(), target.accountId) : null
  return account ? countOffersTo(db(), account.email, now) : 0
}

/** The account whose address an offer was made to; null if there is none or no such offer. */
export async function offeredTo(offerId: string): Promise<string | null> {
  const offer = await findOffer(db(), offerId)
  return offer && ((await findAccountByEmail(db(), offer.email))?.id ?? null)
}

/**
 * Accepts a role. From now on the person holds it, and the institution sees her in its list of people. Idempotent.
 *
 * @throws {AppError} not-found, offer-ended
 */
export async function acceptOffer({ actor }: Permit<'offer:answer'>, offerId: string, now: Date): Promise<void> {
  const { accountId } = actor
  await db().$transaction(async (tx) => {
    const offer = await requireOffer(tx, offerId)
    if (!(await answer(tx, offer, 'accepted', now))) return
    const { institutionId, role, institution, offeredById } = offer
    const possible = institution === null || rolesIn(institution.kind).some((allowed) => allowed === role)
    if (institution?.archivedAt || !possible) throw new AppError('offer-ended', 'the institution gives no such role')
    const reviewer = offer.scope ? { scope: offer.scope, signer: await signerOf(tx, accountId) } : undefined
    await insertRole(tx, { accountId, institutionId, role, reviewer }, offeredById, now)
    const facts = { actorId: accountId, subjectId: accountId, institutionId, details: { role, offer: offerId } }
    await recordAct(tx, { act: 'role-accepted', ...facts }, now)
  })
}

/** The identifier with which a reviewer signs: her earlier one, if she was a reviewer before. */
async function signerOf(tx: Db, accountId: string): Promise<string> {
  const before = await findSigner(tx, accountId)
  if (before) return before
  for (;;) {
    const signer = makeSigner(secureRandom)
    if (!(await isSignerTaken(tx, signer))) return signer
  }
}

/** Declines a role. Nobody learns who declined. Idempotent. @throws {AppError} not-found, offer-ended */
export async function declineOffer({ actor }: Permit<'offer:answer'>, offerId: string, now: Date): Promise<void> {
  const { accountId } = actor
  await db().$transaction(async (tx) => {
    const offer = await requireOffer(tx, offerId)
    if (!(await answer(tx, offer, 'declined', now))) return
    const { institutionId, role } = offer
    const facts = { actorId: accountId, subjectId: accountId, institutionId, details: { role, offer: offerId } }
    await recordAct(tx, { act: 'role-declined', ...facts }, now)
  })
}

async function requireOffer(tx: Db, offerId: string): Promise<OfferRow> {
  const offer = await findOffer(tx, offerId)
  if (!offer) throw new AppError('not-found', 'offer')
  return offer
}

/** @returns whether this call answered the offer, and not an earlier one. @throws {AppError} offer-ended */
async function answer(tx: Db, { id }: OfferRow, outcome: 'accepted' | 'declined', now: Date): Promise<boolean> {
  if (await endOffer(tx, id, outcome, now)) return true
  if ((await findOffer(tx, id))?.outcome === outcome) return false
  throw new AppError('offer-ended', 'answered otherwise, taken back or expired')
}
