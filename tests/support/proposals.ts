import type { NewProposal, ProposalAnswer } from '@/domain/certificate/proposal'
import { permitFor } from '@/server/auth/permit'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { proposerOf } from '@/server/certificate/held'
import { propose } from '@/server/certificate/propose'
import { findCertificate } from '@/server/db/certificate/certificates'
import { db, sql } from '@/server/db/client'
import { findTeachers } from '@/server/db/cohort/teachers'
import { teach } from './cohorts'
import { certifiedLearner } from './exam-taken'
import { actorNow, giveRole, insertStaff, makeInstitution } from './staff'

export const REVOKE: NewProposal = { act: 'revoke', reason: 'Examen passé par un tiers' }
type Someone = { accountId: string; sessionId: string }

/** A school with two administrators, and a holder who earned a certificate in one of its cohorts. */
export async function makeHolder(names?: { nameArabic?: string; nameLatin?: string }) {
  const institutionId = await makeInstitution()
  const holder = await certifiedLearner(names)
  await giveRole(holder.accountId, 'learner', institutionId)
  await teach(institutionId, holder)
  const first = await insertStaff('administrator', institutionId, { nameLatin: 'Karim Idrissi' })
  const second = await insertStaff('administrator', institutionId, { nameLatin: 'Houda Mrabet' })
  return { institutionId, holder, first, second, number: holder.certificate.number }
}

export type Fixtures = Awaited<ReturnType<typeof makeHolder>>

/** The target of the permissions, as it is now. */
export async function targetOf(number: string) {
  const held = await findCertificate(sql(), number)
  const holderId = held?.accountId ?? null
  return { number, holderId, institutionIds: held ? await findTeachers(sql(), held) : [] }
}

export async function mayPropose(who: Someone, number: string) {
  return permitFor(await actorNow(who), 'certificate:propose', await targetOf(number))
}

export async function mayDecide(who: Someone, number: string, proposedBy: string | null) {
  const target = await targetOf(number)
  const open = await db().certificateProposal.findFirst({ where: { certificate: { number }, decision: null } })
  const { proposedByTeacher } = await proposerOf(open, target.institutionIds)
  return permitFor(await actorNow(who), 'certificate:decide', { ...target, proposedBy, proposedByTeacher })
}

/** The first administrator proposes a change. @returns the id of the proposal. */
export async function proposeAs(
  { institutionId, first, number }: Fixtures,
  proposal: NewProposal,
  now: Date,
): Promise<string> {
  await propose(await mayPropose(first, number), institutionId, proposal, now)
  return (await openOf(number)).id
}

export async function openOf(number: string) {
  return db().certificateProposal.findFirstOrThrow({ where: { certificate: { number }, decision: null } })
}

/** The second administrator decides. */
export async function answerAs({ first, second, number }: Fixtures, answer: ProposalAnswer, now: Date) {
  return decideProposal(await mayDecide(second, number, first.accountId), answer, now)
}
