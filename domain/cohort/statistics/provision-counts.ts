import type { FirstAttempt } from './first-attempt'
import { isRight } from './first-attempt'
import { suppressList } from './suppress-list'

export type ProvisionCounts = {
  /** The people who were wrong at least once on a question that cites the provision. */
  misled: ReadonlySet<string>
  alwaysRight: number
  /** For the questions whose own figure is hidden: [always right, misled]; empty if all are shown. */
  remainder: readonly number[]
  wrong: readonly FirstAttempt[]
}

/**
 * The results of the people who met a question that cites the provision. It counts people, not answers: five answers
 * may be one person's.
 *
 * The questions have figures of their own beside the provision. If people meet different questions, a reader could
 * subtract the shown ones from the provision and be left with the hidden ones. So the hidden ones together
 * (`remainder`) must be large enough to be shown.
 */
export function provisionCounts(attempts: readonly FirstAttempt[], provision: string): ProvisionCounts {
  const about = attempts.filter(({ provisions }) => provisions.includes(provision))
  const hidden = hiddenQuestions(about)
  const behind = about.filter(({ questionId }) => hidden.has(questionId))
  const [all, rest] = [splitPeople(about), splitPeople(behind)]
  return {
    misled: all.misled,
    alwaysRight: all.alwaysRight,
    remainder: hidden.size === 0 ? [] : [rest.alwaysRight, rest.misled.size],
    wrong: about.filter((attempt) => !isRight(attempt)),
  }
}

/** The questions whose numbers of people right and wrong are not both shown. */
function hiddenQuestions(attempts: readonly FirstAttempt[]): Set<string> {
  const counts = new Map<string, [number, number]>()
  for (const attempt of attempts) {
    const [right, wrong] = counts.get(attempt.questionId) ?? [0, 0]
    counts.set(attempt.questionId, isRight(attempt) ? [right + 1, wrong] : [right, wrong + 1])
  }
  return new Set([...counts].filter(([, count]) => suppressList(count, 0).includes(true)).map(([id]) => id))
}

function splitPeople(attempts: readonly FirstAttempt[]) {
  const keys = (some: readonly FirstAttempt[]) => new Set(some.map(({ personKey }) => personKey))
  const misled = keys(attempts.filter((attempt) => !isRight(attempt)))
  return { misled, alwaysRight: keys(attempts).size - misled.size }
}
