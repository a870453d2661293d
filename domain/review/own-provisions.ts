import type { Answer, Certainty } from '../question/answer'
import { ownCertainty } from '../question/own-certainty'

/** A person's last answer to a question. */
export type OwnAnswer = {
  courseId: string
  /** The articles that the question is based on. */
  provisions: readonly string[]
  answer: Answer | null
  /** Null if she did not say how sure she was, or was not asked. */
  certainty: Certainty | null
  /** In [0, 1]. */
  points: number
  /** The passage that teaches it: `lesson#section`. */
  reread: string
}

/** How many of the answers with one certainty were fully right (`right`), and how many were not (`missed`). */
export type CertaintyCount = { certainty: Certainty | 'not-given'; right: number; missed: number }
export type OwnProvision = {
  provision: string
  /** The surest first; a certainty that she never gave is left out. */
  counts: readonly CertaintyCount[]
  /** The number of answers of which she was sure and which were not fully right. */
  sureAndWrong: number
  missed: number
  /** The passages that teach the questions that she missed, each once. */
  passages: readonly { courseId: string; passage: string }[]
}

/**
 * What a person should review, provision by provision: first what she was sure of and got wrong, then what she missed
 * most, then what she guessed right. It reveals which of her answers were right, so an exam may be included only once
 * its key is open.
 */
export function ownProvisions(answers: readonly OwnAnswer[]): OwnProvision[] {
  const provisions = [...new Set(answers.flatMap((answer) => answer.provisions))]
  return provisions
    .map((provision) => summarise(provision, answers))
    .toSorted(
      (a, b) =>
        b.sureAndWrong - a.sureAndWrong ||
        b.missed - a.missed ||
        guessed(b) - guessed(a) ||
        (a.provision < b.provision ? -1 : 1),
    )
}

function summarise(provision: string, all: readonly OwnAnswer[]): OwnProvision {
  const answers = all.filter(({ provisions }) => provisions.includes(provision))
  const counts = countsOf(answers)
  return {
    provision,
    counts,
    sureAndWrong: counts.find(({ certainty }) => certainty === 'sure')?.missed ?? 0,
    missed: counts.reduce((sum, { missed }) => sum + missed, 0),
    passages: passagesOf(answers.filter(({ points }) => points < 1)),
  }
}

function countsOf(answers: readonly OwnAnswer[]): CertaintyCount[] {
  const placed = answers.map((answer, position) => ({ ...answer, position }))
  const given = ownCertainty(placed).map(({ certainty, given, missed }) => ({
    certainty,
    right: given - missed.length,
    missed: missed.length,
  }))
  const rest = placed.filter(({ certainty, answer }) => certainty === null || answer === null)
  if (rest.length === 0) return given
  const right = rest.filter(({ points }) => points === 1).length
  return [...given, { certainty: 'not-given', right, missed: rest.length - right }]
}

function passagesOf(missed: readonly OwnAnswer[]): OwnProvision['passages'] {
  const found = new Map(
    missed.map(({ courseId, reread }) => [`${courseId} ${reread}`, { courseId, passage: reread }] as const),
  )
  return [...found.values()]
}

function guessed({ counts }: OwnProvision): number {
  return counts.find(({ certainty }) => certainty === 'guess')?.right ?? 0
}
