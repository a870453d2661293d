/**
 * What becomes of a letter. Each has its label under `cohorts.people.letterStates`. `held`: it waits for her next
 * digest; `gathered`: a digest has told what it said; `stopped`: she or
 * the school no longer wanted it.
 */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed' | 'held' | 'gathered' | 'stopped'
