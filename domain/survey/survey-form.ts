import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { tidyLines } from '../form/plain-lines'
import type { Localized } from '../locale'
import { MOST_OPTIONS, QUESTION_KINDS, type SurveyQuestion } from './survey'

const TITLES = ['surveyArabic', 'surveyFrench', 'surveyEnglish'] as const
const WORDS = ['questionArabic', 'questionFrench', 'questionEnglish'] as const
const OPTIONS = ['optionsArabic', 'optionsFrench', 'optionsEnglish'] as const
const QUESTION_FIELDS = ['questionKind', 'several', ...WORDS, ...OPTIONS] as const
type QuestionForm = Record<(typeof QUESTION_FIELDS)[number], string>

export function readSurveyTitles(form: FormData) {
  return textFields(form, TITLES)
}

export const surveyTitlesSchema = z
  .object({
    surveyArabic: lineSchema(FIELD_LIMITS.surveyArabic),
    surveyFrench: lineSchema(FIELD_LIMITS.surveyFrench),
    surveyEnglish: lineSchema(FIELD_LIMITS.surveyEnglish),
  })
  .transform(({ surveyArabic: ar, surveyFrench: fr, surveyEnglish: en }): Localized => ({ ar, fr, en }))

export function typedTitles({ ar, fr, en }: Localized): Record<(typeof TITLES)[number], string> {
  return { surveyArabic: ar, surveyFrench: fr, surveyEnglish: en }
}

export function readSurveyQuestion(form: FormData): QuestionForm {
  return textFields(form, QUESTION_FIELDS)
}

/** The wording of a question, without the ids of its options. */
export type QuestionWords = { text: Localized } & (
  | { kind: 'scale' | 'text' }
  | { kind: 'choice'; several: boolean; options: readonly Localized[] }
)

/** A question in three languages; the options are one a line, as many in each language. */
export const surveyQuestionFormSchema = z
  .object({
    questionKind: z.enum(QUESTION_KINDS, { error: 'choose' }),
    several: z.string(),
    questionArabic: lineSchema(FIELD_LIMITS.questionArabic),
    questionFrench: lineSchema(FIELD_LIMITS.questionFrench),
    questionEnglish: lineSchema(FIELD_LIMITS.questionEnglish),
    optionsArabic: z.string(),
    optionsFrench: z.string(),
    optionsEnglish: z.string(),
  })
  .transform((typed, context): QuestionWords => {
    const { questionKind: kind, questionArabic: ar, questionFrench: fr, questionEnglish: en } = typed
    const text = { ar, fr, en }
    if (kind !== 'choice') return { kind, text }
    const lines = OPTIONS.map((name) => linesOf(typed[name]))
    const wanted = Math.max(...lines.map(({ length }) => length))
    for (const [place, name] of OPTIONS.entries()) {
      if (!areOptions(lines[place] ?? [], wanted))
        context.addIssue({ code: 'custom', path: [name], message: 'options' })
    }
    const [arabic = [], french = [], english = []] = lines
    const options = arabic.map((option, place) => ({ ar: option, fr: french[place] ?? '', en: english[place] ?? '' }))
    return { kind, text, several: typed.several === 'yes', options }
  })

function linesOf(typed: string): string[] {
  return tidyLines(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function areOptions(lines: readonly string[], wanted: number): boolean {
  const fit = lines.every((line) => lineSchema(FIELD_LIMITS.questionArabic).safeParse(line).success)
  const different = new Set(lines).size === lines.length
  return fit && different && lines.length === wanted && wanted >= 2 && wanted <= MOST_OPTIONS
}

/** The fields of a question’s form, as they are first shown. */
export function typedQuestion(question: SurveyQuestion | null): QuestionForm {
  const { ar, fr, en } = question?.text ?? { ar: '', fr: '', en: '' }
  const options = question?.kind === 'choice' ? question.options.map(({ text }) => text) : []
  return {
    questionKind: question?.kind ?? 'scale',
    several: question?.kind === 'choice' && question.several ? 'yes' : '',
    questionArabic: ar,
    questionFrench: fr,
    questionEnglish: en,
    optionsArabic: options.map((option) => option.ar).join('\n'),
    optionsFrench: options.map((option) => option.fr).join('\n'),
    optionsEnglish: options.map((option) => option.en).join('\n'),
  }
}

/**
 * The question with a new wording. It is compared with those of other surveys only while its wording is exactly that of
 * its template.
 *
 * @param before null for a new question.
 */
export function withWords(before: SurveyQuestion | null, words: QuestionWords, newId: () => string): SurveyQuestion {
  const after = built(before?.id ?? newId(), words, newId)
  return before && sameWords(before, after) ? before : after
}

function built(id: string, words: QuestionWords, newId: () => string): SurveyQuestion {
  const { kind, text } = words
  if (kind !== 'choice') return { kind, id, text }
  return { kind, id, text, several: words.several, options: words.options.map((one) => ({ id: newId(), text: one })) }
}

function sameWords(one: SurveyQuestion, other: SurveyQuestion): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))
}

function wordsOf(question: SurveyQuestion) {
  const { ar, fr, en } = question.text
  const options = question.kind === 'choice' ? question.options.map(({ text }) => [text.ar, text.fr, text.en]) : []
  return [question.kind, ar, fr, en, question.kind === 'choice' && question.several, options]
}

/** Moves a question one place up or down, or removes it. @returns the list unchanged if the question is not in it. */
export const QUESTION_ACTS = ['up', 'down', 'remove'] as const
export type QuestionAct = (typeof QUESTION_ACTS)[number]
export function changeOrder(questions: readonly SurveyQuestion[], id: string, act: QuestionAct): SurveyQuestion[] {
  const place = questions.findIndex((question) => question.id === id)
  const list = [...questions]
  const [moved] = place === -1 ? [] : list.splice(place, 1)
  if (!moved || act === 'remove') return list
  list.splice(Math.max(0, place + (act === 'up' ? -1 : 1)), 0, moved)
  return list
}
