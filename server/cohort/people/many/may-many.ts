import 'server-only'
import { type ChoiceAct, isOpenFor } from '@/domain/cohort/many-acts'
import { phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import type { Caller } from '../../../auth/caller'
import { type Permit, permitFor } from '../../../auth/permit'
import type { CohortRow } from '../../../db/cohort/cohorts'
import { requireCohort } from '../../cohort-permit'

/** The permit for an act on many people of a cohort. */
export type MayMany =
  | Permit<'cohort:enrol'>
  | Permit<'cohort:remind'>
  | Permit<'cohort:decide'>
  | Permit<'cohort:withdraw-many'>
  | Permit<'cohort:announce'>

/**
 * The cohort with the permit to choose people for an act. @throws {AppError} not-found, conflict in a cohort where the
 * act is over, or as requirePermission does
 */
export async function mayChoose(
  caller: Caller,
  cohortId: string,
  act: ChoiceAct,
  now: Date,
): Promise<{ cohort: CohortRow; permit: MayMany }> {
  const granted = await permitOf(caller, cohortId, act)
  if (!isOpenFor(act, phaseOf(granted.cohort, now))) throw new AppError('conflict', `${act} in a cohort that is over`)
  return granted
}

/**
 * The cohort with the permit to do the act. To withdraw many people, the second factor must have been given a short
 * time ago; the choice stays stored meanwhile.
 */
export async function mayDo(caller: Caller, cohortId: string, act: ChoiceAct) {
  return act === 'withdraw' ? requireCohort(caller, 'cohort:withdraw-many', cohortId) : permitOf(caller, cohortId, act)
}

async function permitOf(
  caller: Caller,
  cohortId: string,
  act: ChoiceAct,
): Promise<{ cohort: CohortRow; permit: MayMany }> {
  if (act === 'write') return requireCohort(caller, 'cohort:announce', cohortId)
  if (act === 'remind') return requireCohort(caller, 'cohort:remind', cohortId)
  if (act !== 'admit') return requireCohort(caller, 'cohort:enrol', cohortId)
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', cohortId)
  // Nobody may accept her own request; this is checked person by person.
  return { cohort, permit: permitFor(permit.actor, 'cohort:decide', { ...permit.target, askedBy: null }) }
}
