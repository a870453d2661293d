import { z } from 'zod'
import { isLocale, type Locale } from '../locale'
import { type TextKey, textKeySchema } from '../signoff/text-key'

/** Entries of a few lines, which are read and signed together. */
export const SHORT_KINDS = ['term', 'referral', 'indicator', 'checklist', 'pathway'] as const
export type ShortKind = (typeof SHORT_KINDS)[number]

/** How many are shown on one page, each in full. */
export const SHORT_AT_ONCE = 10

export function isShortKind(kind: string): kind is ShortKind {
  return SHORT_KINDS.some((one) => one === kind)
}

export function shortPath(kind: ShortKind, language: Locale): string {
  return `/review/short/${kind}/${language}`
}

/** Null if the address names no kind or language. */
export function readShortPath(kind: string, language: string): { kind: ShortKind; language: Locale } | null {
  return isShortKind(kind) && isLocale(language) ? { kind, language } : null
}

/** An entry that she ticked, as the page showed it. `seen`: the signatures that stood beside it. */
export type Ticked = { key: TextKey; hash: string; seen: string }

const tickedSchema = z.object({ key: textKeySchema, hash: z.string().min(1).max(128), seen: z.string().max(2000) })

/** The value of a checkbox. Neither an id nor a hash contains a space, so a space can separate them. */
export function writeTicked({ key, hash, seen }: Ticked): string {
  return [key.id, hash, seen].join(' ').trim()
}

/** Null if a tick was not made by the page, or if there are more than it shows. An entry that is ticked twice counts once. */
export function readTicked(form: FormData, kind: ShortKind): Ticked[] | null {
  const sent = [...new Set(form.getAll('entry'))]
  if (sent.length > SHORT_AT_ONCE) return null
  const read = sent.map((one) => {
    const [id, hash, ...seen] = String(one).split(' ')
    return tickedSchema.safeParse({ key: { kind, id }, hash, seen: seen.join(' ') }).data
  })
  const ticked = read.flatMap((one) => one ?? [])
  return ticked.length === sent.length ? ticked : null
}
