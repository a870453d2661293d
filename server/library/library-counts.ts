import 'server-only'
import type { Library } from '@/domain/library/library'
import { memoizePerObject } from '@/domain/memoize'
import { library as contentLibrary } from '../content/library'

/**
 * How many entries each part of the library has. The directory also shows the contacts of the regions, so they count.
 *
 * @param contacts how many of them it shows
 */
export function libraryCounts(contacts: number) {
  const counts = countsOf(contentLibrary())
  return { ...counts, referral: counts.referral + contacts }
}

const countsOf = memoizePerObject((library: Library) => ({
  briefs: Object.keys(library.briefs).length,
  law: Object.keys(library.provisions).length,
  cases: Object.keys(library.decisions).length,
  glossary: Object.keys(library.terms).length,
  indicators: Object.values(library.indicators).reduce((sum, group) => sum + group.indicators.length, 0),
  checklists: Object.keys(library.procedureChecklists).length + Object.keys(library.checklists).length,
  models: Object.keys(library.models).length,
  referral: Object.keys(library.referral).length,
  figures: Object.keys(library.figures).length,
}))
