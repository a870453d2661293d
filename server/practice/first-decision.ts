import 'server-only'
import { documentsOf, factsIn } from '@/domain/case/case-text'
import { readAnswers } from '@/domain/practice/grid-answers'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { openGrid, saveGrid } from './grid'
import { changeOwnPlan, ownPlan, planProfile } from './referral-plan'
import { beginRun, openRun, takeDecision } from './simulation/own-runs'

/** The files of which the first decision is open to everybody, as their addresses name them. */
export const FIRST_KINDS = ['grid', 'simulations', 'referral'] as const
export type FirstKind = (typeof FIRST_KINDS)[number]

/** Her permits: the plan of a referral asks for the second. */
export type Keeping = { read: Permit<'account:read'>; change: Permit<'account:change'> }
type First = { id: string; choice: string }

/**
 * Makes the first decision that somebody took without an account the first one of her own file, if she has not begun
 * it: what she has decided stands. A choice that the file does not offer is left out.
 *
 * @returns the page with which she goes on, without its language
 */
export async function keepFirstDecision(
  keeping: Keeping,
  { kind, ...first }: First & { kind: FirstKind },
  now: Date,
): Promise<string> {
  if (kind === 'simulations') return keepInSimulation(keeping, first, now)
  return kind === 'grid' ? keepInGrid(keeping, first, now) : keepInPlan(keeping, first, now)
}

async function keepInSimulation({ read }: Keeping, { id, choice }: First, now: Date): Promise<string> {
  const path = `/practice/simulations/${id}`
  await beginRun(read, id, now)
  const open = await openRun(read, id)
  if (!open || open.run.endedAt) return path
  const taken = open.run.choices.length
  if (taken > 0) return `${path}/${taken + 1}`
  const decided = await takeDecision(read, open, { number: 1, choice }, now)
  return decided === 'not-offered' ? `${path}/1` : `${path}/2`
}

async function keepInGrid({ read }: Keeping, { id, choice }: First, now: Date): Promise<string> {
  const { found, release, number, underWay } = await openGrid(read, id)
  const field = (name: string) => (name === 'act' ? [choice] : [])
  const facts = new Set(factsIn(documentsOf(found, 'ar')).map((fact) => fact.id))
  const offered = Object.keys(readAnswers(found.file, facts, field)).length > 0
  if (!underWay && offered) {
    const sent = { number, version: 0, releaseId: release.id, owner: null, writer: null, step: 0, field }
    // If another window saves at the same time, the first save counts.
    await saveGrid(read, id, sent, now)
  }
  return `/practice/grid/${id}`
}

async function keepInPlan({ change }: Keeping, { id, choice }: First, now: Date): Promise<string> {
  const profile = planProfile(id)
  const { plan, version } = await ownPlan(change, profile)
  const known = library().pathway.steps.some((step) => step.id === choice)
  if (plan.length === 0 && known) {
    const add = { change: 'add' as const, step: choice }
    await changeOwnPlan(change, profile, { plan, change: add, version, compare: false }, now)
  }
  return `/practice/referral/${id}`
}
