/**
 * What a figure means, by the id of its sentence in the catalog. Printed with every figure, beside its n and its date.
 */
export const DEFINITIONS = [
  'facility',
  'facility-by-language',
  'discrimination',
  'distractors',
  'cronbach-alpha',
  'provision-errors',
  'confident-and-wrong',
  'mean-scores',
  'normalised-gain',
  'effect-size',
  'recall',
  'survey-answers',
  'survey-response',
  'places-by-half-year',
  'people-by-function',
  'people-trained',
  'certificates',
  'seminar-participation',
  'regrade-effect',
] as const
export type Definition = (typeof DEFINITIONS)[number]
