/** In what capacity a person learns. Each has its label in i18n/messages/*.json under `fields.functions`. */
export const PERSON_FUNCTIONS = [
  'judge',
  'appeal-judge',
  'chamber-president',
  'investigating-judge',
  'juvenile-judge',
  'prosecutor',
  'general-prosecutor',
  'trainee-judge',
  'clerk',
  'lawyer',
  'police-officer',
  'social-worker',
  'labour-inspector',
  'commission-member',
  'other',
] as const
export type PersonFunction = (typeof PERSON_FUNCTIONS)[number]
