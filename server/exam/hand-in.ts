import 'server-only'
import { decideCertificate } from '@/domain/certificate/certificate-rules'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { gradeExam } from '@/domain/exam/grade-exam'
import { type RegradeEffect, regradeExam } from '@/domain/exam/regrade'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { lockAccount } from '../db/account/accounts'
import { holdsCertificate } from '../db/certificate/certificates'
import { inTransaction, sql } from '../db/client'
import type { AttemptRow, Learner } from '../db/course/learners'
import { closeAttempt, findQuestions, lockAttempt } from '../db/exam/attempts'
import { findAcceptedRegrades, holdRegrades, insertRegraded } from '../db/exam/regrades'
import type { Sql } from '../db/sql'
import { tellCompleted } from '../webhook/tell'
import { readAttempt } from './attempt-session'
import { issueCertificate } from './issue-certificate'
import { correctionsOf, type RightKey, rightKeysOf, withRightKeys } from './right-keys'

/**
 * Closes and grades an attempt, and issues the certificate if the course is complete. Idempotent: handing in twice, or
 * from twenty tabs at once, gives one grade and one certificate.
 *
 * @param language the language of the page on which it is handed in.
 * @throws {AppError} not-found
 */
export async function handIn(
  permit: Permit<'exam:sit'>,
  learner: Learner,
  attempt: AttemptRow,
  language: Locale,
): Promise<void> {
  // Loads the release before the transaction, so that it is cached: twenty simultaneous hand-ins use all connections,
  // and the one with the lock would wait in vain for another connection.
  await loadRelease(attempt.releaseId)
  await rightKeysOf(await findAcceptedRegrades(sql(), learner.courseId))

  // In one transaction: after a crash there must be no grade without its certificate, or the reverse.
  await inTransaction(async (tx) => {
    // Locks the account first, in the same order as its deletion and a change of names, so that they cannot deadlock.
    const names = await lockAccount(tx, learner.accountId)
    const locked = await lockAttempt(tx, attempt.id)
    if (!names || !locked) throw new AppError('not-found', 'attempt')
    if (locked.handedInAt) return
    const { release, questions } = await readAttempt(permit, attempt, findQuestions(tx, attempt.id))
    const rights = await rightKeysOf(await holdRegrades(tx, learner.courseId))
    const answered = questions.map(({ key, answer }) => ({ question: key, answer }))
    const { passRate } = examRuleOf(release.course)
    const keyed = withRightKeys(answered, release, rights)
    const { earned, possible, passed } = gradeExam(keyed, passRate)
    const handedInAt = await closeAttempt(tx, attempt.id, { earned, possible, passed, language })

    const used = answered.flatMap(({ question }) => correctionsOf(question, release, rights))
    const { effect } = regradeExam(keyed, passRate, { earned, passed })
    await noteRightKeys(tx, { attemptId: attempt.id, used, effect, earned }, handedInAt)
    if (passed) await certify(tx, { learner, names, attempt, release, language, score: earned / possible }, handedInAt)
  })
}

type Passed = {
  learner: Learner
  names: Names
  attempt: AttemptRow
  release: LoadedRelease
  language: Locale
  score: number
}

/** Issues the certificate if her lessons are done and she holds none. */
async function certify(
  tx: Sql,
  { learner, names, attempt, release, language, score }: Passed,
  now: Date,
): Promise<void> {
  // Completed lessons stay completed, and no other attempt is open that could lead to a certificate.
  const { lessonsDone } = asLearnerCourse(release, learner, now).progress
  if (lessonsDone) await tellCompleted(tx, earnedIn(learner, attempt, now), now)
  // Read under the lock: an earlier attempt may have been graded again meanwhile, and have earned the certificate.
  const held = await holdsCertificate(tx, learner.accountId, learner.courseId)
  if (decideCertificate({ held, lessonsDone, examPassed: true }).status !== 'issue') return
  await issueCertificate(tx, { learner, names, attempt, issuedAt: now, course: release.course, language, score })
}

function earnedIn({ accountId, courseId }: Learner, { id: attemptId }: AttemptRow, issuedAt: Date) {
  return { accountId, courseId, attemptId, seminarId: null, issuedAt }
}

type Noted = { attemptId: string; used: readonly RightKey[]; effect: RegradeEffect; earned: number }

/**
 * Records the right keys by which the attempt was graded, so that their proposals do not grade it again, and whether
 * the attempt is given back because of them. No letter says so: she comes to the page of the result, which does.
 */
async function noteRightKeys(tx: Sql, { attemptId, used, effect, earned }: Noted, now: Date) {
  for (const { proposalId } of used) {
    await insertRegraded(tx, { proposalId, attemptId, effect, earnedBefore: earned, earnedAfter: earned }, now)
  }
}
