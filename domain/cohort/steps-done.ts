/** What of a course somebody has done, and what she has let pass. */
export type StepsDone = {
  done: ReadonlySet<string>
  lessons: number
  lessonsDone: number
  /** The days that have passed of the lessons she has not done. */
  lessonsLate: number
}

/**
 * How to read a person's lessons. A thousand people have done few different sets of them: each is looked at once.
 *
 * @param outline ids of the course's lessons.
 * @param past steps whose last day is over.
 * @returns of ids with a space between, in any order; null for none. Ids that the course does not know count for nothing.
 */
export function readSteps(
  outline: readonly string[],
  past: ReadonlySet<string>,
): (doneLessons: string | null) => StepsDone {
  const known = new Map<string, StepsDone>()
  return (doneLessons) => {
    const text = doneLessons ?? ''
    const steps = known.get(text) ?? look(text.split(' '), outline, past)
    known.set(text, steps)
    return steps
  }
}

function look(ids: readonly string[], outline: readonly string[], past: ReadonlySet<string>): StepsDone {
  const done = new Set(ids)
  const open = outline.filter((id) => !done.has(id))
  const lessonsLate = open.filter((id) => past.has(id)).length
  return { done, lessons: outline.length, lessonsDone: outline.length - open.length, lessonsLate }
}
