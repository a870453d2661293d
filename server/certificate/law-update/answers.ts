import 'server-only'
import type { Answer } from '@/domain/question/answer'
import { isAskedAlike } from '@/domain/question/public-question'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { findLawAnswers, type LawAnswerRow } from '../../db/certificate/law-updates'
import { sql } from '../../db/client'
import type { LawOffer } from './law-offers'

type Releases = ReadonlyMap<string, LoadedRelease>

/** Her answers in the law update of a certificate, and the releases in which she read the questions. */
export async function answersTo({ certificate, since }: LawOffer): Promise<{ rows: LawAnswerRow[]; read: Releases }> {
  const rows = await findLawAnswers(sql(), { certificateId: certificate.id, since })
  const ids = [...new Set(rows.map(({ releaseId }) => releaseId))]
  const read = await Promise.all(ids.map(async (id) => [id, await loadRelease(id)] as const))
  return { rows, read: new Map(read) }
}

/** Her answers to the questions that are unchanged since she read them: a newer release may have changed others. */
export function currentAnswers(
  { questions, release }: LawOffer,
  rows: readonly LawAnswerRow[],
  read: Releases,
): Map<string, Answer> {
  return new Map(
    rows.flatMap(({ questionId, answer, releaseId }) => {
      const asked = questions.find(({ id }) => id === questionId)
      const then = releaseId === release.id ? asked : read.get(releaseId)?.questions.get(questionId)
      return asked && then && isAskedAlike(asked, then) ? [[questionId, answer] as const] : []
    }),
  )
}
