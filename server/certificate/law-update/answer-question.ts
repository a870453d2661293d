import 'server-only'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { lawDateOf, updateScore } from '@/domain/certificate/law-update'
import { readId } from '@/domain/institution/grant'
import type { Answer } from '@/domain/question/answer'
import { gradeAnswer } from '@/domain/question/grade-answer'
import { isAskedAlike } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { type CertificateRow, lockCertificate } from '../../db/certificate/certificates'
import { findLawAnswers, insertLawUpdate, saveLawAnswer } from '../../db/certificate/law-updates'
import { db } from '../../db/client'
import { answersTo, currentAnswers } from './answers'
import type { LawOffer } from './law-offers'

/**
 * `answered`: stored, but not all answers are right yet. `updated`: stored, and the certificate is of the later law
 * now. `changed`: not stored, since the question, the certificate or its law has changed meanwhile.
 */
export type Answered = 'answered' | 'updated' | 'changed'

type Given = {
  question: QuestionKey
  answer: Answer
  /** The release whose question the page showed. */
  seen: string | null
}

/**
 * Stores an answer to a question about the changed law. Once all answers are right, the same transaction updates the
 * certificate to the later law. If two tabs send the last answer at once, it is updated once.
 */
export async function answerLawQuestion(
  { target }: Permit<'account:change'>,
  offer: LawOffer,
  { question, answer, seen }: Given,
  now: Date,
): Promise<Answered> {
  if (!(await wasAskedAlike(offer, question, seen))) return 'changed'
  const { since, lawDate, release } = offer
  // Loaded before the transaction, which would otherwise wait for a second connection.
  const { read } = await answersTo(offer)
  return db().$transaction(async (tx) => {
    const certificate = await lockCertificate(tx, offer.certificate.number)
    if (certificate?.accountId !== target.accountId || !isOffered(certificate, since)) return 'changed'
    const span = { certificateId: certificate.id, since }
    await saveLawAnswer(tx, { ...span, questionId: question.id, answer, releaseId: release.id }, now)
    const answers = currentAnswers(offer, await findLawAnswers(tx, span), read)
    const points = offer.questions.map((each) => pointsFor(each, answers.get(each.id)))
    if (!updateScore(points).done) return 'answered'
    await insertLawUpdate(tx, { ...span, lawDate, releaseId: release.id }, now)
    return 'updated'
  })
}

/** Whether the question is still the one that the page showed: a newer release may have been published meanwhile. */
async function wasAskedAlike({ release }: LawOffer, question: QuestionKey, seen: string | null): Promise<boolean> {
  if (seen === release.id) return true
  const id = readId(seen ?? '')
  const then = id && (await loadRelease(id).catch(() => null))
  const before = then && then.courseId === release.courseId ? then.questions.get(question.id) : undefined
  return before !== undefined && isAskedAlike(before, question)
}

/** Whether the certificate is still in force and still of the law of the day `since`. */
function isOffered(certificate: CertificateRow, since: string): boolean {
  return certificateStatus(certificate) === 'valid' && lawDateOf(certificate.updates, since) === since
}

function pointsFor(question: QuestionKey, answer: Answer | undefined): number | null {
  return answer === undefined ? null : gradeAnswer(question, answer)
}
