import { type Day, daysBetween } from '../time/day'
import { SURVEY_DAYS, type SurveyQuestion } from './survey'
import { MINIMUM_ANSWERS } from './survey-report'

/** What decides whether the figures of two surveys could be subtracted from each other. */
export type Asking = {
  /** Names of groups of people: two surveys with one in common ask some people both. */
  groups: readonly string[]
  questions: readonly SurveyQuestion[]
  opensOn: Day
}

/**
 * How many people two surveys of different groups may both ask. Each shows figures of five answers or more, so with two
 * people in common those figures differ by the answers of six people or more; with three, it could be four.
 */
const MOST_IN_COMMON = Math.floor(MINIMUM_ANSWERS / 2)

/**
 * Whether two surveys ask the same questions of people of the same groups, or of many of the same people, on the same
 * days. Their figures would then differ by the answers of the few people whom only one of them asks.
 *
 * @param inCommon the number of people whom both ask, as far as it is known.
 */
export function couldBeSubtracted(one: Asking, other: Asking, inCommon = 0): boolean {
  const groups = new Set(one.groups)
  const asked = new Set(one.questions.flatMap(({ template }) => template ?? []))
  return (
    Math.abs(daysBetween(one.opensOn, other.opensOn)) < SURVEY_DAYS &&
    (inCommon > MOST_IN_COMMON || other.groups.some((group) => groups.has(group))) &&
    other.questions.some(({ template }) => template !== undefined && asked.has(template))
  )
}
