import type { SignedKind } from '../signoff/entry-signoff'
import type { Reviewable } from '../signoff/reviewed'
import { type Library, lookUp } from './library'

/** The sign-offs of an entry, and the hash that a sign-off must name to count. */
export function reviewOf({ reviews }: Pick<Library, 'reviews'>, kind: SignedKind, id: string): Reviewable {
  return lookUp(reviews[kind], id) ?? { signoff: [], hashes: { ar: '', fr: '', en: '' } }
}
