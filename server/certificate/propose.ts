import 'server-only'
import { type NewProposal, namesOf, type PresenceProposal } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { closeProposal, findProposal, insertProposal } from '../db/certificate/certificate-proposals'
import { db } from '../db/client'
import { administeredAt } from '../db/cohort/teachers'
import { wake } from '../queue/wake'
import { tellDeciders } from '../staff-letters/staff-letters'
import { requireHeld } from './require-held'
import { requireInForce } from './require-in-force'
import { requireNames } from './require-names'

const ACTS = { revoke: 'certificate-revocation-proposed', supersede: 'certificate-reissue-proposed' } as const

/**
 * Proposes to revoke or reissue a certificate. Nothing happens to it until a second person agrees.
 *
 * @param institutionId the institution for which the caller acts.
 * @throws {AppError} not-found, holder-gone, not-in-force, confirmed-elsewhere; already-proposed: only one proposal may
 * be open.
 */
export async function propose(
  { actor, target }: Permit<'certificate:propose'>,
  institutionId: string,
  proposal: NewProposal | PresenceProposal,
  now: Date,
): Promise<void> {
  const { number, institutionIds } = target
  if (!institutionIds.includes(institutionId)) throw new AppError('not-found', 'institution of the holder')
  const actorId = actor.accountId
  await db().$transaction(async (tx) => {
    const held = await requireHeld(tx, number)
    requireInForce(number, held)
    if (proposal.act === 'supersede') await requireNames(tx, held, namesOf(proposal as Partial<Names>), institutionId)
    const row = { certificateId: held.id, institutionId, proposedById: actorId, proposedAt: now, ...proposal }
    if (!(await insertProposal(tx, row))) throw new AppError('already-proposed')
    const facts = { actorId, subjectId: held.accountId, institutionId, reason: proposal.reason, details: { number } }
    await recordAct(tx, { act: ACTS[proposal.act], ...facts }, now)
    const platform = await administeredAt(tx, actorId, institutionIds, now)
    const except = [actorId, held.accountId]
    await tellDeciders(tx, { number, institutionId, institutionIds, platform, except }, now)
  })
  await wake('mail')
}

/**
 * Withdraws a proposal, for the person who made it. @throws {AppError} not-found, holder-gone, forbidden,
 * already-decided
 */
export async function withdrawProposal(
  { actor, target }: Permit<'certificate:propose'>,
  proposalId: string,
  now: Date,
): Promise<void> {
  const { number } = target
  const actorId = actor.accountId
  await db().$transaction(async (tx) => {
    const { id, accountId } = await requireHeld(tx, number)
    const proposal = await findProposal(tx, id, proposalId)
    if (!proposal) throw new AppError('not-found', 'proposal')
    if (proposal.proposedById !== actorId) throw new AppError('forbidden', 'a proposal of somebody else')
    const closing = { decision: 'taken-back', decidedById: actorId, decidedAt: now } as const
    if (!(await closeProposal(tx, proposalId, closing))) throw new AppError('already-decided')
    const facts = { actorId, subjectId: accountId, institutionId: proposal.institutionId, details: { number } }
    await recordAct(tx, { act: 'certificate-proposal-taken-back', ...facts }, now)
  })
}
