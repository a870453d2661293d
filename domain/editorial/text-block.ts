import { isLocalized } from '../course/localized-view'
import { LOCALES, type Locale } from '../locale'
import type { QuestionKey } from '../question/question'

/** A field of a block by language, as in its source. */
export type BlockField = {
  /** Its place in the value that it was read from: `options.0.text`. Empty for a passage. */
  key: string
  texts: Partial<Record<Locale, string>>
  /** No wording but a citation, a key, a date: it is signed with the words, but its changes are not proposed here. */
  data?: true
  /** A sign-off of one language covers all languages of this field: quoted law, and the names of a term. */
  whole?: true
}
export type BlockKind = 'passage' | 'field' | 'question'

/** The unit that a reviewer reads, comments on and rewords. The page has an element with its id. */
export type TextBlock = {
  /** `b3` for a passage, `q-<id>` for a question, and the key of a field: it is unique in its text. */
  id: string
  kind: BlockKind
  fields: readonly BlockField[]
}

/** Prefixes the id of a question, since it could equal the key of a field. */
export const QUESTION_PREFIX = 'q-'

/** The block of the names of a term, which stand in the entry itself. */
const NAMES = 'names'

export function questionBlock(question: QuestionKey): TextBlock {
  return { id: `${QUESTION_PREFIX}${question.id}`, kind: 'question', fields: fieldsOf(question) }
}

/** Every field of an entry as a block of its own. Fields without a wording are together in the last block. */
export function entryBlocks(value: unknown): TextBlock[] {
  const fields = fieldsOf(value)
  const data = fields.filter((field) => field.data)
  return [
    ...fields
      .filter((field) => !field.data)
      .map((field): TextBlock => ({ id: field.key || NAMES, kind: 'field', fields: [field] })),
    ...(data.length > 0 ? [{ id: 'data', kind: 'field' as const, fields: data }] : []),
  ]
}

/**
 * The fields of a value, in its own order. Nothing that a sign-off covers is left out, so that a changed text always
 * shows a changed field.
 */
export function fieldsOf(value: unknown, keys: readonly string[] = []): BlockField[] {
  const key = keys.join('.')
  if (isLocalized(value)) return [{ key, texts: value, ...(keys.at(-1) === 'preamble' && { whole: true as const }) }]
  if (isWordingOfLaw(value)) return paragraphsOf(value, key)
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [dataField(key, String(value))]
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object')) {
    return [dataField(key, value.join(', '))]
  }
  const names = namesIn(value)
  const others = Object.entries(value).filter(([name]) => !names || !(name in names))
  return [
    ...(names ? [{ key, texts: names, whole: true as const }] : []),
    ...others.flatMap(([name, item]) => fieldsOf(item, [...keys, name])),
  ]
}

/** The names of a term stand beside its other fields. */
function namesIn(value: object): BlockField['texts'] | null {
  const names = LOCALES.map((locale) => [locale, (value as Partial<Record<Locale, unknown>>)[locale]])
  return names.every(([, name]) => typeof name === 'string') ? Object.fromEntries(names) : null
}

function dataField(key: string, text: string): BlockField {
  return { key, texts: { ar: text, fr: text, en: text }, data: true }
}

type LawWording = Partial<Record<Locale, Record<string, string>>>

/** `{ ar: { '1': … }, fr: { '1': … } }`: the paragraphs of a provision. */
function isWordingOfLaw(value: unknown): value is LawWording {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return (
    entries.length > 0 &&
    entries.every(
      ([key, item]) =>
        LOCALES.some((locale) => locale === key) &&
        item !== null &&
        typeof item === 'object' &&
        !Array.isArray(item) &&
        Object.values(item).every((text) => typeof text === 'string'),
    )
  )
}

function paragraphsOf(wording: LawWording, key: string): BlockField[] {
  const ids = [...new Set(LOCALES.flatMap((locale) => Object.keys(wording[locale] ?? {})))]
  return ids.map((id) => ({
    key: `${key}.${id}`,
    texts: Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const text = wording[locale]?.[id]
        return text === undefined ? [] : [[locale, text]]
      }),
    ),
    whole: true,
  }))
}

/**
 * The blocks that a language lacks although another has them. A language that lacks one cannot be signed. Fields
 * that are signed as a whole (quoted law) may lack a language in which they were never published.
 */
export function missingIn(blocks: readonly TextBlock[], language: Locale): TextBlock[] {
  return blocks.filter(({ fields }) =>
    fields.some(
      ({ texts, whole }) => !whole && !saysSomething(texts[language] ?? '') && Object.values(texts).some(saysSomething),
    ),
  )
}

const saysSomething = (text: string) => text.trim() !== ''

/** The field of a block, if another wording of it may be proposed. Law is quoted as it is. */
export function proposable({ fields }: TextBlock, key: string): BlockField | null {
  return fields.find((field) => field.key === key && !field.data && (!field.whole || key === '')) ?? null
}
