import { type AnsweredQuestion, gradeExam, reaches } from './grade-exam'

/** An objective in which the share of points is below the pass rate. */
export type WeakObjective = {
  objective: string
  earned: number
  possible: number
  /** The lessons that teach what was missed, in the order of the course. */
  lessons: readonly string[]
}

/**
 * The objectives to work on after an exam, the weakest first.
 *
 * @param passRate the share of the points needed to pass, in (0, 1].
 * @param outline the lessons of the course, in order.
 */
export function weakObjectives(
  answered: readonly AnsweredQuestion[],
  passRate: number,
  outline: readonly string[],
): WeakObjective[] {
  const { objectives, points } = gradeExam(answered, passRate)
  const missed = answered.filter((_, index) => (points[index] ?? 0) < 1)
  const lessonsOf = (objective: string) => {
    const teaching = missed.filter(({ question }) => question.objective === objective)
    const lessons = new Set(teaching.map(({ question }) => question.reread.replace(/#.*/, '')))
    return outline.filter((lesson) => lessons.has(lesson))
  }
  return objectives
    .filter((score) => !reaches(passRate, score))
    .toSorted((a, b) => a.earned / a.possible - b.earned / b.possible || b.possible - a.possible)
    .map((score) => ({ ...score, lessons: lessonsOf(score.objective) }))
}
