import 'server-only'
import { randomUUID } from 'node:crypto'
import { documentsOf, factsIn } from '@/domain/case/case-text'
import { AppError } from '@/domain/errors'
import { type GridAnswers, readAnswers } from '@/domain/practice/grid-answers'
import type { StoredGrid } from '@/domain/practice/kept-ticks'
import { type GridScore, scoreGrid } from '@/domain/practice/score-grid'
import type { SentGrid } from '@/domain/practice/sent-grid'
import { isUuid } from '@/domain/uuid'
import { ownerKey } from '../auth/owner-key'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { isRetiredNow } from '../course/retired-case'
import { inTransaction, sql } from '../db/client'
import {
  closeGrid,
  findHandedInGrid,
  findLastGrid,
  type GridAttemptRow,
  type GridSave,
  insertGrid,
  updateGrid,
} from '../db/practice/grid-attempts'
import { noteDone } from '../db/practice/practice-done'
import { caseIn, type FoundCase, readableCase } from './read-cases'

type Own = Permit<'account:read'>

/** A grid as she left it. `number` and `version` identify the attempt that her page shows, and its state. */
export type OpenedGrid = FoundCase<'grid'> & {
  number: number
  version: number
  /** The key of the person, under which her device keeps ticks that have not arrived. */
  owner: string
  /** A random id of the page that is about to be shown: its saves carry it. */
  writer: string
  stored: StoredGrid
  answers: GridAnswers
  /** She has handed in an attempt before: its result can be read again. */
  handedIn: boolean
  /** She has begun this attempt, and may finish it even after the file is retired. */
  underWay: boolean
}

/**
 * The attempt under way, in the release in which it was begun; otherwise a new one in the newest release.
 *
 * @throws {AppError} not-found
 */
export async function openGrid({ actor, target }: Own, caseId: string): Promise<OpenedGrid> {
  const newest = await readableCase(actor, 'grid', caseId)
  const last = await findLastGrid(sql(), target.accountId, caseId)
  const clean = {
    ...newest,
    number: (last?.number ?? 0) + 1,
    version: 0,
    owner: await ownerKey(target.accountId),
    writer: randomUUID(),
    stored: storedOf(last),
    answers: {},
    handedIn: last !== null,
    underWay: false,
  }
  if (!last || last.handedInAt) return clean
  const begun = await inItsRelease(last)
  return {
    ...clean,
    ...begun,
    number: last.number,
    version: last.version,
    answers: last.answers,
    handedIn: last.number > 1,
    underWay: true,
  }
}

function storedOf(last: GridAttemptRow | null): StoredGrid {
  if (!last) return { number: 0, version: 0, writer: null, step: 0, closed: true }
  const { number, version, writer, step, handedInAt } = last
  return { number, version, writer, step, closed: handedInAt !== null }
}

/** What the server has of her attempts at a file, by which a page recognises what it has saved itself. */
export async function storedGrid({ target }: Own, caseId: string): Promise<StoredGrid> {
  return storedOf(await findLastGrid(sql(), target.accountId, caseId))
}

export type Saved = 'saved' | 'changed'

/**
 * Stores her answers. `changed`: another save has begun, changed or closed this attempt, or its file is retired.
 *
 * @throws {AppError} not-found, conflict if the page was shown to another person
 */
export async function saveGrid(permit: Own, caseId: string, sent: SentGrid, now: Date): Promise<Saved> {
  return inTransaction((tx) => keep(tx, permit, caseId, sent, now))
}

/** Stores her answers and closes the attempt. */
export async function handInGrid(permit: Own, caseId: string, sent: SentGrid, now: Date): Promise<Saved> {
  const { accountId } = permit.target
  return inTransaction(async (tx) => {
    const saved = await keep(tx, permit, caseId, sent, now)
    if (saved === 'changed') return 'changed'
    const { number, version } = sent
    const closed = await closeGrid(tx, { accountId, caseId, number, version: version + 1 }, now)
    if (!closed) return 'changed'
    const { release } = await readableCase(permit.actor, 'grid', caseId)
    await noteDone(tx, accountId, { kind: 'grid', caseId, courseId: release.courseId }, now)
    return 'saved'
  })
}

type Sql = Parameters<typeof insertGrid>[0]

async function keep(tx: Sql, { actor, target }: Own, caseId: string, sent: SentGrid, now: Date): Promise<Saved> {
  const { accountId } = target
  await requireOwner(accountId, sent)
  const newest = await readableCase(actor, 'grid', caseId)
  const last = await findLastGrid(tx, accountId, caseId)
  if (last && !last.handedInAt) {
    if (last.number !== sent.number) return 'changed'
    const { found } = (await inItsRelease(last)) ?? newest
    return (await updateGrid(tx, { id: last.id, version: sent.version }, saveOf(found, sent), now))
      ? 'saved'
      : 'changed'
  }
  if (sent.version !== 0 || sent.number !== (last?.number ?? 0) + 1) return 'changed'
  const { release, found } = await asRead(newest, sent.releaseId)
  // Her page shows the reason when it is loaded again.
  if (isRetiredNow(newest.found, now)) return 'changed'
  const { courseId } = release
  const grid = {
    accountId,
    courseId,
    caseId,
    number: sent.number,
    releaseId: release.id,
    ...saveOf(found, sent),
  }
  return (await insertGrid(tx, grid, now)) ? 'saved' : 'changed'
}

/**
 * The release that her page showed, if it belongs to this course and has the file; otherwise the newest one. A newer
 * release may have been published meanwhile.
 */
async function asRead(newest: FoundCase<'grid'>, releaseId: string): Promise<FoundCase<'grid'>> {
  if (releaseId === newest.release.id) return newest
  const release = isUuid(releaseId) ? await loadRelease(releaseId).catch(nullIfGone) : null
  const found = release?.courseId === newest.release.courseId ? caseIn(release, 'grid', newest.found.file.id) : null
  return release && found ? { release, found } : newest
}

/** Another person may have signed in, in another window of the browser, since the page was shown. */
async function requireOwner(accountId: string, { owner }: SentGrid): Promise<void> {
  if (owner === null || owner === (await ownerKey(accountId))) return
  throw new AppError('conflict', 'ticked by another person')
}

function saveOf(found: FoundCase<'grid'>['found'], { field, writer, step }: SentGrid): GridSave {
  const facts = new Set(factsIn(documentsOf(found, 'ar')).map(({ id }) => id))
  return { answers: readAnswers(found.file, facts, field), writer, step }
}

export type GridResult = FoundCase<'grid'> & {
  answers: GridAnswers
  score: GridScore
  /** The newest release has another wording or solution of the file than the one in which she answered. */
  changed: boolean
}

/** The result of her last attempt that was handed in, by the release in which she read it; null if there is none. */
export async function gridResult({ actor, target }: Own, caseId: string): Promise<GridResult | null> {
  const newest = await readableCase(actor, 'grid', caseId)
  const attempt = await findHandedInGrid(sql(), target.accountId, caseId)
  const read = attempt && (await inItsRelease(attempt))
  if (!attempt || !read) return null
  const facts = factsIn(documentsOf(read.found, 'ar')).length
  return {
    ...read,
    answers: attempt.answers,
    score: scoreGrid(read.found.file, facts, attempt.answers),
    changed: read.found.file.revision !== newest.found.file.revision,
  }
}

async function inItsRelease({ releaseId, caseId }: GridAttemptRow): Promise<FoundCase<'grid'> | null> {
  const release = await loadRelease(releaseId)
  const found = caseIn(release, 'grid', caseId)
  return found && { release, found }
}

function nullIfGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null
  throw error
}
