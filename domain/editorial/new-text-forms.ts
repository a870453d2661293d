import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { fileLines, linesSchema, tidyLines } from '../form/plain-lines'
import { LOCALES, type Locale } from '../locale'

// The names of fields in three languages end with the language: `title.ar`.

/** In characters, by field. */
export const NEW_TEXT_LIMITS = {
  id: 60,
  title: 160,
  summary: 400,
  objectives: 1500,
  body: 24_000,
  practice: 40_000,
  sentence: 1200,
  cites: 400,
  sourceSummary: FIELD_LIMITS.sourceSummary,
  wordingReason: FIELD_LIMITS.wordingReason,
} as const

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** The folders of a course that are no lessons, and the word that the desk uses for a new text. */
const RESERVED = ['bank', 'cases', 'second', 'new']

const newIdSchema = z
  .string()
  .trim()
  .refine((id) => id !== '', 'required')
  .refine((id) => id === '' || (ID.test(id) && id.length <= NEW_TEXT_LIMITS.id), 'id')
const lessonIdSchema = newIdSchema.refine((id) => !RESERVED.includes(id), 'id')

/** Markdown or YAML as it is typed, with a line end at its end. */
const typedFile = (max: number) =>
  z
    .string()
    .transform((typed) => fileLines(typed).trim())
    .refine((text) => text !== '', 'required')
    .refine((text) => [...text].length <= max, 'too-long')
    .transform((text) => `${text}\n`)

const sentence = linesSchema(NEW_TEXT_LIMITS.sentence).transform((text) => text.replace(/\s*\n\s*/g, ' '))

type InLanguages<Base extends string, T extends z.ZodType> = { [L in Locale as `${Base}.${L}`]: T }

function inLanguages<Base extends string, T extends z.ZodType>(base: Base, schema: T): InLanguages<Base, T> {
  return Object.fromEntries(LOCALES.map((locale) => [`${base}.${locale}`, schema])) as InLanguages<Base, T>
}

/** What `inLanguages` read, as one text in three languages. */
export function localizedOf<Base extends string>(values: Readonly<Record<string, unknown>>, base: Base) {
  return Object.fromEntries(LOCALES.map((locale) => [locale, String(values[`${base}.${locale}`] ?? '')])) as Record<
    Locale,
    string
  >
}

/** The fields of every proposal: its id, its summary and its reason. */
const said = {
  draft: z.uuid(),
  sourceSummary: linesSchema(FIELD_LIMITS.sourceSummary),
  wordingReason: linesSchema(FIELD_LIMITS.wordingReason),
}
const PROPOSAL_FIELDS = ['draft', 'sourceSummary', 'wordingReason'] as const
const namesIn = (...bases: string[]) => bases.flatMap((base) => LOCALES.map((locale) => `${base}.${locale}`))

/** The first step of a new lesson: its name, its place and its short texts. The files are built from it. */
export const lessonHeadSchema = z.object({
  draft: z.uuid(),
  lessonId: lessonIdSchema,
  /** The lesson before it; empty for the first place. */
  after: z.union([z.literal(''), z.string().regex(ID)]),
  sensitive: z.enum(['', 'yes']),
  ...inLanguages(
    'title',
    linesSchema(NEW_TEXT_LIMITS.title).transform((text) => text.replace(/\s*\n\s*/g, ' ')),
  ),
  ...inLanguages(
    'summary',
    linesSchema(NEW_TEXT_LIMITS.summary).transform((text) => text.replace(/\s*\n\s*/g, ' ')),
  ),
  /** One a line, as many in each language. */
  ...inLanguages('objectives', linesSchema(NEW_TEXT_LIMITS.objectives)),
})
export type LessonHead = z.infer<typeof lessonHeadSchema>

/** The lesson with its text and its practice questions, to be checked. */
export const checkedLessonSchema = lessonHeadSchema.extend({
  ...inLanguages('body', typedFile(NEW_TEXT_LIMITS.body)),
  practice: typedFile(NEW_TEXT_LIMITS.practice),
})
export const newLessonSchema = checkedLessonSchema.extend(said)
export type NewLesson = z.infer<typeof newLessonSchema>

