/** Each has its label in i18n/messages/*.json under `institutions.kinds`. */
export const INSTITUTION_KINDS = ['school', 'court', 'prosecution', 'commission', 'partner'] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]
