import 'server-only'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Phase } from '@/domain/cohort/phase'
import type { Rng } from './rng'

export type Step = { to: MemberStatus; by: 'herself' | 'staff'; reason: string | null }

/** The percentage of members with each status, by the phase of the cohort. */
const SHARES: Readonly<Record<Phase, Readonly<Partial<Record<MemberStatus, number>>>>> = {
  planned: { active: 20, invited: 50, asked: 12, waiting: 8, refused: 4, withdrawn: 4, transferred: 2 },
  running: { active: 78, invited: 6, asked: 4, waiting: 3, refused: 2, withdrawn: 4, transferred: 3 },
  over: { active: 84, invited: 4, waiting: 2, refused: 2, withdrawn: 5, transferred: 3 },
  archived: { active: 86, invited: 4, refused: 2, withdrawn: 5, transferred: 3 },
}

/** The status of the member at a place in the list, so that each status gets its share of the `people`. */
export function statusAt(place: number, people: number, phase: Phase): MemberStatus {
  let upTo = 0
  for (const [status, share] of Object.entries(SHARES[phase])) {
    upTo += share
    if ((place + 0.5) * 100 < upTo * people) return status as MemberStatus
  }
  return 'active'
}

const step = (to: MemberStatus, by: Step['by'], reason: string | null = null): Step => ({ to, by, reason })

/** A history of moves that ends in this status. */
export function membershipHistory(status: MemberStatus, { chance, pick }: Rng): Step[] {
  const asked = step('asked', 'herself')
  const invited = step('invited', 'staff')
  const joined = chance(0.15) ? [asked, step('active', 'staff')] : [invited, step('active', 'herself')]
  if (status === 'invited') return [invited]
  if (status === 'asked') return [asked]
  if (status === 'waiting') return [asked, step('waiting', 'staff', REASONS.waiting)]
  if (status === 'refused') return [asked, step('refused', 'staff', REASONS.refused)]
  if (status === 'withdrawn') return [...joined, step('withdrawn', 'staff', pick(REASONS.withdrawn))]
  if (status === 'transferred') return [...joined, step('transferred', 'staff', REASONS.transferred)]
  const back = [step('withdrawn', 'staff', REASONS.withdrawn[0]), step('active', 'staff', REASONS.back)]
  return chance(0.04) ? [...joined, ...back] : joined
}

const REASONS = {
  waiting: 'Toutes les places sont prises (démonstration)',
  refused: 'Ne relève pas de l’institution (démonstration)',
  withdrawn: ['Congé (démonstration)', 'Mutation (démonstration)', 'Charge de travail (démonstration)'],
  transferred: 'Suit la prochaine édition (démonstration)',
  back: 'De retour (démonstration)',
} as const
