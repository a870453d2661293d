import 'server-only'
import type { Plan } from '@/domain/practice/referral/plan'
import type { Sql } from '../sql'

export type PlanRow = { steps: unknown; version: number; comparedAt: Date | null }

export async function findPlan(sql: Sql, accountId: string, profileId: string): Promise<PlanRow | null> {
  const rows = await sql.$queryRaw<PlanRow[]>`
    select steps, version, "comparedAt" from "ReferralPlan"
    where "accountId" = ${accountId}::uuid and "profileId" = ${profileId}`
  return rows[0] ?? null
}

/** The profiles for which she has begun a plan, and whether she has compared it. */
export async function listPlans(sql: Sql, accountId: string): Promise<{ profileId: string; compared: boolean }[]> {
  return sql.$queryRaw`
    select "profileId", "comparedAt" is not null as compared from "ReferralPlan" where "accountId" = ${accountId}::uuid`
}

type Saved = { plan: Plan; version: number; compared: boolean }

/**
 * Replaces the version of a plan that she saw.
 *
 * @param version 0 for a new plan. @returns false if it was changed meanwhile
 */
export async function savePlan(
  sql: Sql,
  accountId: string,
  profileId: string,
  { plan, version, compared }: Saved,
  now: Date,
): Promise<boolean> {
  const steps = JSON.stringify(plan)
  const comparedAt = compared ? now : null
  const rows = await sql.$executeRaw`
    insert into "ReferralPlan" as p ("accountId", "profileId", steps, "changedAt", "comparedAt")
    select ${accountId}::uuid, ${profileId}, ${steps}::jsonb, ${now}, ${comparedAt}::timestamptz
    where ${version} = 0 or exists (
      select 1 from "ReferralPlan" where "accountId" = ${accountId}::uuid and "profileId" = ${profileId})
    on conflict ("accountId", "profileId") do update
      set steps = excluded.steps, "changedAt" = excluded."changedAt", version = p.version + 1,
        "comparedAt" = coalesce(p."comparedAt", excluded."comparedAt")
      where p.version = ${version}`
  return rows === 1
}
