/** Why a typed number matches no certificate. Each has a sentence in i18n/messages/*.json under `verify.problem`. */
export type NumberProblem = 'mistyped' | 'malformed' | 'unknown'
