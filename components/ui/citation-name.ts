import type { LawStore } from '@/domain/library/library'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { capitalise, typeset } from '@/i18n/typography'

/** Later than any version: a cited provision is named whether or not it is in force. */
const ANY_DATE = '9999-12-31'

/** The full name of a citation, outside a sentence; null if the library does not have it. */
export function citationName(store: LawStore, id: string, locale: Locale): string | null {
  const decision = Object.hasOwn(store.decisions, id) ? store.decisions[id] : undefined
  if (decision) return typeset(decision.title[locale], locale)
  const cited = resolveCitation(store, id, ANY_DATE)
  return cited && typeset(capitalise(writeCitation(cited, locale)), locale)
}
