import { z } from 'zod'
import { localizedSchema } from '../locale'
import { type Day, daysBetween, endOfDay, nextDay } from '../time/day'

/**
 * The subjects of surveys. `reaction`: opinions at the end. `later-3`, `later-6`: what has changed in practice, as each
 * person reports it about herself, three or six months later. Nobody is asked about another person's work.
 */
export const SURVEY_KINDS = ['reaction', 'later-3', 'later-6', 'other'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]
export const MONTHS_LATER: Record<SurveyKind, number> = { reaction: 0, 'later-3': 3, 'later-6': 6, other: 0 }

/** The levels of agreement, the strongest first: suppression of figures begins at the end. */
export const SCALE_LEVELS = ['4', '3', '2', '1'] as const
export type ScaleLevel = (typeof SCALE_LEVELS)[number]
/** The levels that count as agreement. */
export const AGREEING: readonly ScaleLevel[] = ['4', '3']

export const MOST_QUESTIONS = 20
export const MOST_OPTIONS = 8
/** In characters. */
export const LONGEST_TEXT = 500
/** For how many days a survey is open. */
export const SURVEY_DAYS = 30
/** After this many days everybody who was asked is reminded once. */
export const REMINDER_AFTER_DAYS = 14

const common = {
  id: z.uuid(),
  /** The key of the template question, while the wording is unchanged. Only such questions are compared. */
  template: z.string().optional(),
  text: localizedSchema,
}
export const surveyQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), ...common }),
  z.strictObject({
    kind: z.literal('choice'),
    ...common,
    /** Several answers may be ticked. */
    several: z.boolean(),
    options: z
      .array(z.strictObject({ id: z.uuid(), text: localizedSchema }))
      .min(2)
      .max(MOST_OPTIONS),
  }),
  z.strictObject({ kind: z.literal('text'), ...common }),
])
export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>
export type QuestionKind = SurveyQuestion['kind']
export const QUESTION_KINDS = ['scale', 'choice', 'text'] as const satisfies readonly QuestionKind[]
export const surveyQuestionsSchema = z.array(surveyQuestionSchema).max(MOST_QUESTIONS)

/** `closing`: it has closed, but its figures are not computed yet. */
export type SurveyState = 'draft' | 'scheduled' | 'open' | 'closing' | 'closed' | 'withdrawn'
type Times = {
  opensOn: Day | null
  openedAt: Date | null
  closesAt: Date | null
  withdrawnAt: Date | null
  hasFigures: boolean
}

export function surveyState({ opensOn, openedAt, closesAt, withdrawnAt, hasFigures }: Times, now: Date): SurveyState {
  if (withdrawnAt) return 'withdrawn'
  if (hasFigures) return 'closed'
  if (openedAt && closesAt) return now < closesAt ? 'open' : 'closing'
  return opensOn === null ? 'draft' : 'scheduled'
}

/** True while its words may change: nobody has read it yet. */
export function isChangeable(state: SurveyState): boolean {
  return state === 'draft' || state === 'scheduled'
}

/** The suggested opening day: the last day of the training, or months after it, but not before today. */
export function usualDay(kind: SurveyKind, endsOn: Day, today: Day): Day {
  const usual = monthsAfter(endsOn, MONTHS_LATER[kind])
  return usual < today ? today : usual
}

/** The same day of a later month, or that month's last day. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The moment at which a survey that opened on this day closes. */
export function closingOfSurvey(openedOn: Day): Date {
  return endOfDay(nextDay(openedOn, SURVEY_DAYS - 1))
}

/** A survey opens today at the earliest, and within two years. */
export function isOpeningDay(day: Day, today: Day): boolean {
  return day >= today && daysBetween(today, day) <= 731
}
