import type { ErrorCode } from '@/domain/errors'
import { FIELD_LIMITS, SHORTEST_PASSWORD } from '@/domain/form/field-limits'
import type { FieldProblem, FieldProblems } from '@/domain/form/field-problem'
import type { Locale } from '@/domain/locale'
import { formatTime, type Translator } from '@/i18n/translator'
import type { FormState } from './form-state'

type Values = FormState['values']
type Labelled =
  | keyof typeof FIELD_LIMITS
  | 'function'
  | 'locale'
  | 'current'
  | 'understood'
  | 'kind'
  | 'region'
  | 'role'
  | 'reminders'
  | 'reviews'
  | 'pausedUntil'
  | 'errorKind'
  | 'outcome'
  | 'what'
  | 'course'
  | 'weekday'
  | 'day'
  | 'helpEmail'
  | 'fromDay'
  | 'toDay'
  | 'hour'
  | 'audience'
  | 'when'
  | 'announcements'
  | 'questionKind'
  | 'surveyAbout'
  | 'optionsArabic'
  | 'optionsFrench'
  | 'optionsEnglish'
  | 'opensOn'
  | 'areas'
  | 'parts'
  | 'languages'
  | 'reviewFunction'
  | 'reviewBody'
  | 'service'
  | 'phone'
  | 'sourceDay'
  | 'sourceOpened'
  | 'sourceNames'
type Limits = Readonly<Record<string, number>>

/**
 * Gives a form back with the errors of its fields.
 *
 * @param typed must hold no password.
 */
export function refuseFields(
  t: Translator,
  problems: FieldProblems,
  typed: Values,
  limits: Limits = FIELD_LIMITS,
  labelOf: (name: string) => string = (name) => t(`fields.${name as Labelled}`),
): FormState {
  const named = Object.entries(problems).map(([name, problem]) => {
    const sentence = sentenceOf(t, problem, limits[name])
    return {
      name,
      sentence,
      text: t('fields.problemOf', { field: labelOf(name), problem: sentence }),
    }
  })
  return {
    summary: named.map(({ name, text }) => ({ name, text })),
    errors: Object.fromEntries(named.map(({ name, sentence }) => [name, sentence])),
    values: typed,
  }
}

/** Gives a form back with one sentence about the whole form. */
export function refuseForm(problem: string, typed: Values, wayOut?: FormState['wayOut']): FormState {
  return { problem, ...(wayOut && { wayOut }), summary: [], errors: {}, values: typed }
}

export function refuseCode(t: Translator, code: ErrorCode, typed: Values, wayOut?: FormState['wayOut']): FormState {
  return refuseForm(t(`errors.${code}`), typed, wayOut)
}

/** Too many wrong passwords: says when the person may try again. */
export function refuseLocked(t: Translator, locale: Locale, until: Date, typed: Values): FormState {
  return refuseForm(t('account.locked', { time: formatTime(until, locale) }), typed)
}

export function finished(done: string, values: Values = {}): FormState {
  return { done, summary: [], errors: {}, values }
}

function sentenceOf(t: Translator, problem: FieldProblem, limit: number = FIELD_LIMITS.password): string {
  if (problem === 'too-long') return t('fields.problems.too-long', { max: limit })
  if (problem === 'password-short') return t('fields.problems.password-short', { min: SHORTEST_PASSWORD })
  return t(`fields.problems.${problem}`)
}
