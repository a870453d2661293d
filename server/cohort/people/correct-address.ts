import 'server-only'
import type { AddressChange } from '@/domain/cohort/address-form'
import { isAddressOpen } from '@/domain/cohort/member-acts'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { findAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { changeAddress, findPlaceAt } from '../../db/cohort/cohort-members'
import { endInvitations } from '../../db/cohort/invitations'
import { stopLettersOfPlace } from '../../db/mail/held-mails'
import { wake } from '../../queue/wake'
import { isOwn } from './own-place'
import { requireMember } from './require-member'
import { sendInvitation } from './send-invitation'

/** Why an address is not taken. Each has its sentence in i18n/messages/*.json under `cohorts.address.problems`. */
type NotCorrected = 'own' | 'same' | 'taken' | 'changed'
export type Corrected =
  | { status: 'corrected' }
  /** `memberId`: the place to which the address belongs already; null if the reason is another one. */
  | { status: 'refused'; why: NotCorrected; memberId: string | null }

/**
 * Corrects the address of a member who has not joined. Her earlier links no longer work, and letters to the old address
 * are stopped; if she is invited, she gets a new invitation. The audit log does not contain the addresses, since its
 * entries stay.
 *
 * @throws {AppError} not-found; conflict if she has an account by now, has left, or the cohort is archived
 */
export async function correctAddress(
  { actor, target }: Permit<'cohort:enrol'>,
  memberId: string,
  { email, before }: AddressChange,
  now: Date,
): Promise<Corrected> {
  const corrected = await db().$transaction(async (tx): Promise<Corrected> => {
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    if (!isAddressOpen(member)) throw new AppError('conflict', 'her address is her own')
    // The form was sent twice: the first submit corrected the address, and the second writes no other letter.
    if (member.email === email && before !== email) return { status: 'corrected' }
    if (member.email === email) return { status: 'refused', why: 'same', memberId: null }
    if (member.email !== before) return { status: 'refused', why: 'changed', memberId: null }
    if (isOwn(await findAccount(tx, actor.accountId), { email, accountId: member.accountId })) {
      return { status: 'refused', why: 'own', memberId: null }
    }
    const taken = await findPlaceAt(tx, cohort.id, { email, not: member.id })
    if (taken) return { status: 'refused', why: 'taken', memberId: taken.id }
    // Lock the invitations before the member, as when an invitation is accepted.
    await endInvitations(tx, member.id, now)
    if (!(await changeAddress(tx, member, email))) throw new AppError('conflict', 'joined meanwhile')
    await stopLettersOfPlace(tx, member.id)
    if (member.status === 'invited') await sendInvitation(tx, { ...member, email }, cohort, now)
    const details = { cohortId: cohort.id, memberId: member.id }
    const facts = { actorId: actor.accountId, subjectId: null, institutionId: cohort.institutionId, details }
    await recordAct(tx, { act: 'address-corrected', ...facts }, now)
    return { status: 'corrected' }
  })
  await wake('mail')
  return corrected
}
