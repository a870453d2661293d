/** The parts of the library, in the order in which they are offered. */
export const LIBRARY_PARTS = [
  'briefs',
  'law',
  'cases',
  'glossary',
  'indicators',
  'checklists',
  'models',
  'referral',
  'figures',
  'research',
] as const
