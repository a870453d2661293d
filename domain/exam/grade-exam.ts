import type { Answer } from '../question/answer'
import { gradeAnswer } from '../question/grade-answer'
import { isAskedAlike } from '../question/public-question'
import type { QuestionKey } from '../question/question'

/** `corrected`: the question with the right keys, if its own key was found to be wrong. */
export type AnsweredQuestion = {
  question: QuestionKey
  answer: Answer | null
  corrected?: readonly QuestionKey[] | undefined
}
export type ObjectiveScore = { objective: string; earned: number; possible: number }
export type ExamGrade = {
  earned: number
  possible: number
  passed: boolean
  objectives: readonly ObjectiveScore[]
  /** The points of each question, in the given order. */
  points: readonly number[]
}

// The sum of thirds and quarters of a point has rounding errors: 14 of 20 must not fail as 13.999999.
const EPSILON = 1e-9

/**
 * Grades a whole exam, with one point per question. If a key was wrong, the old or the corrected one
 * counts, whichever gives more points.
 *
 * @param passRate the share of the points needed to pass, in (0, 1].
 */
export function gradeExam(answered: readonly AnsweredQuestion[], passRate: number): ExamGrade {
  const points = answered.map(pointsFor)
  const objectives = new Map<string, ObjectiveScore>()
  answered.forEach(({ question: { objective } }, index) => {
    const before = objectives.get(objective) ?? { objective, earned: 0, possible: 0 }
    objectives.set(objective, {
      objective,
      earned: before.earned + (points[index] ?? 0),
      possible: before.possible + 1,
    })
  })
  const earned = points.reduce((sum, point) => sum + point, 0)
  const possible = answered.length
  return {
    earned,
    possible,
    passed: possible > 0 && reaches(passRate, { earned, possible }),
    objectives: [...objectives.values()],
    points,
  }
}

/** The points of one answer, in [0, 1]. A corrected key counts only if its question shows the same text. */
export function pointsFor({ question, answer, corrected = [] }: AnsweredQuestion): number {
  const keys = [question, ...corrected.filter((right) => isAskedAlike(question, right))]
  return Math.max(...keys.map((key) => gradeAnswer(key, answer)))
}

/** Whether the points are at least this share of the possible ones. @param rate in (0, 1]. */
export function reaches(rate: number, { earned, possible }: Pick<ObjectiveScore, 'earned' | 'possible'>): boolean {
  return earned + EPSILON >= rate * possible
}
