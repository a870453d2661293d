import type { Localized } from '../../locale'
import type { JudgedPart, PublicOption } from './kind'

type Option = { id: string; text?: Localized }

export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id)

/**
 * The fields that the browser may see of every question. They are listed one by one, so that a new field is not shown
 * by accident.
 */
export function publicPart<Kind>({ id, kind, stem }: { id: string; kind: Kind; stem: Localized }) {
  return { id, kind, stem }
}

/** The options that the browser may see, in the given `order` if there is one. */
export function publicOptions(options: readonly Option[], order?: readonly string[]): PublicOption[] {
  const shown = options.map(({ id, text = null }) => ({ id, text }))
  return order ? order.flatMap((id) => shown.filter((option) => option.id === id)) : shown
}

/** Whether the ids are distinct and all belong to options. */
export function areDistinctOptions(ids: readonly string[], options: readonly Option[]): boolean {
  const known = new Set(idsOf(options))
  return ids.every((id) => known.has(id)) && new Set(ids).size === ids.length
}

export function judgePart(
  asks: JudgedPart['asks'],
  chosen: string | null | undefined,
  right: string | null | undefined,
): JudgedPart {
  const [given, wanted] = [chosen || null, right ?? null]
  return { asks, chosen: given, right: wanted, correct: given !== null && given === wanted }
}

export function unknownIdsIn(correct: readonly string[], options: readonly Option[]): string[] {
  const known = idsOf(options)
  return correct.filter((id) => !known.includes(id))
}

/** The fault of a key that lists an id twice; null if it does not. */
export function repetitionIn(correct: readonly string[]): string | null {
  return new Set(correct).size < correct.length ? 'the key names an option twice: keep one' : null
}
