import { type CaseDocument, factsIn, partsOf, wordsOf } from '../case/case-text'
import { expectedPlan } from '../case/expected-plan'
import { ELEMENTS, type GridFile } from '../case/grid-file'
import type { Simulation } from '../case/simulation/simulation'
import type { Pathway, PlanProfile } from '../library/pathway'
import { countWords } from '../text/markup'
import { choicesOf } from './grid-answers'

export const DIFFICULTIES = ['easy', 'medium', 'fine'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]
/** How long a file takes, and how hard it is. See docs/features/practice.md for the rule. */
export type Effort = { minutes: number; difficulty: Difficulty }

/** A file is read slowly, with a pen. */
const WORDS_A_MINUTE = 120
/** What a question of a grid, a fact that is weighed, and a step of a plan take, in minutes. */
const A_QUESTION = 1
const A_FACT = 0.25
const A_STEP = 0.75

/** @param papers in Arabic, so that a file takes as long in every language */
export function gridEffort(file: GridFile, papers: readonly CaseDocument[]): Effort {
  const words = papers.flatMap(({ blocks }) => blocks).flatMap(partsOf)
  const questions = ELEMENTS.flatMap((element) => choicesOf(file, element)).length
  const work = questions * A_QUESTION + factsIn(papers).length * A_FACT
  return {
    minutes: roundedMinutes(countWords(wordsOf(words)) / WORDS_A_MINUTE + work),
    // By what the page shows anyway: the solution would tell something of itself.
    difficulty: file.guidance === 'none' ? levelOf(papers.length, 4, 5) : 'easy',
  }
}

/** Its author says how long a simulation takes. */
export function simulationEffort({ minutes, reference }: Pick<Simulation, 'minutes' | 'reference'>): Effort {
  return { minutes, difficulty: levelOf(reference.length, 7, 8) }
}

export function planEffort(pathway: Pick<Pathway, 'rules' | 'actors'>, { story, facts }: PlanProfile): Effort {
  const steps = expectedPlan(pathway, facts).length
  return {
    minutes: roundedMinutes(countWords(story.ar) / WORDS_A_MINUTE + steps * A_STEP),
    difficulty: levelOf(steps, 13, 16),
  }
}

/** @param medium the least for a file of medium difficulty. @param fine the least for a difficult one. */
function levelOf(size: number, medium: number, fine: number): Difficulty {
  if (size >= fine) return 'fine'
  return size >= medium ? 'medium' : 'easy'
}

/** In steps of five: no estimate is more exact than that. */
function roundedMinutes(minutes: number): number {
  return Math.max(5, Math.round(minutes / 5) * 5)
}
