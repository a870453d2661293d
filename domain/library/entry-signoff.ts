import { z } from 'zod'
import { signSchema } from '../course/course'
import type { Reviewable } from '../course/reviewed'

/** What a jurist signs entry by entry. */
export const SIGNED_KINDS = ['law', 'decision', 'term', 'indicator', 'referral', 'checklist'] as const
export type SignedKind = (typeof SIGNED_KINDS)[number]

/** A ledger of the library: `entry` names what was read, the hash says how it then stood. */
export const entrySignoffSchema = z.array(signSchema.extend({ entry: z.string().min(1) }))
export type EntrySignoff = z.infer<typeof entrySignoffSchema>

/** The sign-offs of every entry that can be signed, by kind and id. */
export type LibraryReviews = Readonly<Record<SignedKind, Readonly<Record<string, Reviewable>>>>
