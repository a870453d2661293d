import 'server-only'
import { documentsOf, factsIn } from '@/domain/case/case-text'
import { groupBy } from '@/domain/group-by'
import type { Localized } from '@/domain/locale'
import { type HardestElements, hardestElements } from '@/domain/practice/hardest-elements'
import { scoreGrid } from '@/domain/practice/score-grid'
import { dayOf, startOfDay } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { findFirstGrids } from '../db/cohort/first-grids'
import { caseIn } from './read-cases'

export type HardGrid = { id: string; title: Localized; elements: HardestElements }

/**
 * The elements that a cohort found hard in each grid that at least five of its people have handed in. The result
 * changes at most once a day. Staff see nothing else of these answers.
 */
export async function cohortHardest(
  _: Permit<'statistics:read'>,
  cohort: { id: string; institutionId: string },
  now: Date,
): Promise<HardGrid[]> {
  const rows = await findFirstGrids(sql(), cohort, startOfDay(dayOf(now)))
  const byCase = groupBy(rows, ({ caseId }) => caseId)
  const grids = await Promise.all(
    [...byCase].map(async ([id, attempts]) => {
      const scored = await Promise.all(attempts.map(scoreOf))
      const elements = hardestElements(scored.flatMap((one) => (one ? [one.elements] : [])))
      const title = scored.findLast((one) => one !== null)?.title
      return elements && title ? [{ id, title, elements }] : []
    }),
  )
  return grids.flat()
}

async function scoreOf({ caseId, releaseId, answers }: Awaited<ReturnType<typeof findFirstGrids>>[number]) {
  const found = caseIn(await loadRelease(releaseId), 'grid', caseId)
  if (!found) return null
  const facts = factsIn(documentsOf(found, 'ar')).length
  return { title: found.file.title, elements: scoreGrid(found.file, facts, answers).elements }
}
