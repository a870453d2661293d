import { type Counts, Disclosable } from './disclose'
import type { FirstAttempt } from './first-attempt'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { provisionCounts } from './provision-counts'

/**
 * What a provision cost: of the people who met a question that cites it, how many were not right on at least one. The more
 * questions a person meets on it, the more can go wrong: it says what costs points, not what is hardest.
 *
 * @param beside how many people the differences from figures that stand beside it are about.
 */
export function provisionErrors(
  attempts: readonly FirstAttempt[],
  provision: string,
  beside: readonly number[] = [],
): Disclosable<Counts> {
  const { misled, alwaysRight, remainder } = provisionCounts(attempts, provision)
  const columns = ['misled', 'always-right']
  const table = { rowsAre: 'groups', rows: [provision], columns, counts: [[misled.size, alwaysRight]] } as const
  // How many took part is no answer: that they are few may be said.
  const few = misled.size + alwaysRight < MINIMUM_CELL_COUNT
  const given = [...remainder, ...beside]
  return new Disclosable({
    definition: 'provision-errors',
    ...(!few && given.length > 0 && { given }),
    table,
  })
}
