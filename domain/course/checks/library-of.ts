import type { Library } from '../../library/library'
import type { LibrarySource } from './source'

/** The library as look-ups use it: what could be read, by id. */
export function libraryOf({ instruments, terms, forbiddenTerms, provisions }: LibrarySource): Library {
  return {
    instruments: byId(instruments.value ?? []),
    provisions: byId(provisions.flatMap(({ value }) => value ?? [])),
    terms: byId(terms.value ?? []),
    forbiddenTerms: forbiddenTerms.value ?? [],
  }
}

function byId<T extends { id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}
