import type { ProposalDecision, ProposedAct, ProposedHalfDay } from '@/domain/certificate/proposal'
import type { Names } from '@/domain/person/profile'

/** A proposal as pages show it. Names are null once the account is gone. */
export type ShownProposal = {
  id: string
  act: ProposedAct
  reason: string
  /** The names for the new certificate; null if they do not change. */
  nameArabic: string | null
  nameLatin: string | null
  /** The half-days that an attestation of attendance is to state; null where they stay. */
  halfDays: readonly ProposedHalfDay[] | null
  institution: Names
  proposedBy: Names | null
  proposedAt: Date
  /** Null while the proposal is open. */
  decision: ProposalDecision | null
  decidedBy: Names | null
  decidedAt: Date | null
  refusalReason: string | null
}
