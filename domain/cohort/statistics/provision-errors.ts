import { type Counts, Disclosable } from './disclose'
import type { FirstAttempt } from './first-attempt'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { provisionCounts } from './provision-counts'

/**
 * How many of the people who met a question that cites the provision were wrong on at least one. The more questions a
 * person meets on a provision, the more can go wrong: the figure shows what costs points, not what is hardest.
 *
 * @param beside the numbers of people that follow by subtracting the figures shown beside it: see `differences`.
 */
export function provisionErrors(
  attempts: readonly FirstAttempt[],
  provision: string,
  beside: readonly number[] = [],
): Disclosable<Counts> {
  const { misled, alwaysRight, remainder } = provisionCounts(attempts, provision)
  const columns = ['misled', 'always-right']
  const table = { rowsAre: 'groups', rows: [provision], columns, counts: [[misled.size, alwaysRight]] } as const
  // Taking part is not an answer, so the report may say that few people did.
  const few = misled.size + alwaysRight < MINIMUM_CELL_COUNT
  const given = [...remainder, ...beside]
  return new Disclosable({
    definition: 'provision-errors',
    ...(!few && given.length > 0 && { given }),
    table,
  })
}
