import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'

/**
 * The permit of a tutor to read and answer the threads of her cohort. For everybody else, whatever her roles, the page
 * does not exist.
 *
 * @throws {AppError} not-found, sign-in-required, unconfirmed
 */
export async function requireThreads(caller: Caller, cohortId: string): Promise<WithCohort<'cohort:answer'>> {
  return requireCohort(caller, 'cohort:answer', cohortId).catch((error) => {
    throw error instanceof AppError && error.code === 'forbidden' ? new AppError('not-found', 'threads') : error
  })
}
