import 'server-only'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { SatTest } from './sit-test'

/** The score of a person in a test that she has handed in, one point a question. Only she may see it. */
export function ownScore({ questions, sitting }: SatTest): { earned: number; possible: number } {
  const points = questions.map(({ key }, place) => gradeAnswer(key, sitting?.answers.get(place + 1) ?? null))
  return { earned: points.reduce((sum, point) => sum + point, 0), possible: questions.length }
}
