import 'server-only'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { countSeated, countWaiting } from '../../db/cohort/cohort-members'

/** How many seats of a cohort are taken, and how many people wait for one. */
export async function placesIn({ target }: Permit<'cohort:change'>): Promise<{ taken: number; waiting: number }> {
  const [taken, waiting] = await Promise.all([countSeated(db(), target.cohortId), countWaiting(db(), target.cohortId)])
  return { taken, waiting }
}
