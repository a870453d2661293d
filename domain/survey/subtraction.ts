import { type Day, daysBetween } from '../time/day'
import { SURVEY_DAYS, type SurveyQuestion } from './survey'

/** What decides whether the figures of two surveys could be subtracted from each other. */
export type Asking = {
  /** Names of groups of people: two surveys with one in common ask some people both. */
  groups: readonly string[]
  questions: readonly SurveyQuestion[]
  opensOn: Day
}

/**
 * Whether two surveys ask the same questions of people of the same groups on the same days. Their figures would then
 * differ by the answers of the few people whom only one of them asks.
 */
export function couldBeSubtracted(one: Asking, other: Asking): boolean {
  const groups = new Set(one.groups)
  const asked = new Set(one.questions.flatMap(({ template }) => template ?? []))
  return (
    Math.abs(daysBetween(one.opensOn, other.opensOn)) < SURVEY_DAYS &&
    other.groups.some((group) => groups.has(group)) &&
    other.questions.some(({ template }) => template !== undefined && asked.has(template))
  )
}
