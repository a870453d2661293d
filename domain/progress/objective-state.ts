/** How well she commands an objective of a course. `unmet`: she has answered none of its questions yet. */
export type ObjectiveState = 'unmet' | 'shaky' | 'firm'

/** Her last answer to a question. `points` is in [0, 1]. */
export type JudgedAnswer = { objective: string; points: number }

/** So few right answers may be luck: an objective with more questions than that is not firm yet. */
const ENOUGH = 3

type Known = {
  /** Her last answers to the questions of the course. */
  answers: readonly JudgedAnswer[]
  /** The objectives that her last exam fell short of. */
  weak: ReadonlySet<string>
  /** How many questions each objective has in the lessons. */
  asked: ReadonlyMap<string, number>
  /** The share of right answers that the course asks for, in (0, 1]. */
  passRate: number
}

/** The state of an objective: firm once enough of its questions are answered, and a sufficient share of them rightly. */
export function objectiveState(objective: string, { answers, weak, asked, passRate }: Known): ObjectiveState {
  const given = answers.filter((answer) => answer.objective === objective)
  if (weak.has(objective)) return 'shaky'
  if (given.length === 0) return 'unmet'
  const earned = given.reduce((sum, { points }) => sum + points, 0)
  const enough = given.length >= Math.min(ENOUGH, asked.get(objective) ?? ENOUGH)
  return enough && earned >= passRate * given.length ? 'firm' : 'shaky'
}
