import 'server-only'
import type { Course } from '@/domain/course/course'
import type { Certainty } from '@/domain/question/answer'
import type { QuestionKey, QuestionKind } from '@/domain/question/question'
import type { Rng } from './rng'

/**
 * The difficulty of a question, on the scale of ability; how well it separates people; and how much surer people are of
 * it than they have reason to be, in [0, 1].
 */
export type Trait = { difficulty: number; discrimination: number; overrated: number }
export type Traits = ReadonlyMap<string, Trait>

const TYPICAL: Trait = { difficulty: 0, discrimination: 1, overrated: 0 }
/** The chance to guess the right answer, in [0, 1]. */
const GUESS: Readonly<Record<QuestionKind, number>> = {
  single: 0.15,
  multiple: 0.15,
  'true-false': 0.5,
  matching: 0.15,
  ordering: 0.15,
  ranking: 0.05,
  computing: 0.05,
  marking: 0.1,
  completing: 0.15,
}
/** One question in this number is misleading: most people are sure of it, and many are wrong. */
const MISLEADING = 12

/** Draws the traits once for all people who answer the questions, so that an item analysis has something to find. */
export function traitsOf({ lessons, bank }: Pick<Course, 'lessons' | 'bank'>, rng: Rng): Traits {
  const questions = [...lessons.flatMap(({ practice }) => practice), ...bank]
  const drawn = questions.map(({ id }): [string, Trait] => {
    const misleads = rng.below(MISLEADING) === 0
    const difficulty = rng.normal() * 0.8 + (misleads ? 0.9 : -0.2)
    return [id, { difficulty, discrimination: 0.6 + rng.random(), overrated: misleads ? 0.6 : 0 }]
  })
  return new Map(drawn)
}

export type SimulatedAnswer = { right: boolean; certainty: Certainty | null }

/** How a person of this ability (mean 0, deviation 1) answers a question. */
export function simulateAnswer(ability: number, question: QuestionKey, traits: Traits, rng: Rng): SimulatedAnswer {
  const trait = traits.get(question.id) ?? TYPICAL
  const chance = chanceOfRight(ability, trait, GUESS[question.kind])
  const right = rng.chance(chance)
  // A person who is right is a little surer than one who is wrong, and the stated certainty varies.
  const felt = chance + trait.overrated + (right ? 0.1 : -0.1) + rng.normal() * 0.15
  if (rng.chance(0.1)) return { right, certainty: null }
  if (felt > 0.8) return { right, certainty: 'sure' }
  return { right, certainty: felt > 0.5 ? 'fairly' : 'guess' }
}

/**
 * The three-parameter logistic model.
 *
 * @param guess the chance of a right answer without any knowledge, in [0, 1].
 * @see A. Birnbaum, in Lord & Novick, Statistical Theories of Mental Test Scores, 1968, ch. 17
 */
export function chanceOfRight(ability: number, { difficulty, discrimination }: Trait, guess: number): number {
  return guess + (1 - guess) / (1 + Math.exp(-1.7 * discrimination * (ability - difficulty)))
}
