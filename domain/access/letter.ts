import type { Locale } from '../locale'

/** About an account, or about a place in a cohort. */
export type AccountLetterKind = 'confirm' | 'known' | 'reset' | 'changed'
export type CohortLetterKind = 'invitation' | 'admitted' | 'queued' | 'refused' | 'reminder'
export type LetterKind = AccountLetterKind | CohortLetterKind
/** A mail before it is written: to whom, in her language, and the one link it is about. */
export type Letter = { kind: LetterKind; to: string; name: string; locale: Locale; link: string; about?: CohortFacts }
/** `until`: the instant in ISO form after which the link works no longer. `reason`: what somebody wrote to her. */
export type CohortFacts = { institution: string; course: string; cohort: string; until?: string; reason?: string }
