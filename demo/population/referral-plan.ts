import 'server-only'
import { expectedPlan } from '@/domain/case/expected-plan'
import { library } from '@/server/content/library'
import { daysAfter, type TableBatch } from './table-batch'

/** The number of steps in her unfinished plan. */
const PLANNED = 3

/** Adds an unfinished referral plan, which its person has not compared yet. */
export function addReferralPlan({ tables, now }: TableBatch, accountId: string): void {
  const { pathway } = library()
  const profile = pathway.profiles.toSorted((one, other) => one.order - other.order)[0]
  if (!profile) return
  const steps = expectedPlan(pathway, profile.facts)
    .slice(0, PLANNED)
    .map(({ step, actors, times }, place) => {
      // The last one has no time yet.
      return { step, actor: actors[0] ?? null, time: place < PLANNED - 1 ? (times[0] ?? null) : null }
    })
  const changedAt = daysAfter(now, -1)
  tables.ReferralPlan.push({
    ...{ accountId, profileId: profile.id, steps: JSON.stringify(steps) },
    ...{ version: PLANNED, changedAt, comparedAt: null },
  })
}
