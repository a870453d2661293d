/** The effect of importing a row. Each has its word in i18n/messages/*.json under `cohorts.import.verdicts`. */
export const VERDICTS = ['new', 'existing', 'already-in', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]
