import 'server-only'
import { expiryOf } from '@/domain/contact/contact'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import {
  type ContactRow,
  decideContactRow,
  findAwaitingContacts,
  findContact,
  supersedeContact,
} from '../db/contact/regional-contacts'

/** How many proposals the list of the platform shows; the others follow as these are decided. */
const LISTED = 100

/** `own`: the reader proposed it herself, so that somebody else must decide. */
export type AwaitingContact = ContactRow & { own: boolean }

export async function awaitingContacts({ actor }: Permit<'contact:review'>): Promise<AwaitingContact[]> {
  const rows = await findAwaitingContacts(sql(), LISTED)
  return rows.map((row) => ({ ...row, own: row.proposedById === actor.accountId }))
}

/** A proposal, and the contact that it replaces. @throws {AppError} not-found */
export async function openContact(
  _: Permit<'contact:review'>,
  id: string,
): Promise<{ contact: ContactRow; before: ContactRow | null }> {
  const contact = isUuid(id) ? await findContact(sql(), id) : null
  if (!contact) throw new AppError('not-found', 'contact')
  return { contact, before: contact.replacesId === null ? null : await findContact(sql(), contact.replacesId) }
}

export type ContactDecision = { answer: 'accept' } | { answer: 'refuse'; reason: string }

/**
 * Accepts or refuses a proposal. When it is accepted, the contact that it replaces is no longer shown.
 *
 * @param contact as it was opened with the permit. @throws {AppError} already-decided, also if it was taken back;
 * conflict if its institution has moved to another region or was archived.
 */
export async function decideContact(
  { actor, target }: Permit<'contact:decide'>,
  { id }: Pick<ContactRow, 'id'>,
  decision: ContactDecision,
  now: Date,
): Promise<'accepted' | 'refused'> {
  const by = { decidedById: actor.accountId, decidedAt: now }
  return db().$transaction(async (tx) => {
    const contact = await findContact(tx, id)
    if (!contact) throw new AppError('conflict', 'contact of an archived institution')
    // The permit was checked against the person who proposed it.
    if (contact.proposedById !== target.proposedBy) throw new AppError('already-decided')
    const { institutionId, replacesId } = contact
    const facts = { actorId: actor.accountId, institutionId, details: { contact: id } }
    if (decision.answer === 'refuse') {
      const refusal = { ...by, state: 'refused', refusalReason: decision.reason } as const
      if (!(await decideContactRow(tx, id, refusal))) throw new AppError('already-decided')
      await recordAct(tx, { act: 'contact-refused', ...facts, reason: decision.reason }, now)
      return 'refused'
    }
    if (contact.region !== contact.ownRegion) throw new AppError('conflict', 'contact of another region')
    const shown = { confirmedAt: now, expiresAt: expiryOf(now), sourceSeen: true } as const
    if (!(await decideContactRow(tx, id, { ...by, ...shown, state: 'accepted' }))) throw new AppError('already-decided')
    if (replacesId !== null) await supersedeContact(tx, replacesId, now)
    await recordAct(tx, { act: 'contact-accepted', ...facts }, now)
    return 'accepted'
  })
}
