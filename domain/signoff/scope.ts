import { z } from 'zod'
import { lineSchema } from '../form/plain-line'
import { type Locale, localeSchema } from '../locale'
import { SIGNED_KINDS } from './entry-signoff'
import { SIGN_ROLES } from './signoff'
import { type Part, partOfText, type TextKey } from './text-key'

/** The areas for which a reviewer signs. Each has its label under `editorial.areas`. */
export const AREAS = SIGN_ROLES
export type Area = (typeof AREAS)[number]

/** In characters. */
export const SCOPE_LIMITS = { function: 120, body: 160 } as const

const partSchema = z.custom<Part>(
  (value) =>
    typeof value === 'string' &&
    (/^course:[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || SIGNED_KINDS.some((kind) => value === `library:${kind}`)),
)

/**
 * What a reviewer may read and sign. A text that she signed shows her `function` and `body`, never
 * her name.
 */
export const scopeSchema = z.strictObject({
  areas: z.array(z.enum(AREAS)).min(1),
  parts: z.array(partSchema).min(1),
  languages: z.array(localeSchema).min(1),
  function: lineSchema(SCOPE_LIMITS.function),
  body: lineSchema(SCOPE_LIMITS.body),
})
export type Scope = z.infer<typeof scopeSchema>

/** Reads a scope as the database stores it. A role with a scope that cannot be read allows nothing. */
export function readScope(stored: unknown): Scope | null {
  return scopeSchema.safeParse(stored).data ?? null
}

/** True if she may read the text: all its languages, since she compares them. */
export function mayReadText(scope: Pick<Scope, 'parts'>, key: TextKey): boolean {
  return scope.parts.includes(partOfText(key))
}

/** True if she may sign this language of the text for an area. */
export function maySignText(scope: Scope, key: TextKey, language: Locale, area: Area): boolean {
  return mayReadText(scope, key) && scope.languages.includes(language) && scope.areas.includes(area)
}
