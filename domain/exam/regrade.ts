import { z } from 'zod'
import { isAskedAlike } from '../question/public-question'
import { type AnsweredQuestion, type ExamGrade, gradeExam, reaches } from './grade-exam'

/** What grading again changes for an exam, from the smallest effect to the largest. */
export const REGRADE_EFFECTS = ['none', 'points', 'given-back', 'passed'] as const
export type RegradeEffect = (typeof REGRADE_EFFECTS)[number]

/** The result of an exam that was handed in. */
export type GradedBefore = { earned: number; passed: boolean }
export type Regraded = { effect: RegradeEffect; grade: ExamGrade; earned: number; passed: boolean }

/**
 * Grades an exam again with the right keys that `answered` names. Nobody loses points or a pass. If the text of a
 * question was corrected too, the right key cannot judge its answer: where its points could have made the difference,
 * the failed exam is given back and does not count among the attempts.
 */
export function regradeExam(answered: readonly AnsweredQuestion[], passRate: number, before: GradedBefore): Regraded {
  const grade = gradeExam(answered, passRate)
  const earned = Math.max(before.earned, grade.earned)
  const passed = before.passed || grade.passed
  return { effect: effectOf(answered, passRate, before, { grade, earned, passed }), grade, earned, passed }
}

function effectOf(
  answered: readonly AnsweredQuestion[],
  passRate: number,
  before: GradedBefore,
  { grade, earned, passed }: Omit<Regraded, 'effect'>,
): RegradeEffect {
  if (passed && !before.passed) return 'passed'
  if (!passed && reaches(passRate, { earned: earned + unjudged(answered, grade), possible: grade.possible })) {
    return 'given-back'
  }
  // The sum of thirds has rounding errors.
  return earned > before.earned + 1e-9 ? 'points' : 'none'
}

/** The points not earned on questions whose answers the right key cannot judge. */
function unjudged(answered: readonly AnsweredQuestion[], { points }: ExamGrade): number {
  return answered.reduce((sum, { question, corrected = [] }, place) => {
    const cannot = corrected.some((right) => !isAskedAlike(question, right))
    return cannot ? sum + 1 - (points[place] ?? 0) : sum
  }, 0)
}

export const newRegradeSchema = z.object({
  courseId: z.string().regex(/^[a-z0-9-]{1,100}$/),
  questionId: z.string().regex(/^[a-z0-9-]{1,100}$/),
})
export type NewRegrade = z.infer<typeof newRegradeSchema>
