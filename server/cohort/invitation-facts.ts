import 'server-only'
import type { Localized } from '@/domain/locale'
import { db } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findInstitution, type InstitutionRow } from '../db/institution/institutions'
import { invitationOf } from './accept-invitation'
import { titleOf } from './courses'

export type InvitationFacts = { cohort: CohortRow; institution: InstitutionRow; title: Localized }

/** The facts of an invitation, for anyone who has the link; null if it does not work. */
export async function invitationFacts(token: string, now: Date): Promise<InvitationFacts | null> {
  const invitation = await invitationOf(token, now)
  if (!invitation) return null
  const { cohort } = invitation
  const [institution, title] = await Promise.all([findInstitution(db(), cohort.institutionId), titleOf(cohort)])
  return institution && { cohort, institution, title }
}
