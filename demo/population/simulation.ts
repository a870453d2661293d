import 'server-only'
import type { Simulation } from '@/domain/case/simulation/simulation'
import { daysAfter, type Release, type TableBatch } from './table-batch'

/** How many decisions of the first simulation have been taken. */
const TAKEN = 3
const MINUTES_EACH = 3
const DAYS_AGO = 1

/** Adds an unfinished run of the first simulation found, along the path of its authors. */
export function addSimulation({ tables, rng, now }: TableBatch, releases: Iterable<Release>, accountId: string): void {
  for (const release of releases) {
    const file = simulationIn(release)
    if (!file) continue
    const [id, startedAt] = [rng.uuid(now), daysAfter(now, -DAYS_AGO)]
    const about = { accountId, courseId: release.course.file.id, caseId: file.id, releaseId: release.id }
    tables.SimulationRun.push({ id, ...about, number: 1, steps: TAKEN, startedAt })
    for (const [place, { choice }] of file.reference.slice(0, TAKEN).entries()) {
      const at = new Date(startedAt.getTime() + (place + 1) * MINUTES_EACH * 60_000)
      tables.SimulationStep.push({ runId: id, number: place + 1, choice, at })
    }
    return
  }
}

/** The first simulation of a release. */
export function simulationIn({ course }: Release): Simulation | undefined {
  return course.cases?.flatMap(({ file }) => (file.kind === 'simulation' ? file : [])).at(0)
}
