import 'server-only'
import type { SearchKind } from '@/domain/library/search-entry'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { search } from './search'
import { searchIndex } from './search-index'

/** As many as can be seen without scrolling on a phone above the keyboard. */
const SHOWN = 6
/** In characters. A single letter matches too much. */
const SHORTEST = 2

export type Suggestion = { title: string; kind: SearchKind; path: string }
type Question = { query: string; locale: Locale }

/**
 * The pages that a query may mean while it is still being typed. What was typed is neither stored nor logged.
 *
 * @throws {AppError} too-many-requests
 */
export async function suggestions(
  { query, locale }: Question,
  from: { address: string; now: Date },
): Promise<Suggestion[]> {
  const typed = query.trim()
  if (typed.length < SHORTEST) return []
  await spendLimit('suggest', from.address, from.now)
  const { found } = search(await searchIndex(), { query: typed, locale, limit: SHOWN })
  return found.map(({ entry: { title, kind, path } }) => ({ title: title[locale], kind, path }))
}
