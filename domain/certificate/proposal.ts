import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { reasonSchema } from '../form/reason'
import { type Names, namesSchema } from '../person/profile'
import { daySchema } from '../time/day'
import { HALVES } from '../time/half-days'

/** The acts that can be proposed for a certificate. Each has its words in i18n/messages/*.json under `proposals`. */
export const PROPOSED_ACTS = ['revoke', 'supersede'] as const
export type ProposedAct = (typeof PROPOSED_ACTS)[number]
export type ProposalDecision = 'carried-out' | 'refused' | 'taken-back'

/** Proposes to revoke a certificate, or to issue another one in its place under these names. */
export const proposalSchema = z.discriminatedUnion('act', [
  reasonSchema.extend({ act: z.literal('revoke') }),
  reasonSchema.extend({ act: z.literal('supersede'), ...namesSchema.shape }),
])
const halfDaysSchema = z.array(z.object({ id: z.string(), day: daySchema, half: z.enum(HALVES) }))
export type ProposedHalfDay = z.infer<typeof halfDaysSchema>[number]
/** Proposes to correct the half-days of an attestation of attendance, or to withdraw it if none is left. */
export type PresenceProposal = { act: ProposedAct; reason: string; halfDays: ProposedHalfDay[] }

/** The half-days of a stored proposal; null for one about anything else. */
export function proposedHalfDays(stored: unknown): ProposedHalfDay[] | null {
  return stored === null || stored === undefined ? null : halfDaysSchema.parse(stored)
}

export type NewProposal = z.infer<typeof proposalSchema>

export function readProposal(form: FormData) {
  return textFields(form, ['act', 'reason', 'nameArabic', 'nameLatin'])
}

/**
 * The answer names the proposal that the page showed, so that it cannot apply to a newer one.
 */
export const answerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept'), proposal: z.uuid() }),
  reasonSchema.extend({ answer: z.literal('refuse'), proposal: z.uuid() }),
])
export type ProposalAnswer = z.infer<typeof answerSchema>

export function readAnswer(form: FormData) {
  return textFields(form, ['answer', 'proposal', 'reason'])
}

/**
 * An institution that confirmed the holder's identity vouches for her names: if there is one, only such an institution
 * may correct them.
 *
 * @param institutionId the institution that corrects them; null for the operator.
 * @param confirmers the institutions that have confirmed the holder, among those that taught the certificate. A
 * confirmation by any other institution, which she may have joined since, does not count here.
 */
export function mayRename(institutionId: string | null, confirmers: readonly string[]): boolean {
  return confirmers.length === 0 || (institutionId !== null && confirmers.includes(institutionId))
}

type Stored = { nameArabic?: string | null; nameLatin?: string | null }

/** The names of a stored proposal. A missing name stays as it is on the certificate. */
export function namesOf({ nameArabic, nameLatin }: Stored): Partial<Names> {
  return { ...(nameArabic && { nameArabic }), ...(nameLatin && { nameLatin }) }
}
