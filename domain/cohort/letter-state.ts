/** What becomes of a letter about somebody's place. Each has its label under `cohorts.people.letterStates`. */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed'
