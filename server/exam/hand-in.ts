import 'server-only'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { decideCertificate } from '@/domain/certificate/certificate-rules'
import { initialsOf } from '@/domain/certificate/match-name'
import { AppError } from '@/domain/errors'
import { gradeExam } from '@/domain/exam/grade-exam'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { lockAccount } from '../db/accounts'
import { closeAttempt, findQuestions, lockAttempt } from '../db/attempts'
import { findHolderNames, insertCertificate } from '../db/certificates'
import type { Db } from '../db/client'
import { db } from '../db/client'
import { type AttemptRow, findLearner, type Learner } from '../db/learners'
import { secretToken, secureRandom } from '../random'
import { readSitting } from './exam-sitting'

/**
 * Closes and grades an attempt, and issues the certificate when all is done. Handing in twice, or from twenty tabs at
 * once, gives the same one grade and the same one certificate.
 *
 * @throws {AppError} not-found
 */
export async function handIn(permit: Permit<'exam:sit'>, attempt: AttemptRow, now: Date): Promise<void> {
  const { actor, target } = permit
  // Now, so that it stands in memory: twenty hand-ins at once hold every connection, and the one that has the lock would
  // wait for another in vain.
  await loadRelease(attempt.releaseId)

  // One transaction: a grade without its certificate, or the reverse, must not survive a crash.
  await db().$transaction(async (tx) => {
    // The account first, as its deletion and a change of her names do: these take turns.
    await lockAccount(tx, actor.accountId)
    await lockAttempt(tx, attempt.id)
    const learner = await findLearner(tx, actor.accountId, target.courseId)
    const mine = learner?.attempts.find(({ id }) => id === attempt.id)
    if (!learner || !mine) throw new AppError('not-found', 'attempt')
    if (mine.handedInAt) return
    const { release, questions } = await readSitting(permit, attempt, findQuestions(tx, attempt.id))
    const answered = questions.map(({ key, answer }) => ({ question: key, answer }))
    const { earned, possible, passed } = gradeExam(answered, release.course.exam.passRate)
    await closeAttempt(tx, attempt.id, { handedInAt: now, earned, possible, passed })

    const { progress } = asLearnerCourse(release, learner, now)
    const decision = decideCertificate({
      held: learner.certificate !== null,
      lessonsDone: progress.lessonsDone,
      examPassed: passed,
    })
    if (decision.status === 'issue') await issue(tx, actor.accountId, learner, attempt, now)
  })
}

async function issue(tx: Db, accountId: string, learner: Learner, attempt: AttemptRow, now: Date): Promise<void> {
  const names = await findHolderNames(tx, accountId)
  if (!names) throw new AppError('not-found', 'account')
  await insertCertificate(tx, {
    ...names,
    number: makeCertificateNumber(secureRandom),
    accountId,
    attemptId: attempt.id,
    releaseId: attempt.releaseId,
    courseId: learner.courseId,
    initials: initialsOf(names.nameLatin),
    shareToken: secretToken(),
    issuedAt: now,
  })
}
