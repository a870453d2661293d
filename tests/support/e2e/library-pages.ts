import type { Library } from '@/domain/library/library'

const PARTS = [
  'law',
  'cases',
  'glossary',
  'indicators',
  'checklists',
  'models',
  'briefs',
  'referral',
  'figures',
  'search',
]

/** Every page of the library, without the language. */
export function libraryPages({ provisions, decisions, procedureChecklists, models, briefs }: Library): string[] {
  return [
    '/library',
    ...PARTS.map((part) => `/library/${part}`),
    ...Object.keys(provisions).map((id) => `/library/law/${id}`),
    ...Object.keys(decisions).map((id) => `/library/cases/${id}`),
    ...Object.keys(procedureChecklists).map((id) => `/library/checklists/${id}`),
    ...Object.keys(models).map((id) => `/library/models/${id}`),
    ...Object.keys(briefs).map((id) => `/library/briefs/${id}`),
  ]
}
