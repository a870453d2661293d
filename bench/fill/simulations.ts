import { simulationIn } from '@/demo/population/simulation'
import type { Release, TableBatch } from '@/demo/population/table-batch'
import type { BenchLearner } from './learner'

/** Enough runs for more steps than a bench takes. */
const PLAYERS = 1000

/** A decision that is still to be sent, after the earlier ones of its run. */
export type BenchStep = { learner: BenchLearner; runId: string; caseId: string; number: number; choice: string }

/** Begins a run of a simulation for many learners. @returns their decisions, the first ones of all runs first. */
export function addRuns(
  { tables, rng, now }: TableBatch,
  release: Release,
  learners: readonly BenchLearner[],
): BenchStep[] {
  const file = simulationIn(release)
  if (!file) throw new Error(`${release.course.file.id} has no simulation`)
  const runs = learners.slice(0, PLAYERS).map((learner) => {
    const id = rng.uuid(now)
    const about = { accountId: learner.accountId, courseId: release.course.file.id, caseId: file.id }
    tables.SimulationRun.push({ id, ...about, number: 1, releaseId: release.id, startedAt: now })
    return { learner, runId: id, caseId: file.id }
  })
  return file.reference.flatMap(({ choice }, place) => runs.map((run) => ({ ...run, number: place + 1, choice })))
}
