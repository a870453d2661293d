/**
 * The state of a letter. Each has its label in i18n/messages/*.json under `cohorts.people.letterStates`. `held`: it
 * waits for the person's next digest. `gathered`: a digest included it. `stopped`: it is no longer wanted, so not sent.
 */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed' | 'held' | 'gathered' | 'stopped'
