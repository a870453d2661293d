import 'server-only'
import { findPassage } from '@/domain/course/passage'
import { AppError } from '@/domain/errors'
import type { Localized } from '@/domain/locale'
import { type Closed, closedBy } from '@/domain/thread/thread'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { passagesOf } from '../content/passages'
import { currentRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import type { Sql } from '../db/sql'
import {
  findCohortThread,
  findCohortThreads,
  findMessages,
  findOwnThread,
  findOwnThreads,
  type MessageRow,
  saveRead,
  type ThreadRow,
} from '../db/thread/threads'

export type { MessageRow, ThreadRow }
/** A thread with the title of its lesson, and why nothing more can be written in it. */
export type ListedThread = ThreadRow & { lesson: Localized; closed: Closed | null }
/**
 * `at` is the place of its passage now: the number of its block; `whole` if the question is about the lesson; `changed`
 * if its words are no longer there.
 */
export type OpenThread = ListedThread & { messages: readonly MessageRow[]; at: number | 'whole' | 'changed' }

export const THREADS_AT_ONCE = 20

/** The threads of the learners of a cohort. @param page the first is 1. */
export async function cohortThreads(
  { actor, target }: Permit<'cohort:answer'>,
  page: number,
  now: Date,
): Promise<{ threads: ListedThread[]; more: boolean }> {
  const window = { from: (page - 1) * THREADS_AT_ONCE, limit: THREADS_AT_ONCE + 1 }
  const rows = await findCohortThreads(sql(), target.cohortId, actor.accountId, window)
  const threads = await Promise.all(rows.slice(0, THREADS_AT_ONCE).map((row) => listed(row, now)))
  return { threads, more: rows.length > THREADS_AT_ONCE }
}

/** @throws {AppError} not-found, also for a thread of another cohort */
export async function cohortThread(
  { actor, target }: Permit<'cohort:answer'>,
  id: string,
  on: Sql = sql(),
): Promise<ThreadRow> {
  const row = isUuid(id) ? await findCohortThread(on, target.cohortId, actor.accountId, id) : null
  if (!row) throw new AppError('not-found', 'thread')
  return row
}

/** A thread for a tutor. It is then marked as read by her. @throws {AppError} not-found */
export async function openCohortThread(permit: Permit<'cohort:answer'>, id: string, now: Date): Promise<OpenThread> {
  return open(await cohortThread(permit, id), permit.actor.accountId, now)
}

/** Her own threads, the newest first. */
export async function myThreads({ target }: Permit<'thread:write'>, now: Date): Promise<ListedThread[]> {
  const rows = await findOwnThreads(sql(), target.accountId)
  return Promise.all(rows.map((row) => listed(row, now)))
}

/** One of her own threads. It is then marked as read by her. @throws {AppError} not-found, also for another person's */
export async function openMyThread({ target }: Permit<'thread:write'>, id: string, now: Date): Promise<OpenThread> {
  const row = isUuid(id) ? await findOwnThread(sql(), target.accountId, id) : null
  if (!row) throw new AppError('not-found', 'thread')
  return open(row, target.accountId, now)
}

async function open(row: ThreadRow, readerId: string, now: Date): Promise<OpenThread> {
  const messages = await findMessages(sql(), row.id)
  // Only the messages shown are marked as read: a message that arrives at this moment stays unread.
  await saveRead(sql(), row.id, readerId, messages.at(-1)?.at ?? now)
  return { ...(await listed(row, now)), messages, at: await placeOf(row) }
}

async function listed(row: ThreadRow, now: Date): Promise<ListedThread> {
  const { course, lessons } = await loadRelease(row.releaseId)
  const lesson = lessons.get(row.lessonId)?.file.title ?? course.file.title
  return { ...row, lesson, closed: closedBy(row, row.status, now) }
}

async function placeOf({ courseId, lessonId, passage: block, hash }: ThreadRow): Promise<OpenThread['at']> {
  if (hash === '') return 'whole'
  const release = await currentRelease(courseId)
  const lesson = release?.lessons.get(lessonId)
  return (release && lesson && findPassage(passagesOf(release.course, lesson), { block, hash })?.block) ?? 'changed'
}
