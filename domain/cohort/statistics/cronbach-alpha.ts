import { sum } from './count-table'
import { Disclosable, type Measure } from './disclose'
import { attemptsAt, type Scored } from './first-attempt'
import { areAllTheSame, variance } from './moments'

export type Alpha = {
  /** At most 1; below 0 if the questions contradict each other. */
  alpha: number
  /** k, the number of questions of the form. */
  questions: number
}

/**
 * How far the questions of a fixed form measure one thing: α = k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ), over the people who
 * answered all k questions; s²ᵢ is the variance of a question's scores, s²ₜ that of the sums. It is undefined for one
 * question. If all people have the same sum there is no variance to explain, and it is hidden.
 *
 * @see L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16(3), 1951.
 */
export function cronbachAlpha(
  attempts: readonly Scored[],
  questionIds: readonly string[],
): Disclosable<Measure<Alpha>> {
  const scores = questionIds.map(
    (id) => new Map(attemptsAt(attempts, id).map((attempt) => [attempt.personKey, attempt.score])),
  )
  const people = [...(scores[0]?.keys() ?? [])].filter((person) => scores.every((byPerson) => byPerson.has(person)))
  const items = scores.map((byPerson) => people.map((person) => byPerson.get(person) ?? 0))
  const sums = people.map((_, place) => sum(items.map((item) => item[place] ?? 0)))
  const questions = questionIds.length
  const seal = (value: Measure<Alpha>['value']) =>
    new Disclosable<Measure<Alpha>>({ definition: 'cronbach-alpha', people: people.length, value })
  if (questions < 2) return seal('too-few-questions')
  if (areAllTheSame(sums)) return seal('protects-a-group')
  const alpha = (questions / (questions - 1)) * (1 - sum(items.map(variance)) / variance(sums))
  return seal({ alpha, questions })
}
