import type { FirstAttempt } from './first-attempt'
import { isRight } from './first-attempt'
import { hideInList } from './suppress-list'

export type ProvisionCounts = {
  /** Not right at least once on a question that cites the provision. */
  misled: ReadonlySet<string>
  alwaysRight: number
  /** Of the questions whose own figure is hidden: [always right, misled]; empty when all are shown. */
  remainder: readonly number[]
  wrong: readonly FirstAttempt[]
}

/**
 * How the people fared who met a question that cites the provision. People and not answers are counted: five answers may be
 * one person's.
 *
 * The questions stand beside the provision with figures of their own. Where people meet different questions, those that are
 * shown could be taken from the provision and leave the hidden ones: so these must be fit to show together (`remainder`).
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

/** The questions whose numbers of people right and not right are not both shown. */
function hiddenQuestions(attempts: readonly FirstAttempt[]): Set<string> {
  const counts = new Map<string, [number, number]>()
  for (const attempt of attempts) {
    const [right, wrong] = counts.get(attempt.questionId) ?? [0, 0]
    counts.set(attempt.questionId, isRight(attempt) ? [right + 1, wrong] : [right, wrong + 1])
  }
  return new Set([...counts].filter(([, count]) => hideInList(count, 0).includes(true)).map(([id]) => id))
}

function splitPeople(attempts: readonly FirstAttempt[]) {
  const keys = (some: readonly FirstAttempt[]) => new Set(some.map(({ personKey }) => personKey))
  const misled = keys(attempts.filter((attempt) => !isRight(attempt)))
  return { misled, alwaysRight: keys(attempts).size - misled.size }
}
