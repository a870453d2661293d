import 'server-only'
import type { Library } from '@/domain/library/library'
import { memoizePerObject } from '@/domain/memoize'
import { library } from '../content/library'

/** How many entries each part of the library has. */
export const libraryCounts = () => countsOf(library())

const countsOf = memoizePerObject(({ provisions, decisions, terms, indicators, referral, figures }: Library) => ({
  law: Object.keys(provisions).length,
  cases: Object.keys(decisions).length,
  glossary: Object.keys(terms).length,
  indicators: Object.values(indicators).reduce((sum, group) => sum + group.indicators.length, 0),
  referral: Object.keys(referral).length,
  figures: Object.keys(figures).length,
}))
