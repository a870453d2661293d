import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { NO_ROLES } from '@/domain/auth/roles-held'
import { sql } from '../db/client'
import { type CohortRow, findCohortsRun } from '../db/cohort/cohorts'

/** What somebody runs, as far as her roles and her second factor allow now. */
export type Scope = {
  /** The institutions that she administers. */
  administers: readonly string[]
  /** She administers the platform. */
  platform: boolean
  nation: boolean
  /** She holds a role whose work is shown only after a second factor. */
  locked: boolean
}

export function scopeOf(actor: Person): Scope {
  const { institutions, platform } = actor.roles ?? NO_ROLES
  const own = institutions.filter(({ role }) => role === 'administrator').map(({ institutionId }) => institutionId)
  const administers = own.filter((institutionId) => decide(actor, 'people:read', { institutionId }) === 'allowed')
  const mayRun = decide(actor, 'platform:run', {})
  return {
    administers,
    platform: mayRun === 'allowed',
    nation: decide(actor, 'nation:read', {}) === 'allowed',
    locked: administers.length < own.length || (platform.length > 0 && mayRun.startsWith('second-factor')),
  }
}

/** The cohorts that she may read and that are not archived. */
export async function cohortsRun(actor: Person, { administers }: Pick<Scope, 'administers'>): Promise<CohortRow[]> {
  const tutorsIn = (actor.roles ?? NO_ROLES).institutions.filter(({ role }) => role === 'tutor')
  if (administers.length === 0 && tutorsIn.length === 0) return []
  const found = await findCohortsRun(sql(), {
    accountId: actor.accountId,
    administers,
    tutorsIn: tutorsIn.map(({ institutionId }) => institutionId),
  })
  return found.filter(({ id, institutionId, tutorIds }) => {
    const target = { cohortId: id, institutionId, tutorIds }
    return decide(actor, 'cohort:read', target) === 'allowed'
  })
}
