import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Localized } from '@/domain/locale'
import type { Caller } from '../auth/caller'
import { permitFor } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { sql } from '../db/client'
import { type CohortRow, findCohorts } from '../db/cohort/cohorts'
import type { InstitutionRow } from '../db/institution/institutions'
import { titleOf } from './courses'

export type InstitutionCohorts = {
  institution: InstitutionRow
  cohorts: readonly { cohort: CohortRow; title: Localized }[]
  mayCreate: boolean
}

/** The cohorts of an institution that the caller may see. @throws {AppError} not-found, or as requirePermission does */
export async function institutionCohorts(caller: Caller, institutionId: string): Promise<InstitutionCohorts> {
  const institution = await requireInstitution(institutionId)
  const actor = await caller.staff()
  permitFor(actor, 'institution:read', { institutionId })
  const may = (cohort: CohortRow) =>
    decide(actor, 'cohort:read', { cohortId: cohort.id, institutionId, tutorIds: cohort.tutorIds }) === 'allowed'
  const seen = (await findCohorts(sql(), institutionId)).filter(may)
  const cohorts = await Promise.all(seen.map(async (cohort) => ({ cohort, title: await titleOf(cohort) })))
  return { institution, cohorts, mayCreate: decide(actor, 'cohort:create', { institutionId }) === 'allowed' }
}
