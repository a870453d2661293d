import 'server-only'
import { begin, decide, type Play, replay } from '@/domain/case/simulation/play'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { isRetiredNow } from '../../course/retired-case'
import { inTransaction, sql } from '../../db/client'
import { noteDone } from '../../db/practice/practice-done'
import { findRuns, insertRun, insertStep, type RunRow } from '../../db/practice/simulations'
import { caseIn, type FoundCase, readableCase } from '../read-cases'

type Own = Permit<'account:read'>

/** A run, with the file as it was when the run began and where the story stands. */
export type OpenRun = FoundCase<'simulation'> & { run: RunRow; play: Play }

/** A file and her runs of it: the one under way, if there is one, and those that have ended, the newest first. */
export type OwnRuns = FoundCase<'simulation'> & { current: RunRow | null; ended: readonly RunRow[] }

/** @throws {AppError} not-found */
export async function ownRuns({ actor, target }: Own, caseId: string): Promise<OwnRuns> {
  const newest = await readableCase(actor, 'simulation', caseId)
  const runs = await findRuns(sql(), target.accountId, caseId)
  return {
    ...newest,
    current: runs.find(({ endedAt }) => endedAt === null) ?? null,
    ended: runs.filter(({ endedAt }) => endedAt !== null),
  }
}

/** Begins a run, unless one is under way or the file is retired. @throws {AppError} not-found */
export async function beginRun({ actor, target }: Own, caseId: string, now: Date): Promise<void> {
  const { release, found } = await readableCase(actor, 'simulation', caseId)
  if (isRetiredNow(found, now)) return
  await insertRun(
    sql(),
    { accountId: target.accountId, courseId: release.courseId, caseId, releaseId: release.id },
    now,
  )
}

/** The run under way, otherwise her last one; null if she has never begun. @throws {AppError} not-found */
export async function openRun(permit: Own, caseId: string): Promise<OpenRun | null> {
  const { current, ended } = await ownRuns(permit, caseId)
  const run = current ?? ended[0]
  return run ? inItsRelease(run) : null
}

/** A run that has ended: the last, or the one of that number; null if there is none. @throws {AppError} not-found */
export async function endedRun(permit: Own, caseId: string, number: number | null): Promise<OpenRun | null> {
  const { ended } = await ownRuns(permit, caseId)
  const run = ended.find((each) => number === null || each.number === number)
  return run ? inItsRelease(run) : null
}

/**
 * The outcome of a decision. `stands`: the step was decided differently before, or is not the next one; nothing
 * changed.
 */
export type Decided = 'accepted' | 'stands' | 'not-offered'

/**
 * Takes a decision at a step of a run. If two windows decide the same step, or she decides it again after “Back”, the
 * first decision counts. The same decision sent again, because its response was lost, changes nothing and counts as
 * accepted.
 */
export async function takeDecision(
  { target }: Own,
  { run, play, found }: OpenRun,
  { number, choice }: { number: number; choice: string },
  now: Date,
): Promise<Decided> {
  const taken = run.choices[number - 1]
  if (taken !== undefined) return taken === choice ? 'accepted' : 'stands'
  if (number !== run.choices.length + 1) return 'stands'
  const after = decide(found.file, play, choice)
  if (typeof after === 'string') return after === 'ended' ? 'stands' : 'not-offered'
  const ends = after.ending !== null
  const accepted = await inTransaction(async (tx) => {
    const isNext = await insertStep(tx, { runId: run.id, number, choice }, ends, now)
    if (isNext && ends) {
      const { caseId, courseId } = run
      await noteDone(tx, target.accountId, { kind: 'simulation', caseId, courseId }, now)
    }
    return isNext
  })
  if (accepted) return 'accepted'
  // Another window came first, perhaps with the same decision.
  const runs = await findRuns(sql(), target.accountId, run.caseId)
  return runs.find(({ id }) => id === run.id)?.choices[number - 1] === choice ? 'accepted' : 'stands'
}

/** The play as it stood before its step `number`, from 1. */
export function playBefore({ found, run }: OpenRun, number: number): Play {
  return replay(found.file, run.choices.slice(0, number - 1))
}

async function inItsRelease(run: RunRow): Promise<OpenRun> {
  const release = await loadRelease(run.releaseId)
  const found = caseIn(release, 'simulation', run.caseId)
  if (!found) throw new AppError('not-found', `simulation ${run.caseId} in its release`)
  return { release, found, run, play: run.choices.length > 0 ? replay(found.file, run.choices) : begin(found.file) }
}
