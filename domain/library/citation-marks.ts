import { letterOf } from './figure-view'
import { type LawStore, lookUp } from './library'

/** The instrument under which the library keeps guides, reports and lists. */
const DOCUMENTS = 'documents'

/**
 * The mark of each source in a list that names many of them: documents have numbers, all other sources have letters.
 * The marks follow the order in which they are first cited.
 */
export function citationMarks(
  cites: readonly string[],
  { provisions }: Pick<LawStore, 'provisions'>,
): ReadonlyMap<string, string> {
  const isDocument = (id: string) => lookUp(provisions, id)?.instrument === DOCUMENTS
  const each = [...new Set(cites)]
  const documents = each.filter(isDocument).map((id, place): [string, string] => [id, String(place + 1)])
  const others = each.filter((id) => !isDocument(id)).map((id, place): [string, string] => [id, letterOf(place)])
  return new Map([...documents, ...others])
}
