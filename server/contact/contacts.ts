import 'server-only'
import { type ContactFields, expiryOf, MOST_CONTACTS, nearUntil } from '@/domain/contact/contact'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import {
  type ContactRow,
  confirmContactRow,
  findContact,
  findContactsOf,
  insertContact,
  lockContactsOf,
  withdrawContactRow,
} from '../db/contact/regional-contacts'

export type { ContactRow } from '../db/contact/regional-contacts'

/** How many rows the page of an institution lists, ended ones included. */
const LISTED = 200

export async function contactsOf({ target: { institutionId } }: Permit<'contact:manage'>): Promise<ContactRow[]> {
  return findContactsOf(sql(), institutionId, LISTED)
}

/**
 * `id`: drawn with the form, so that a form sent twice makes one proposal. `replacesId`: the contact that it changes.
 */
export type Proposal = { id: string; replacesId: string | null; fields: ContactFields }

/**
 * Proposes a contact of the institution's own region. Nothing is shown until the platform has accepted it.
 *
 * @returns `proposed`, or why not: the institution has no region, it has `MOST_CONTACTS` already, or another change of
 * this contact awaits a decision.
 * @throws {AppError} not-found if it has no such contact to change
 */
export async function proposeContact(
  { actor, target: { institutionId } }: Permit<'contact:propose'>,
  { id, replacesId, fields }: Proposal,
  now: Date,
): Promise<'proposed' | 'no-region' | 'full' | 'changing'> {
  return db().$transaction(async (tx) => {
    const { region, count } = await lockContactsOf(tx, institutionId)
    if (region === null) return 'no-region'
    if (count >= MOST_CONTACTS) return 'full'
    if (replacesId !== null) await requireReplaceable(tx, replacesId, institutionId)
    const made = { proposedById: actor.accountId, proposedAt: now }
    const row = { ...fields, id, institutionId, region, replacesId, ...made }
    if (!(await insertContact(tx, row))) return (await isSame(tx, id, institutionId)) ? 'proposed' : 'changing'
    const details = { contact: id, ...(replacesId !== null && { replaces: replacesId }) }
    await recordAct(tx, { act: 'contact-proposed', actorId: actor.accountId, institutionId, details }, now)
    return 'proposed'
  })
}

type On = Parameters<typeof findContact>[0]

async function requireReplaceable(tx: On, id: string, institutionId: string): Promise<void> {
  const before = isUuid(id) ? await findContact(tx, id) : null
  if (before?.institutionId !== institutionId || before.state !== 'accepted')
    throw new AppError('not-found', 'contact to change')
}

async function isSame(tx: On, id: string, institutionId: string): Promise<boolean> {
  return (await findContact(tx, id))?.institutionId === institutionId
}

/**
 * Withdraws a proposal, or an accepted contact, at once. @throws {AppError} not-found; conflict if it had ended or was
 * refused meanwhile.
 */
export async function withdrawContact(
  { actor, target: { institutionId } }: Permit<'contact:manage'>,
  id: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await requireOwn(tx, id, institutionId)
    const was = await withdrawContactRow(tx, { id, institutionId }, now)
    if (!was) throw new AppError('conflict', 'contact')
    const facts = { actorId: actor.accountId, institutionId, details: { contact: id, was } }
    await recordAct(tx, { act: 'contact-withdrawn', ...facts }, now)
  })
}

/**
 * Extends a contact that the institution has verified again. An expired contact must be proposed again.
 *
 * @throws {AppError} not-found; conflict if it does not expire soon, has expired or ended, or is of a former region of
 * the institution.
 */
export async function confirmContact(
  { actor, target: { institutionId } }: Permit<'contact:propose'>,
  id: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { region, ownRegion } = await requireOwn(tx, id, institutionId)
    const times = { now, near: nearUntil(now), expiresAt: expiryOf(now) }
    if (region !== ownRegion || !(await confirmContactRow(tx, { id, institutionId, region }, times)))
      throw new AppError('conflict', 'contact')
    const facts = { actorId: actor.accountId, institutionId, details: { contact: id } }
    await recordAct(tx, { act: 'contact-confirmed', ...facts }, now)
  })
}

async function requireOwn(tx: On, id: string, institutionId: string): Promise<ContactRow> {
  const contact = isUuid(id) ? await findContact(tx, id) : null
  if (contact?.institutionId !== institutionId) throw new AppError('not-found', 'contact')
  return contact
}
