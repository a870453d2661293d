import { shuffle } from '../shuffle'
import type { SurveyAnswers } from './survey-answers'

/**
 * The answers to each question, each in a random order of their own. A row of the result belongs to no person: its
 * answers come from different people, so that a text whose author is recognised does not reveal her other answers.
 *
 * @param random uniform in [0, 1), from a cryptographic source.
 */
export function shuffleAnswers(
  answers: readonly SurveyAnswers[],
  questionIds: readonly string[],
  random: () => number,
): SurveyAnswers[] {
  const rows: Record<string, SurveyAnswers[string]>[] = answers.map(() => ({}))
  for (const id of questionIds) {
    const order = shuffle(answers, random)
    for (const [place, row] of rows.entries()) {
      const given = order[place]?.[id]
      if (given !== undefined) row[id] = given
    }
  }
  return rows
}
