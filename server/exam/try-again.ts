import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import { nameIn } from '@/domain/person/name-in'
import type { Permit } from '../auth/permit'
import { titleOf } from '../content/course-title'
import { courseOf } from '../course/learner-course'
import { findAccount } from '../db/account/accounts'
import { lockForLetters } from '../db/account/letter-choices'
import { db, sql, type Tx } from '../db/client'
import { findLearner, type Learner } from '../db/course/learners'
import {
  deleteTryAgain,
  findWaitsOver,
  hasAskedToTryAgain,
  insertTryAgain,
  markTold,
  postponeTryAgain,
  type WaitingToTry,
} from '../db/exam/try-again'
import { env } from '../env'
import { logBug } from '../log'
import { storeNecessary } from '../mail/store-letters'

const DAY_MS = 86_400_000

/** Whether she has asked to be told when she may try again; null while there is nothing to wait for. */
export async function tryAgainRequest(
  _: Permit<'exam:sit'>,
  learner: Learner,
  availability: ExamAvailability,
): Promise<{ asked: boolean } | null> {
  const last = learner.attempts.at(-1)
  if (availability.status !== 'cooling-down' || !last) return null
  return { asked: await hasAskedToTryAgain(db(), last.id) }
}

/** Requests the letter, or cancels the request. @throws {AppError} conflict if she need not wait (any more) */
export async function askToTryAgain(
  _: Permit<'exam:sit'>,
  learner: Learner,
  availability: ExamAvailability,
  wanted: boolean,
  now: Date,
): Promise<void> {
  const last = learner.attempts.at(-1)
  if (availability.status !== 'cooling-down' || !last) throw new AppError('conflict', 'no wait for an exam')
  if (wanted) await insertTryAgain(sql(), last.id, availability.opensAt, now)
  else await deleteTryAgain(db(), [last.id])
}

const AT_ONCE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Writes to each learner who asked for it and whose wait is over. The letter and the mark that she was told are stored
 * in one transaction, under a lock on her account, so she is told once.
 *
 * @returns the number of letters.
 */
export async function sendRetryLetters(now: Date): Promise<number> {
  let told = 0
  let last = FIRST
  for (;;) {
    const waits = await findWaitsOver(sql(), last, AT_ONCE, now)
    for (const wait of waits) if (await tellOrLog(wait, now)) told += 1
    last = waits.at(-1)?.attemptId ?? last
    if (waits.length < AT_ONCE) return told
  }
}

async function tellOrLog(wait: WaitingToTry, now: Date): Promise<boolean> {
  try {
    return await db().$transaction((tx) => tell(tx, wait, now))
  } catch (error) {
    logBug(error, { job: 'try-again' })
    return false
  }
}

async function tell(tx: Tx, { attemptId, accountId, courseId }: WaitingToTry, now: Date): Promise<boolean> {
  await lockForLetters(tx, [accountId])
  const [account, learner] = [await findAccount(tx, accountId), await findLearner(tx, accountId, courseId)]
  if (!account || !learner) return false
  const { release, availability } = await courseOf(learner, courseId, now)
  const { access } = release.course.file
  const person = {
    kind: 'person',
    accountId,
    sessionId: '',
    confirmed: account.confirmed,
    locale: account.locale,
  } as const
  const readable = decide(person, 'course:read', { courseId, access, learner }) === 'allowed'
  if (availability.status === 'cooling-down' || availability.status === 'not-yet') {
    await postponeTryAgain(tx, attemptId, availability.opensAt)
    return false
  }
  // She has marked a lesson as not completed since, and may complete it again.
  if (availability.status === 'locked') {
    await postponeTryAgain(tx, attemptId, new Date(now.getTime() + DAY_MS))
    return false
  }
  // She has begun already, has passed, or may not go on: there is nothing to tell.
  if (availability.status !== 'open' || !readable || account.disabled) {
    await deleteTryAgain(tx, [attemptId])
    return false
  }
  if (!(await markTold(tx, attemptId, now))) return false
  const { locale, email: to } = account
  const link = new URL(`/${locale}/courses/${courseId}/exam`, env().publicUrl).href
  const about = { course: titleOf(release, null, locale) }
  const letter = { kind: 'tryAgain', to, name: nameIn(account, locale), locale, link, about } as const
  await storeNecessary(tx, letter, { accountId }, now)
  return true
}
