import type { Reviewable } from '../course/reviewed'
import type { SignedKind } from './entry-signoff'
import { type Library, lookUp } from './library'

/** The sign-offs of an entry, and the hash that a sign-off must name to count. */
export function reviewOf({ reviews }: Pick<Library, 'reviews'>, kind: SignedKind, id: string): Reviewable {
  return lookUp(reviews[kind], id) ?? { signoff: [], hashes: { ar: '', fr: '', en: '' } }
}
