import { z } from 'zod'
import { isLocale, type Locale } from '../locale'
import { SIGNED_KINDS, type SignedKind } from './entry-signoff'

/** The texts of a course that are signed as a whole; the id is `<course>/<lesson>`, `<course>` or `<course>/<case>`. */
export const COURSE_KINDS = ['lesson', 'bank', 'case'] as const
export const TEXT_KINDS = [...COURSE_KINDS, ...SIGNED_KINDS] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** Names a text that is signed. The same text in another language has the same key. */
export type TextKey = { kind: TextKind; id: string }

/** The unit of a reviewer's scope: a whole course, or one kind of the library's entries. */
export type Part = `course:${string}` | `library:${SignedKind}`

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/
/** Replaces the slash of an id in an address, where it would begin another segment. */
const SLASH = '~'

export const textKeySchema = z.object({
  kind: z.enum(TEXT_KINDS),
  id: z.string().max(160).regex(ID),
})

export function isCourseKind(kind: TextKind): kind is (typeof COURSE_KINDS)[number] {
  return COURSE_KINDS.some((one) => one === kind)
}

/** One string for each key: kinds contain no space. */
export function nameOfText({ kind, id }: TextKey): string {
  return `${kind} ${id}`
}

export function partOfText({ kind, id }: TextKey): Part {
  return isCourseKind(kind) ? `course:${id.split('/')[0] ?? id}` : `library:${kind}`
}

/** The address of a text's review page, without the language of the interface. */
export function reviewPath({ kind, id }: TextKey, language: Locale): string {
  return `/review/${kind}/${id.replaceAll('/', SLASH)}/${language}`
}

/** The address of a proposed wording of a text. */
export function proposalPath(key: TextKey, language: Locale, id: string): string {
  return `${reviewPath(key, language)}/proposals/${id}`
}

/** Reads what `reviewPath` wrote into an address; null if it names no possible text. */
export function readReviewPath(kind: string, key: string, language: string): { key: TextKey; language: Locale } | null {
  const read = textKeySchema.safeParse({ kind, id: key.replaceAll(SLASH, '/') })
  return read.success && isLocale(language) ? { key: read.data, language } : null
}

/** Reads a key of a form, as `nameOfText` wrote it. */
export function readTextName(name: string): TextKey | null {
  const [kind, id, ...more] = name.split(' ')
  const read = textKeySchema.safeParse({ kind, id })
  return read.success && more.length === 0 ? read.data : null
}
