import { z } from 'zod'
import type { Reviewable } from './reviewed'
import { signSchema } from './signoff'

/** The kinds that a jurist signs entry by entry. */
export const SIGNED_KINDS = [
  'law',
  'decision',
  'term',
  'indicator',
  'referral',
  'checklist',
  'model',
  'brief',
  'pathway',
] as const
export type SignedKind = (typeof SIGNED_KINDS)[number]

/** A ledger of the library: `entry` names the entry that was read, and the hash identifies the text that was read. */
export const entrySignoffSchema = z.array(signSchema.extend({ entry: z.string().min(1) }))
export type EntrySignoff = z.infer<typeof entrySignoffSchema>

/** The sign-offs of every entry that can be signed, by kind and id. */
export type LibraryReviews = Readonly<Record<SignedKind, Readonly<Record<string, Reviewable>>>>
