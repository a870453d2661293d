import 'server-only'

/** Two accounts of one person: `other` is deleted in the end. */
export type Pair = { kept: string; other: string }
