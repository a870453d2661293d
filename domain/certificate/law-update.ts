import type { LawSpan } from '../course/law-changes'
import type { Day } from '../time/day'

/** A law update of a certificate: a fact added to those that were fixed when it was issued. */
export type LawUpdate = {
  id: string
  lawDate: Day
  updatedAt: Date
  /** The number of the release whose questions were answered. */
  release: number
}

/** The day up to which the law of a certificate was read: that of its last update, or of its release. */
export function lawDateOf(updates: readonly Pick<LawUpdate, 'lawDate'>[], issuedOf: Day): Day {
  return [issuedOf, ...updates.map(({ lawDate }) => lawDate)].toSorted().at(-1) ?? issuedOf
}

/** How many questions are answered right, and whether all are. `done` is false if there are no questions. */
export function updateScore(points: readonly (number | null)[]): { right: number; total: number; done: boolean } {
  const right = points.filter((each) => each === 1).length
  return { right, total: points.length, done: right > 0 && right === points.length }
}

/** The law dates from and to which a certificate can be updated; null if it is not in force, or up to date. */
export function updateSpan(
  certificate: { status: 'valid' | 'superseded' | 'revoked'; updates: readonly Pick<LawUpdate, 'lawDate'>[] },
  { issuedOf, now }: { issuedOf: Day; now: Day },
): LawSpan | null {
  const since = lawDateOf(certificate.updates, issuedOf)
  return certificate.status === 'valid' && since < now ? { since, lawDate: now } : null
}
