import 'server-only'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { nameIn } from '@/domain/person/name-in'
import type { Tx } from '../db/client'
import { findAllParticipants } from '../db/cohort/cohort-progress'
import type { CohortCourse, CohortRow } from '../db/cohort/cohorts'
import { env } from '../env'
import { type BudgetLetter, storeWithinBudget } from '../mail/store-letters'
import { cohortFacts } from './cohort-facts'

/**
 * Tells everybody who takes part in a cohort which courses were added, unless it is over: one letter for each person,
 * within her budget. It locks the accounts, so it runs before rows are written that refer to them.
 */
export async function tellCourseAdded(
  tx: Tx,
  cohort: CohortRow,
  added: readonly CohortCourse[],
  now: Date,
): Promise<void> {
  const [first] = added
  if (!first || isOver(phaseOf(cohort, now))) return
  const [people, facts] = await Promise.all([
    findAllParticipants(tx, cohort.id),
    cohortFacts(tx, { ...cohort, courses: [...added] }),
  ])
  const letters = people.flatMap(({ address: to, locale, accountId, memberId, ...names }): BudgetLetter[] => {
    if (to === null) return []
    const link = new URL(`/${locale}/courses/${first.courseId}`, env().publicUrl).href
    const about = { ...facts[locale], cohort: cohort.name }
    const letter = { kind: 'courseAdded', to, name: nameIn(names, locale), locale, link, about } as const
    return [{ letter, accountId, memberId }]
  })
  await storeWithinBudget(tx, letters, now)
}
