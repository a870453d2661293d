import { haveSameNames } from '../certificate/match-name'
import type { Names } from '../person/profile'

/**
 * Where a person's names come from. Each has its label in i18n/messages/*.json under `people.sources`. `list`: from
 * the school's list, and she has no account yet. `as-listed`: she declared them, and both equal the school's list.
 * `unlike-list`: she declared them, and the list has others. `declared`: the list has none.
 */
export const NAME_SOURCES = ['confirmed', 'as-listed', 'unlike-list', 'declared', 'list'] as const
export type NameSource = (typeof NAME_SOURCES)[number]

/** @param own the names of her account; null if she has none. */
export function nameSource(listed: Names & { listed: boolean }, own: Names | null, confirmed: boolean): NameSource {
  if (own === null) return 'list'
  if (confirmed) return 'confirmed'
  if (!listed.listed) return 'declared'
  return isAsListed(own, listed) ? 'as-listed' : 'unlike-list'
}

/**
 * Whether both names equal the school's list, apart from case, accents, hamza, tashkeel and spaces, as when a
 * certificate is verified by name.
 */
export function isAsListed(own: Names, listed: Names): boolean {
  return haveSameNames(own, listed)
}
