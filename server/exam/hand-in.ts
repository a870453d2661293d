import 'server-only'
import type { Names } from '@/domain/account/profile'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { decideCertificate } from '@/domain/certificate/certificate-rules'
import { initialsOf } from '@/domain/certificate/match-name'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { gradeExam } from '@/domain/exam/grade-exam'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { lockAccount } from '../db/accounts'
import { closeAttempt, findQuestions, lockAttempt } from '../db/attempts'
import { insertCertificate } from '../db/certificates'
import { inTransaction } from '../db/client'
import { findConfirmer } from '../db/confirmations'
import type { AttemptRow, Learner } from '../db/learners'
import type { Sql } from '../db/sql'
import { secretToken, secureRandom } from '../random'
import { readAttempt } from './attempt-session'

/**
 * Closes and grades an attempt, and issues the certificate when all is done. Handing in twice, or from twenty tabs at
 * once, gives the same one grade and the same one certificate.
 *
 * @throws {AppError} not-found
 */
export async function handIn(permit: Permit<'exam:sit'>, learner: Learner, attempt: AttemptRow): Promise<void> {
  // Now, so that it stands in memory: twenty hand-ins at once hold every connection, and the one that has the lock would
  // wait for another in vain.
  await loadRelease(attempt.releaseId)

  // One transaction: a grade without its certificate, or the reverse, must not survive a crash.
  await inTransaction(async (tx) => {
    // The account first, as its deletion and a change of her names do: these take turns.
    const names = await lockAccount(tx, learner.accountId)
    const locked = await lockAttempt(tx, attempt.id)
    if (!names || !locked) throw new AppError('not-found', 'attempt')
    if (locked.handedInAt) return
    const { release, questions } = await readAttempt(permit, attempt, findQuestions(tx, attempt.id))
    const answered = questions.map(({ key, answer }) => ({ question: key, answer }))
    const { earned, possible, passed } = gradeExam(answered, examRuleOf(release.course).passRate)
    const handedInAt = await closeAttempt(tx, attempt.id, { earned, possible, passed })

    // Lessons once done stay done, and no other attempt is open that could bring her a certificate.
    const { progress } = asLearnerCourse(release, learner, handedInAt)
    const decision = decideCertificate({
      held: learner.certificate !== null,
      lessonsDone: progress.lessonsDone,
      examPassed: passed,
    })
    if (decision.status === 'issue') await issue(tx, { learner, names, attempt, issuedAt: handedInAt })
  })
}

type Issue = { learner: Learner; names: Names; attempt: AttemptRow; issuedAt: Date }

async function issue(tx: Sql, { learner, names, attempt, issuedAt }: Issue): Promise<void> {
  const { accountId, courseId } = learner
  const earned = { accountId, attemptId: attempt.id, courseId, issuedAt }
  await insertCertificate(tx, {
    ...names,
    ...earned,
    ...(await findConfirmer(tx, earned)),
    number: makeCertificateNumber(secureRandom),
    releaseId: attempt.releaseId,
    initials: initialsOf(names.nameLatin),
    shareToken: secretToken(),
  })
}
