import 'server-only'
import { namesOf, type ProposalAnswer, type ProposalDecision } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { closeProposal, findProposal, type ProposalRow } from '../db/certificate/certificate-proposals'
import type { CertificateRow } from '../db/certificate/certificates'
import { type Db, db } from '../db/client'
import { wake } from '../queue/wake'
import { correctedPaper, correctPresence } from './correct-presence'
import { requireHeld } from './require-held'
import { requireInForce } from './require-in-force'
import { requireNames } from './require-names'
import { revokeInForce } from './revoke'
import { supersedeInForce } from './supersede'
import { tellHolder } from './tell-holder'

/**
 * Records the decision of the second person. If she accepts, it is carried out in one transaction: the change of the
 * certificate, the audit log and the letter to the holder.
 *
 * @throws {AppError} not-found, holder-gone, not-in-force, confirmed-elsewhere; already-decided, also if another
 * proposal has replaced it.
 */
export async function decideProposal(
  { actor, target }: Permit<'certificate:decide'>,
  given: ProposalAnswer,
  now: Date,
): Promise<ProposalDecision> {
  const by = { decidedById: actor.accountId, decidedAt: now }
  const decided = await db().$transaction(async (tx): Promise<ProposalDecision> => {
    const held = await requireHeld(tx, target.number)
    const proposal = await findProposal(tx, held.id, given.proposal)
    const wanted = given.answer === 'accept' ? 'carried-out' : 'refused'
    // Idempotent: a second submit by the same person has the same outcome.
    if (proposal?.decision === wanted && proposal.decidedById === actor.accountId) return wanted
    // The permit is for a proposal of the person named in it, so another proposal is refused.
    if (proposal?.decision !== null || proposal.proposedById !== target.proposedBy)
      throw new AppError('already-decided')
    if (given.answer === 'refuse') {
      await closeProposal(tx, proposal.id, { ...by, decision: 'refused', refusalReason: given.reason })
      await noteRefusal(tx, held, proposal, { actorId: actor.accountId, reason: given.reason }, now)
      return 'refused'
    }
    requireInForce(held.number, held)
    await closeProposal(tx, proposal.id, { ...by, decision: 'carried-out' })
    await carryOut(tx, held, proposal, actor.accountId, now)
    return 'carried-out'
  })
  await wake('mail')
  return decided
}

async function noteRefusal(
  tx: Db,
  { number, accountId }: CertificateRow,
  { institutionId }: ProposalRow,
  why: { actorId: string; reason: string },
  now: Date,
): Promise<void> {
  const facts = { subjectId: accountId, institutionId, details: { number }, ...why }
  await recordAct(tx, { act: 'certificate-proposal-refused', ...facts }, now)
}

async function carryOut(
  tx: Db,
  held: CertificateRow & { accountId: string },
  proposal: ProposalRow,
  actorId: string,
  now: Date,
): Promise<void> {
  const { reason, institutionId } = proposal
  const grounds = { reason, actorId, institutionId }
  if (proposal.act === 'revoke') await revokeInForce(tx, held, grounds, now)
  else {
    const names = namesOf(proposal)
    // Another institution may have confirmed the names in the meantime.
    await requireNames(tx, held, names, institutionId)
    const paperHash = proposal.halfDays ? await correctedPaper(tx, held, proposal.halfDays) : held.paperHash
    await supersedeInForce(tx, held, names, { ...grounds, paperHash }, now)
  }
  if (proposal.halfDays) await correctPresence(tx, held, proposal.halfDays, { reason, byId: actorId }, now)
  await tellHolder(tx, held, proposal, now)
}
