import 'server-only'
import { AppError } from '@/domain/errors'
import { nameIn } from '@/domain/person/name-in'
import { closedBy, type ThreadWritten } from '@/domain/thread/thread'
import type { WithCohort } from '../cohort/cohort-permit'
import { loadRelease } from '../content/releases'
import { findAccount } from '../db/account/accounts'
import { db, type Tx } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findInstitution } from '../db/institution/institutions'
import { findOwnThread, lockThread, saveRead, type ThreadRow } from '../db/thread/threads'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { cohortThread } from './read-threads'
import { writeMessage } from './write-message'

/**
 * Answers a learner. A letter tells her, without the text; no further letter follows until she has opened the thread.
 * Nothing is recorded in the audit log, because the administrators who read it must not learn who asks.
 *
 * @throws {AppError} not-found, also for a thread of another cohort; conflict once it is closed
 */
export async function answerThread(
  { cohort, permit }: WithCohort<'cohort:answer'>,
  threadId: string,
  { draft, threadText }: ThreadWritten,
  now: Date,
): Promise<void> {
  const tutorId = permit.actor.accountId
  await cohortThread(permit, threadId)
  await db().$transaction(async (tx) => {
    await lockThread(tx, threadId)
    const thread = await cohortThread(permit, threadId, tx)
    if (closedBy(thread, thread.status, now)) throw new AppError('conflict', 'a closed thread')
    const unread = (await findOwnThread(tx, thread.accountId, threadId))?.unread ?? 0
    const message = { id: draft, threadId, authorId: tutorId, fromLearner: false, text: threadText }
    if (!(await writeMessage(tx, message, now))) return
    await saveRead(tx, threadId, tutorId, now)
    if (unread === 0) await tellLearner(tx, cohort, thread, now)
  })
  await wake('mail')
}

async function tellLearner(
  tx: Tx,
  cohort: CohortRow,
  { id, accountId, ...asked }: ThreadRow,
  now: Date,
): Promise<void> {
  const [account, institution, release] = await Promise.all([
    findAccount(tx, accountId),
    findInstitution(tx, cohort.institutionId),
    loadRelease(asked.releaseId),
  ])
  if (!account?.confirmed || account.disabled || !institution) return
  const { locale, email: to } = account
  const lesson = release.lessons.get(asked.lessonId)?.file ?? release.course.file
  const about = { institution: nameIn(institution, locale), course: lesson.title[locale], cohort: cohort.name }
  const link = new URL(`/${locale}/learning/messages/${id}`, env().publicUrl).href
  const letter = { kind: 'threadAnswered', to, name: nameIn(account, locale), locale, link, about } as const
  await storeNecessary(tx, letter, { accountId }, now)
}
