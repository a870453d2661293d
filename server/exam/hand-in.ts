import 'server-only'
import type { Names } from '@/domain/account/profile'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { decideCertificate } from '@/domain/certificate/certificate-rules'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { gradeExam } from '@/domain/exam/grade-exam'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { freezePaper } from '../certificate/freeze-paper'
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
 * Closes and grades an attempt, and issues the certificate if the course is complete. Idempotent: handing in twice, or
 * from twenty tabs at once, gives one grade and one certificate.
 *
 * @param language of the page on which it is handed in.
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

  // In one transaction: after a crash there must be no grade without its certificate, or the reverse.
  await inTransaction(async (tx) => {
    // Locks the account first, in the same order as its deletion and a change of names, so that they cannot deadlock.
    const names = await lockAccount(tx, learner.accountId)
    const locked = await lockAttempt(tx, attempt.id)
    if (!names || !locked) throw new AppError('not-found', 'attempt')
    if (locked.handedInAt) return
    const { release, questions } = await readAttempt(permit, attempt, findQuestions(tx, attempt.id))
    const answered = questions.map(({ key, answer }) => ({ question: key, answer }))
    const { earned, possible, passed } = gradeExam(answered, examRuleOf(release.course).passRate)
    const handedInAt = await closeAttempt(tx, attempt.id, { earned, possible, passed, language })

    // Completed lessons stay completed, and no other attempt is open that could lead to a certificate.
    const { progress } = asLearnerCourse(release, learner, handedInAt)
    const decision = decideCertificate({
      held: learner.certificate !== null,
      lessonsDone: progress.lessonsDone,
      examPassed: passed,
    })
    if (decision.status === 'issue')
      await issue(tx, { learner, names, attempt, issuedAt: handedInAt, course: release.course, language })
  })
}

type Issue = {
  learner: Learner
  names: Names
  attempt: AttemptRow
  issuedAt: Date
  course: Course
  language: Locale
}

async function issue(tx: Sql, { learner, names, attempt, issuedAt, ...exam }: Issue): Promise<void> {
  const { accountId, courseId } = learner
  const earned = { accountId, attemptId: attempt.id, courseId, seminarId: null, issuedAt }
  await insertCertificate(tx, {
    ...names,
    ...earned,
    ...(await findConfirmer(tx, earned)),
    paperHash: await freezePaper(tx, { attemptId: attempt.id, issuedAt, ...exam }),
    number: makeCertificateNumber(secureRandom),
    releaseId: attempt.releaseId,
    seminarId: null,
    registrationId: null,
    initials: initialsOf(names.nameLatin),
    shareToken: secretToken(),
  })
}
