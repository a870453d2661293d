import { z } from 'zod'
import { type Names, namesSchema } from '../account/profile'
import { textFields } from '../form/form-fields'
import { reasonSchema } from '../institution/institution'

/** What can be proposed about a certificate. Each has its words in i18n/messages/*.json under `proposals`. */
export const PROPOSED_ACTS = ['revoke', 'supersede'] as const
export type ProposedAct = (typeof PROPOSED_ACTS)[number]
export type ProposalDecision = 'carried-out' | 'refused' | 'taken-back'

/** To revoke it, or to issue another one in its place under these names. */
export const proposalSchema = z.discriminatedUnion('act', [
  reasonSchema.extend({ act: z.literal('revoke') }),
  reasonSchema.extend({ act: z.literal('supersede'), ...namesSchema.shape }),
])
export type NewProposal = z.infer<typeof proposalSchema>

export function readProposal(form: FormData) {
  return textFields(form, ['act', 'reason', 'nameArabic', 'nameLatin'])
}

/** About the proposal that was read when the button was pressed: another one is not meant. */
export const answerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept'), proposal: z.uuid() }),
  reasonSchema.extend({ answer: z.literal('refuse'), proposal: z.uuid() }),
])
export type ProposalAnswer = z.infer<typeof answerSchema>

export function readAnswer(form: FormData) {
  return textFields(form, ['answer', 'proposal', 'reason'])
}

/**
 * Whoever confirmed who she is vouches for her names: once somebody has, only such an institution corrects them.
 *
 * @param confirmers the institutions that have confirmed her, of those that taught the certificate: what another one, which
 *   she may have joined since, says of her binds nobody here.
 */
export function mayRename(institutionId: string, confirmers: readonly string[]): boolean {
  return confirmers.length === 0 || confirmers.includes(institutionId)
}

type Stored = { nameArabic?: string | null; nameLatin?: string | null }

/** A proposal as it was kept. A name that is missing stays as it stands on the account. */
export function namesOf({ nameArabic, nameLatin }: Stored): Partial<Names> {
  return { ...(nameArabic && { nameArabic }), ...(nameLatin && { nameLatin }) }
}
