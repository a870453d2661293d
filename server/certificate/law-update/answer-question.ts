import 'server-only'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { lawDateOf, updateStanding } from '@/domain/certificate/law-update'
import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import { isAskedAlike } from '@/domain/exam/public-question'
import { readId } from '@/domain/institution/grant'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { type CertificateRow, lockCertificate } from '../../db/certificates'
import { db } from '../../db/client'
import { findLawAnswers, insertLawUpdate, saveLawAnswer } from '../../db/law-updates'
import { answersTo, standingAnswers } from './answers'
import type { LawOffer } from './law-offers'

/**
 * `answered`: it is kept, and something is still to be answered. `updated`: the certificate is of the later law now.
 * `changed`: nothing was kept, since the question, the certificate or its law is another one by now.
 */
export type Answered = 'answered' | 'updated' | 'changed'

type Given = {
  question: QuestionKey
  answer: Answer
  /** The release from which the page had the question. */
  seen: string | null
}

/**
 * Keeps an answer to a question about the changed law. The answer that makes all of them right brings the certificate up
 * to the later law, in the same transaction: two tabs that send their last answer at once bring it up once.
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
    const answers = standingAnswers(offer, await findLawAnswers(tx, span), read)
    const points = offer.questions.map((each) => pointsFor(each, answers.get(each.id)))
    if (!updateStanding(points).done) return 'answered'
    await insertLawUpdate(tx, { ...span, lawDate, releaseId: release.id }, now)
    return 'updated'
  })
}

/** The question of a page that was opened before a newer release came must be the same one. */
async function wasAskedAlike({ release }: LawOffer, question: QuestionKey, seen: string | null): Promise<boolean> {
  if (seen === release.id) return true
  const id = readId(seen ?? '')
  const then = id && (await loadRelease(id).catch(() => null))
  const before = then && then.courseId === release.courseId ? then.questions.get(question.id) : undefined
  return before !== undefined && isAskedAlike(before, question)
}

/** Whether it is still in force and of the law from which it is to be brought on. */
function isOffered(certificate: CertificateRow, since: string): boolean {
  return certificateStatus(certificate) === 'valid' && lawDateOf(certificate.updates, since) === since
}

function pointsFor(question: QuestionKey, answer: Answer | undefined): number | null {
  return answer === undefined ? null : gradeAnswer(question, answer)
}
