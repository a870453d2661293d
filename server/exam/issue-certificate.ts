import 'server-only'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { freezePaper } from '../certificate/freeze-paper'
import { insertCertificate } from '../db/certificate/certificates'
import type { AttemptRow, Learner } from '../db/course/learners'
import { findConfirmer } from '../db/institution/confirmations'
import type { Sql } from '../db/sql'
import { secretToken, secureRandom } from '../random'
import { tellIssued } from '../webhook/tell'

type Issue = {
  learner: Pick<Learner, 'accountId' | 'courseId' | 'enrolmentId'>
  names: Names
  attempt: Pick<AttemptRow, 'id' | 'releaseId'>
  issuedAt: Date
  course: Course
  language: Locale | null
  /** The share of points that was reached. */
  score: number
}

/** Issues the certificate that an exam has earned, in the transaction that has graded it. */
export async function issueCertificate(tx: Sql, { learner, names, attempt, issuedAt, ...exam }: Issue): Promise<void> {
  const { accountId, courseId, enrolmentId } = learner
  const number = makeCertificateNumber(secureRandom)
  const earned = { accountId, attemptId: attempt.id, courseId, seminarId: null, issuedAt }
  await insertCertificate(tx, {
    ...names,
    ...earned,
    ...(await findConfirmer(tx, earned)),
    paperHash: await freezePaper(tx, { attemptId: attempt.id, enrolmentId, issuedAt, ...exam }),
    number,
    releaseId: attempt.releaseId,
    seminarId: null,
    registrationId: null,
    initials: initialsOf(names.nameLatin),
    shareToken: secretToken(),
  })
  await tellIssued(tx, number, attempt.id, issuedAt)
}
