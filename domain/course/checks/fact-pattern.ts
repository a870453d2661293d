import { type CourseCheck, error, warning } from './finding'
import { banksOf, keysOf } from './questions'

export const FEWEST_FACT_PATTERNS = 0.4
const WANTED_FACT_PATTERNS = 0.5

/** Half of a bank must ask to apply the law to given facts, not to recall the law. Below 40 % it is an error. */
export const factPattern: CourseCheck = (course) =>
  banksOf(course).flatMap(({ place, questions }) => {
    const keys = keysOf(questions)
    const onFacts = keys.filter(({ pattern }) => pattern).length
    if (onFacts >= keys.length * WANTED_FACT_PATTERNS) return []
    const report = onFacts >= keys.length * FEWEST_FACT_PATTERNS ? warning : error
    return [
      report(
        place,
        `${onFacts} of ${keys.length} questions turn on facts (pattern: true): write at least ${Math.ceil(keys.length * WANTED_FACT_PATTERNS)}`,
      ),
    ]
  })
