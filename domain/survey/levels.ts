import type { Rate } from '../cohort/statistics/learning-report'
import type { Localized } from '../locale'
import type { SurveyKind } from './survey'

/** How a survey was answered. `response`: null if it may not be disclosed. */
export type SurveyLevel = {
  kind: SurveyKind
  response: { asked: number; answered: number } | null
  /** The share of people who agree with each statement. */
  statements: readonly { key: string; text: Localized; rate: Rate }[]
}
/** The means of the same people in the tests before and after. `dropOuts`: how many took only one; null if unknown. */
export type LearningLevel = {
  title: Localized | null
  people: number
  before: number
  after: number
  dropOuts: number | null
}
/**
 * What people said of a training, what they learned, and what they say has changed in their practice. There is no fourth
 * level: the results of courts cannot be attributed to a training.
 *
 * @see D. L. Kirkpatrick & J. D. Kirkpatrick, Evaluating Training Programs: The Four Levels, 3rd ed., 2006.
 */
export type Levels = {
  reaction: readonly SurveyLevel[]
  learning: readonly LearningLevel[]
  behaviour: readonly SurveyLevel[]
}
