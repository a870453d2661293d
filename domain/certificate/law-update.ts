import type { Day } from '../cohort/day'
import type { LawSpan } from '../course/law-change'

/** That a certificate was brought up to the law of a later day: a fact beside those that were fixed when it was issued. */
export type LawUpdate = {
  id: string
  lawDate: Day
  updatedAt: Date
  /** The number of the release whose questions were answered. */
  release: number
}

/** The day up to which the law of a certificate was read: of its last update, or of the release that it names. */
export function lawDateOf(updates: readonly Pick<LawUpdate, 'lawDate'>[], issuedOf: Day): Day {
  return [issuedOf, ...updates.map(({ lawDate }) => lawDate)].toSorted().at(-1) ?? issuedOf
}

/** How many questions are answered rightly, and whether that is all. None at all is never enough. */
export function updateStanding(points: readonly (number | null)[]): { right: number; total: number; done: boolean } {
  const right = points.filter((each) => each === 1).length
  return { right, total: points.length, done: right > 0 && right === points.length }
}

/** From which law to which a certificate can be brought; null if it is not in force, or the law is the same. */
export function updateSpan(
  certificate: { status: 'valid' | 'superseded' | 'revoked'; updates: readonly Pick<LawUpdate, 'lawDate'>[] },
  { issuedOf, now }: { issuedOf: Day; now: Day },
): LawSpan | null {
  const since = lawDateOf(certificate.updates, issuedOf)
  return certificate.status === 'valid' && since < now ? { since, lawDate: now } : null
}
