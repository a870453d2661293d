import type { LawStore } from '../library/library'
import { type OutdatedCitation, outdatedCitations } from '../library/outdated-citation'
import { LOCALES, type Locale } from '../locale'
import { memoizePerObject } from '../memoize'
import { reviewedOn } from '../signoff/reviewed'
import { parseInline } from '../text/inline'
import type { Day } from '../time/day'
import { citesOfCase, type ReleasedCase } from './case-file'
import { documentsOf, partsOf } from './case-text'

/** Everything that a file cites: in its lists, its sentences and its documents. */
export const citedInCase = memoizePerObject(({ file, bodies }: ReleasedCase): readonly string[] => {
  const papers = LOCALES.flatMap((locale) => documentsOf({ bodies }, locale))
  const cited = papers.flatMap(({ blocks }) =>
    blocks.flatMap(partsOf).flatMap((part) => (part.kind === 'cite' ? [part.cite] : [])),
  )
  return [...new Set([...citesOfCase(file).map(({ cite }) => cite), ...citedInTexts(file), ...cited])]
})

function citedInTexts(value: unknown): string[] {
  if (typeof value === 'string') {
    return parseInline(value).flatMap((part) => (part.kind === 'cite' ? [part.cite] : []))
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(citedInTexts) : []
}

/**
 * What has changed in the law since a file was written, until a jurist signs it again in this language. A file with a
 * change is retired: nobody begins it any more, because its solution may no longer be the law.
 */
export function retiredBy(found: ReleasedCase, store: LawStore, locale: Locale, today: Day): OutdatedCitation[] {
  const written = { lawDate: found.file.lawDate, signedOn: reviewedOn(found, 'legal', locale) }
  return outdatedCitations(citedInCase(found), store, written, locale).filter(({ since }) => since <= today)
}

/** Whether it is retired in at least one language: then nobody is required to do it. */
export function isRetired(found: ReleasedCase, store: LawStore, today: Day): boolean {
  return LOCALES.some((locale) => retiredBy(found, store, locale, today).length > 0)
}
