import type { Reviewable } from '../signoff/reviewed'
import type { Course } from './course'

/** Every part of a course that is signed. */
export function reviewedParts({
  lessons,
  cases = [],
  bankSignoff,
  bankHashes,
}: Pick<Course, 'lessons' | 'cases' | 'bankSignoff' | 'bankHashes'>): Reviewable[] {
  return [...lessons, ...cases, ...(bankHashes ? [{ signoff: bankSignoff, hashes: bankHashes }] : [])]
}
