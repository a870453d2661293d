import 'server-only'
import { plainText } from '@/domain/course/markup'
import type { Decision } from '@/domain/library/decision'
import { lookUp } from '@/domain/library/library'
import type { Provision } from '@/domain/library/provision'
import type { Locale } from '@/domain/locale'
import { library } from '../content/library'

export type Shelf = 'law' | 'decision'

/** As many characters as a reader needs to know a text again. */
const LONGEST = 300

/** The title of an entry of the library and how it begins; null if there is none. */
export function entryWords(shelf: Shelf, id: string, locale: Locale): string | null {
  const { provisions, decisions } = library()
  const entry = shelf === 'law' ? lookUp(provisions, id) : lookUp(decisions, id)
  if (!entry) return null
  const words = `${entry.title[locale]} · ${'versions' in entry ? beginningOf(entry, locale) : pointOf(entry, locale)}`
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()}…`
}

/** Of the newest wording. There is no English one: whoever reads English sees the French. */
function beginningOf({ versions: [version] }: Provision, locale: Locale): string {
  if (!version) return ''
  if (!('text' in version)) return plainText(version.summary[locale])
  const { ar, fr } = version.text
  return Object.values(locale === 'ar' ? ar : (fr ?? ar)).join(' ')
}

function pointOf({ legalPoint }: Decision, locale: Locale): string {
  return plainText(legalPoint[locale])
}
