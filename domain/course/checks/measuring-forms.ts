import { RETENTION_QUESTIONS } from '../reserved-for-retention'
import { type CourseCheck, error } from './finding'

/**
 * A course with at least twice as many second forms as a recall test needs must mark those reserved for it by
 * `measures`; any other course marks none. Each objective of a marked one must keep an unmarked one for reviews.
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
