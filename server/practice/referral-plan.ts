import 'server-only'
import { AppError } from '@/domain/errors'
import type { PlanProfile } from '@/domain/library/pathway'
import { changePlan, type Plan, type PlanChange, readPlan } from '@/domain/practice/referral/plan'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { db, sql } from '../db/client'
import { noteDone } from '../db/practice/practice-done'
import { findPlan, listPlans, savePlan } from '../db/practice/referral-plans'

export type OwnPlan = { plan: Plan; version: number; compared: boolean }

/** @throws {AppError} not-found */
export function planProfile(id: string): PlanProfile {
  const profile = library().pathway.profiles.find((one) => one.id === id)
  if (!profile) throw new AppError('not-found', 'profile of a referral plan')
  return profile
}

/** Her plan for a profile. Nobody else reads it. */
export async function ownPlan({ target }: Permit<'account:change'>, { id }: PlanProfile): Promise<OwnPlan> {
  const row = await findPlan(sql(), target.accountId, id)
  const plan = readPlan(row?.steps, library().pathway)
  return { plan, version: row?.version ?? 0, compared: row !== null && row.comparedAt !== null }
}

/** The profiles for which she has begun a plan, and whether she has compared it. */
export async function ownPlans({ target }: Permit<'account:read'>): Promise<Map<string, boolean>> {
  const rows = await listPlans(sql(), target.accountId)
  return new Map(rows.map(({ profileId, compared }) => [profileId, compared]))
}

type Pressed = { plan: Plan; change: PlanChange; version: number; compare: boolean }

/**
 * Stores the plan that her page shows, with the change that she made. A page that shows an older plan changes nothing.
 */
export async function changeOwnPlan(
  { target }: Permit<'account:change'>,
  { id }: PlanProfile,
  { plan, change, version, compare }: Pressed,
  now: Date,
): Promise<'saved' | 'changed-meanwhile'> {
  const changed = changePlan(plan, change)
  const saved = { plan: changed, version, compared: compare }
  return db().$transaction(async (tx) => {
    if (!(await savePlan(tx, target.accountId, id, saved, now))) return 'changed-meanwhile'
    if (compare) await noteDone(tx, target.accountId, { kind: 'referral', caseId: id, courseId: null }, now)
    return 'saved'
  })
}