export function readNewLesson(form: FormData): Record<string, string> {
  const own = ['lessonId', 'after', 'sensitive', 'practice', ...PROPOSAL_FIELDS]
  return textFields(form, [...own, ...namesIn('title', 'summary', 'objectives', 'body')])
}

/** The objectives of a lesson, one a line; null if a language has more of them than another. */
export function objectivesOf(values: LessonHead): Record<Locale, string>[] | null {
  const lines = LOCALES.map((locale) => {
    const text = tidyLines(localizedOf(values, 'objectives')[locale])
    return [locale, text.split('\n').flatMap((line) => line.trim() || [])] as const
  })
  const counts = new Set(lines.map(([, all]) => all.length))
  if (counts.size !== 1) return null
  return Array.from({ length: [...counts][0] ?? 0 }, (_, place) => ({
    ...(Object.fromEntries(lines.map(([locale, all]) => [locale, all[place] ?? ''])) as Record<Locale, string>),
  }))
}

/** The kinds of questions that the form makes; the others are written in the source. */
export const FORM_KINDS = ['single', 'multiple', 'true-false'] as const
/** The options of the form; the last ones may be left empty. */
export const OPTION_IDS = ['a', 'b', 'c', 'd'] as const
export type OptionId = (typeof OPTION_IDS)[number]

const optional = z
  .string()
  .transform((typed) => tidyLines(typed).replace(/\s*\n\s*/g, ' '))
  .refine((text) => [...text].length <= NEW_TEXT_LIMITS.sentence, 'too-long')
/** Ids of provisions, with spaces or commas between them. */
const cites = z
  .string()
  .transform((typed) => typed.split(/[\s,،]+/).filter((id) => id !== ''))
  .refine((ids) => ids.length <= 12, 'too-long')
  .refine((ids) => ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*(#\d+(\.\d+)?)?$/.test(id)), 'cites')
const neededCites = cites.refine((ids) => ids.length > 0, 'required')

const optionFields = (id: OptionId) => ({
  ...inLanguages(`text-${id}`, optional),
  ...inLanguages(`feedback-${id}`, optional),
  [`cites-${id}`]: cites,
})

export const checkedQuestionSchema = z.object({
  draft: z.uuid(),
  questionId: newIdSchema,
  kind: z.enum(FORM_KINDS, 'choose'),
  objective: z.string().regex(ID, 'choose'),
  pattern: z.enum(['', 'yes']),
  ...inLanguages('stem', sentence),
  ...optionFields('a'),
  ...optionFields('b'),
  ...optionFields('c'),
  ...optionFields('d'),
  correct: z.array(z.enum(OPTION_IDS)).min(1, 'choose'),
  ...inLanguages('explanation', sentence),
  cites: neededCites,
  reread: z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'reread'),
  /** In a lesson, the number of the block after which it stands; in a bank, the file. */
  place: z.string().min(1, 'choose').max(200),
})
export const newQuestionSchema = checkedQuestionSchema.extend(said)
export type CheckedQuestion = z.infer<typeof checkedQuestionSchema>
export type NewQuestion = z.infer<typeof newQuestionSchema>

const QUESTION_FIELDS = [
  ...['questionId', 'kind', 'objective', 'pattern', 'cites', 'reread', 'place', ...PROPOSAL_FIELDS],
  ...namesIn('stem', 'explanation', ...OPTION_IDS.flatMap((id) => [`text-${id}`, `feedback-${id}`])),
  ...OPTION_IDS.map((id) => `cites-${id}`),
]

export function readNewQuestion(form: FormData) {
  return {
    ...textFields(form, QUESTION_FIELDS),
    correct: form.getAll('correct').filter((one) => typeof one === 'string'),
  }
}

export const checkedTranslationSchema = z.object({ draft: z.uuid(), body: typedFile(NEW_TEXT_LIMITS.body) })
export const newTranslationSchema = checkedTranslationSchema.extend(said)
export type NewTranslation = z.infer<typeof newTranslationSchema>

export function readNewTranslation(form: FormData) {
  return textFields(form, ['body', ...PROPOSAL_FIELDS])
}
