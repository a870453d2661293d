import 'server-only'
import type { EntryShelf } from '@/domain/error-report/asked-place'
import { lookUp } from '@/domain/library/library'
import type { Provision } from '@/domain/library/provision'
import type { Locale, Localized } from '@/domain/locale'
import { plainText } from '@/domain/text/markup'
import { library } from '../content/library'

/** In characters: enough for a reader to recognise a text. */
const LONGEST = 300

/** The title and the beginning of an entry of the library; null if there is no such entry. */
export function entryWords(shelf: EntryShelf, id: string, locale: Locale): string | null {
  const entry = wordsOf(shelf, id, locale)
  if (!entry) return null
  const words = entry.join(' · ')
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()}…`
}

function wordsOf(shelf: EntryShelf, id: string, locale: Locale): [title: string, beginning: string] | null {
  const { provisions, decisions, procedureChecklists, models, briefs } = library()
  if (shelf === 'law') {
    const provision = lookUp(provisions, id)
    return provision ? [provision.title[locale], beginningOf(provision, locale)] : null
  }
  if (shelf === 'decision') {
    const decision = lookUp(decisions, id)
    return decision ? [decision.title[locale], plainText(decision.legalPoint[locale])] : null
  }
  const shelves = { model: models, brief: briefs, checklist: procedureChecklists }
  const entry = lookUp<{ title: Localized; lead: Localized }>(shelves[shelf], id)
  return entry ? [entry.title[locale], plainText(entry.lead[locale])] : null
}

/** The beginning of the newest version. There is no English text: readers of English get the French one. */
function beginningOf({ versions: [version] }: Provision, locale: Locale): string {
  if (!version) return ''
  if (!('text' in version)) return plainText(version.summary[locale])
  const { ar, fr } = version.text
  return Object.values(locale === 'ar' ? ar : (fr ?? ar)).join(' ')
}
