import { type CourseCheck, error } from './finding'
import { keysOf } from './questions'

export const FEWEST_FACT_PATTERNS = 0.4

/** About half of the bank must ask what the law says of given facts, not what the law says. */
export const factPattern: CourseCheck = ({ bank }) => {
  const keys = keysOf(bank)
  const onFacts = keys.filter(({ pattern }) => pattern).length
  if (onFacts >= keys.length * FEWEST_FACT_PATTERNS) return []
  return [
    error(
      { path: bank[0]?.path ?? '', line: 1 },
      `${onFacts} of ${keys.length} questions turn on facts (pattern: true): write at least ${Math.ceil(keys.length * FEWEST_FACT_PATTERNS)}`,
    ),
  ]
}
