import { RETENTION_QUESTIONS } from '../../review/reserved-for-retention'
import { type CourseCheck, error } from './finding'

/**
 * A course with twice as many second forms as measure what a cohort remembers says which those are, and each objective
 * keeps one that does not: it is asked in reviews.
 */
export const measuringForms: CourseCheck = ({ second }) => {
  const [first] = second
  if (!first) return []
  const place = { path: first.path, line: 1 }
  const measuring = second.filter(({ measures }) => measures)
  const wanted = second.length < 2 * RETENTION_QUESTIONS ? 0 : RETENTION_QUESTIONS
  if (measuring.length !== wanted) {
    const message = `${measuring.length} of ${second.length} second forms have “measures: true”: let ${wanted} have it`
    return [error(place, message)]
  }
  const objectiveOf = ({ value }: (typeof second)[number]) => value?.objective
  const studied = new Set(second.filter(({ measures }) => !measures).map(objectiveOf))
  return [...new Set(measuring.map(objectiveOf))]
    .filter((objective) => objective !== undefined && !studied.has(objective))
    .map((objective) =>
      error(place, `every second form of “${objective}” has “measures: true”: leave one without, for reviews`),
    )
}
