import { type Counts, Disclosable } from './disclose'
import type { FirstAttempt } from './first-attempt'
import { provisionCounts } from './provision-counts'
import { tabulate } from './tabulate'

/**
 * Of the people who were wrong at least once on a question that cites the provision, how many said they were sure. It
 * counts people, not answers: five answers may be one person's. A person who stated no certainty counts as not sure.
 *
 * The statistic is hidden as a whole if the numbers of people always right and ever wrong are hidden: they would follow
 * from it.
 *
 * @param beside the numbers of people that follow by subtracting the figures shown beside it: see `differences`.
 * @see Gardner-Medwin, Confidence assessment in the teaching of basic science, ALT-J 3(1), 1995: confident errors are
 * misconceptions, which a course must undo, where doubt is only a gap.
 */
export function confidentAndWrong(
  attempts: readonly FirstAttempt[],
  provision: string,
  beside: readonly number[] = [],
): Disclosable<Counts> {
  const { misled, alwaysRight, remainder, wrong } = provisionCounts(attempts, provision)
  const confident = confidentIn(wrong)
  const table = tabulate(
    [...misled],
    { rowsAre: 'groups', rows: [provision], columns: ['confident', 'not-confident'] },
    (person) => ({ row: provision, column: confident.has(person) ? 'confident' : 'not-confident' }),
  )
  return new Disclosable({
    definition: 'confident-and-wrong',
    given: [alwaysRight, misled.size, ...remainder, ...beside],
    table,
  })
}

/** The people who were sure of at least one of these wrong answers. */
export function confidentIn(wrong: readonly FirstAttempt[]): ReadonlySet<string> {
  return new Set(wrong.filter(({ certainty }) => certainty === 'sure').map(({ personKey }) => personKey))
}
