import type { Localized } from '../../locale'
import type { JudgedPart, PublicOption } from './kind'

type Option = { id: string; text?: Localized }

export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id)

/** What the browser may see of every question: built by listing what goes out. */
export function publicPart<Kind>({ id, kind, stem }: { id: string; kind: Kind; stem: Localized }) {
  return { id, kind, stem }
}

/** The same for options, in `order` where one is given. */
export function publicOptions(options: readonly Option[], order?: readonly string[]): PublicOption[] {
  const shown = options.map(({ id, text = null }) => ({ id, text }))
  return order ? order.flatMap((id) => shown.filter((option) => option.id === id)) : shown
}

/** Whether each of the ids is one of an option, and none stands twice. */
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

/** The fault of a key that is a list of ids. */
export function repetitionIn(correct: readonly string[]): string | null {
  return new Set(correct).size < correct.length ? 'the key names an option twice: keep one' : null
}
