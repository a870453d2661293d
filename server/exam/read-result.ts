import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { type ExamAvailability, keyIsOpen } from '@/domain/exam/exam-availability'
import { gradeExam, type ObjectiveScore } from '@/domain/exam/grade-exam'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import type { LoadedRelease } from '../content/releases'
import type { AttemptRow, Learner } from '../db/course/learners'
import { readAttempt, type SessionQuestion } from './attempt-session'
import { rightKeysOf, withRightKeys } from './right-keys'

/** A question with the points for its answer, in [0, 1]. */
export type GradedQuestion = SessionQuestion & { points: number }

export type ExamResult = {
  attempt: AttemptRow
  release: LoadedRelease
  passRate: number
  /** False once the answers have expired: only the score is left. */
  answersKept: boolean
  /** In the order of the course, which is the same for each attempt; the questions of each exam have another order. */
  objectives: readonly (ObjectiveScore & {
    text: Localized
    /** The `lesson#section` to reread for missed questions, each once. Before the key is open, only this is shown. */
    reread: readonly string[]
  })[]
  /** Null before the key is open: the points, and the certainty beside them, would reveal which answers were right. */
  questions: readonly GradedQuestion[] | null
}

/**
 * The result of an attempt that was handed in; null if there is none yet.
 *
 * @param number the number of the attempt; null for the last one.
 * @throws {AppError} not-found
 */
export async function readResult(
  permit: Permit<'exam:sit'>,
  { attempts }: Learner,
  availability: ExamAvailability,
  number: string | null,
): Promise<ExamResult | null> {
  const handedIn = attempts.filter((attempt) => attempt.handedInAt !== null)
  const attempt = number === null ? handedIn.at(-1) : handedIn.find((attempt) => String(attempt.number) === number)
  if (!attempt && number !== null) throw new AppError('not-found', 'attempt')
  if (!attempt) return null

  const { release, questions } = await readAttempt(permit, attempt)
  const { passRate } = examRuleOf(release.course)
  const answered = questions.map(({ key, answer }) => ({ question: key, answer }))
  const rights = await rightKeysOf(attempt.regrades ?? [])
  const grade = gradeExam(withRightKeys(answered, release, rights), passRate)
  const graded = questions.map((question, index) => ({ ...question, points: grade.points[index] ?? 0 }))
  const missed = graded.filter(({ points }) => points < 1)
  const objectives = release.course.file.objectives.flatMap(({ id, text }) => {
    const score = grade.objectives.find(({ objective }) => objective === id)
    const reread = new Set(missed.filter(({ key }) => key.objective === id).map(({ key }) => key.reread))
    return score ? { ...score, text, reread: [...reread] } : []
  })
  const answersKept = questions.length > 0
  const shown = keyIsOpen(availability) && answersKept ? graded : null
  return { attempt, release, passRate, objectives, answersKept, questions: shown }
}
