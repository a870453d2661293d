/** The outcomes of a proposal to grade again. Each has its name in i18n/messages/*.json under `regrade.decisions`. */
export const DECISIONS_OF_REGRADE = ['accepted', 'refused', 'taken-back'] as const
export type RegradeDecision = (typeof DECISIONS_OF_REGRADE)[number]
