import 'server-only'
import { plainText } from '@/domain/course/markup'
import type { EntryShelf } from '@/domain/error-report/asked-place'
import { lookUp } from '@/domain/library/library'
import type { Provision } from '@/domain/library/provision'
import type { Locale } from '@/domain/locale'
import { library } from '../content/library'

/** As many characters as a reader needs to know a text again. */
const LONGEST = 300

/** The title of an entry of the library and how it begins; null if there is none. */
export function entryWords(shelf: EntryShelf, id: string, locale: Locale): string | null {
  const entry = wordsOf(shelf, id, locale)
  if (!entry) return null
  const words = entry.join(' · ')
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()}…`
}

function wordsOf(shelf: EntryShelf, id: string, locale: Locale): [title: string, beginning: string] | null {
  const { provisions, decisions, procedureChecklists, models } = library()
  if (shelf === 'law') {
    const provision = lookUp(provisions, id)
    return provision ? [provision.title[locale], beginningOf(provision, locale)] : null
  }
  if (shelf === 'decision') {
    const decision = lookUp(decisions, id)
    return decision ? [decision.title[locale], plainText(decision.legalPoint[locale])] : null
  }
  const entry = shelf === 'model' ? lookUp(models, id) : lookUp(procedureChecklists, id)
  return entry ? [entry.title[locale], plainText(entry.lead[locale])] : null
}

/** Of the newest wording. There is no English one: whoever reads English sees the French. */
function beginningOf({ versions: [version] }: Provision, locale: Locale): string {
  if (!version) return ''
  if (!('text' in version)) return plainText(version.summary[locale])
  const { ar, fr } = version.text
  return Object.values(locale === 'ar' ? ar : (fr ?? ar)).join(' ')
}
