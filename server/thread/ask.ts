import 'server-only'
import type { Lesson } from '@/domain/course/course'
import { AppError } from '@/domain/errors'
import type { Localized } from '@/domain/locale'
import { closedBy, mayAskTutor, type ThreadWritten } from '@/domain/thread/thread'
import { isUuid } from '@/domain/uuid'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { passagesOf } from '../content/passages'
import type { LoadedRelease } from '../content/releases'
import type { LearnerCourse } from '../course/learner-course'
import { lockAccount } from '../db/account/accounts'
import { db, sql, type Tx } from '../db/client'
import { findPlace } from '../db/cohort/cohort-members'
import { lockCohort } from '../db/cohort/cohorts'
import { countTutors, findOwnThread, insertThread, lockThread, type NewThread } from '../db/thread/threads'
import { idFrom, writeMessage } from './write-message'

/** The place about which she asks. `block`: null for the lesson as a whole. */
export type AskedPlace = { release: LoadedRelease; lesson: Lesson; block: number | null }

/** The cohort whose tutors she may ask about a course now; null if there is none. */
export function askableCohort({ learner }: Pick<LearnerCourse, 'learner'>, now: Date) {
  const cohort = learner?.cohort
  if (!cohort?.tutored) return null
  return mayAskTutor({ ...cohort, archivedAt: null }, 'active', now) ? cohort : null
}

/**
 * Asks the tutors of her cohort. The same form sent twice makes one question. Sent again with other words, it adds to
 * that question; sent about another passage, it makes another one. @returns its id. @throws {AppError} not-found if she
 * takes no part in the cohort, conflict if it is over or has no tutor, too-many-requests
 */
export async function askTutors(
  { target }: Permit<'thread:write'>,
  { cohortId, place }: { cohortId: string; place: AskedPlace },
  { draft, threadText }: ThreadWritten,
  now: Date,
): Promise<string> {
  const { accountId } = target
  await spendLimit('ask-tutor', accountId, now)
  return db().$transaction(async (tx) => {
    // The cohort first, as in every act that locks both.
    await requireAskable(tx, cohortId, accountId, now)
    await lockAccount(tx, accountId)
    const id = await openThread(tx, newThread({ id: draft, cohortId, accountId }, place), now)
    await writeMessage(tx, { ...messageOf(id, accountId), text: threadText, threadId: id }, now)
    return id
  })
}

/**
 * @returns the id of the thread that this form makes about this place. @throws {AppError} conflict if another person's
 * thread has this id
 */
async function openThread(tx: Tx, thread: NewThread, now: Date): Promise<string> {
  if (await insertThread(tx, thread, now)) return thread.id
  const { id, accountId, cohortId, lessonId, kept } = thread
  const before = await findOwnThread(tx, accountId, id)
  if (!before) throw new AppError('conflict', 'a question with this id')
  const same = before.cohortId === cohortId && before.lessonId === lessonId
  if (same && before.passage === kept.block && before.hash === kept.hash) return id
  const other = idFrom(id, cohortId, lessonId, String(kept.block), kept.hash)
  await insertThread(tx, { ...thread, id: other }, now)
  return other
}

/** Adds a message to a question of hers. @throws {AppError} not-found, conflict once it is closed, too-many-requests */
export async function addToThread(
  { target }: Permit<'thread:write'>,
  threadId: string,
  { draft, threadText }: ThreadWritten,
  now: Date,
): Promise<void> {
  const { accountId } = target
  await requireOwn(accountId, threadId)
  await spendLimit('ask-tutor', accountId, now)
  await db().$transaction(async (tx) => {
    await lockThread(tx, threadId)
    const thread = await findOwnThread(tx, accountId, threadId)
    if (!thread) throw new AppError('not-found', 'thread')
    if (closedBy(thread, thread.status, now)) throw new AppError('conflict', 'a closed thread')
    await writeMessage(tx, { ...messageOf(draft, accountId), text: threadText, threadId }, now)
  })
}

async function requireOwn(accountId: string, threadId: string): Promise<void> {
  if (!isUuid(threadId) || !(await findOwnThread(sql(), accountId, threadId))) throw new AppError('not-found', 'thread')
}

async function requireAskable(tx: Tx, cohortId: string, accountId: string, now: Date): Promise<void> {
  const cohort = await lockCohort(tx, cohortId)
  const place = cohort && (await findPlace(tx, cohortId, { accountId, email: '' }))
  if (!cohort || place?.accountId !== accountId) throw new AppError('not-found', 'cohort')
  if (!mayAskTutor(cohort, place.status, now) || (await countTutors(tx, cohortId)) === 0)
    throw new AppError('conflict', 'a cohort in which nobody can be asked')
}

const messageOf = (id: string, authorId: string) => ({ id, authorId, fromLearner: true })

/** A question on the whole lesson has no hash, and its words are the title. */
function newThread(
  ids: Pick<NewThread, 'id' | 'cohortId' | 'accountId'>,
  { release, lesson, block }: AskedPlace,
): NewThread {
  const of = { ...ids, courseId: release.courseId, lessonId: lesson.file.id, releaseId: release.id }
  if (block === null) return { ...of, kept: { block: 0, hash: '' }, section: null, words: lesson.file.title }
  const passage = passagesOf(release.course, lesson).find((each) => each.block === block)
  if (!passage) throw new AppError('not-found', `block ${block} of ${lesson.file.id}`)
  const section: Localized | null = passage.section?.title ?? null
  return { ...of, kept: { block, hash: passage.hash }, section, words: passage.words }
}
