import 'server-only'
import { decide } from '@/domain/auth/policy'
import { phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { drawParallelForms } from '@/domain/exam/parallel-forms'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { insertTestForms } from '../../db/cohort/cohort-tests'
import type { CohortInCourse, CohortRow } from '../../db/cohort/cohorts'
import { secureRandom } from '../../random'
import { targetOf } from '../cohort-permit'
import { inCourse } from '../courses'
import { requireOpen } from '../save-cohort'

/** Whether a reader of the cohort's statistics may also draw its tests now. */
export function mayHoldTests({ actor }: Permit<'statistics:read'>, cohort: CohortRow, now: Date): boolean {
  const phase = phaseOf(cohort, now)
  const open = phase === 'planned' || phase === 'running'
  return open && decide(actor, 'cohort:change', targetOf(cohort)) === 'allowed'
}

/**
 * Draws the two tests of a course of a cohort. They never change, since people may have begun them. Idempotent.
 *
 * @throws {AppError} not-found, conflict if the cohort is over or its bank too small
 */
export async function holdTests(
  { actor, target }: Permit<'cohort:change'>,
  { releaseId, courseId }: CohortInCourse,
  now: Date,
): Promise<void> {
  const { bank, exam } = (await loadRelease(releaseId)).course
  const blueprint = exam && testBlueprint(bank, exam)
  const forms = blueprint && drawParallelForms(bank, blueprint, secureRandom)
  if (!forms) throw new AppError('conflict', 'too few questions for two tests')
  await db().$transaction(async (tx) => {
    const cohort = await requireOpen(tx, target.cohortId)
    // Refuses a course that somebody else has just taken out.
    inCourse(cohort, courseId)
    if (phaseOf(cohort, now) === 'over') throw new AppError('conflict', 'the cohort is over')
    if (!(await insertTestForms(tx, { cohortId: cohort.id, courseId }, { ...forms, releaseId }, now))) return
    const facts = { institutionId: cohort.institutionId, details: { cohortId: cohort.id, courseId } }
    await recordAct(tx, { act: 'tests-drawn', actorId: actor.accountId, ...facts }, now)
  })
}
