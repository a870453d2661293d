import type { ExamAvailability } from '../exam/exam-availability'

/** The facts that decide whether the learner continues a course. */
export type Resumable = {
  availability: ExamAvailability['status']
  lessonsDone: boolean
  certified: boolean
  mayTakePart: boolean
  /** A test of the learner's cohort can be taken now. */
  testWaits: boolean
  lastActiveAt: Date
}

/**
 * The course to continue: one whose exam is in progress, else one with a step that can be done now, else one whose exam
 * opens later; among several, the one that the learner worked on last. Null if nothing is left in any of them.
 */
export function courseToResume<T extends Resumable>(courses: readonly T[]): T | null {
  const left = courses.flatMap((course) => {
    const rank = rankOf(course)
    return rank === null ? [] : [{ course, rank }]
  })
  const [first] = left.toSorted(
    (a, b) => a.rank - b.rank || b.course.lastActiveAt.getTime() - a.course.lastActiveAt.getTime(),
  )
  return first?.course ?? null
}

function rankOf({ availability, lessonsDone, certified, mayTakePart, testWaits }: Resumable): 0 | 1 | 2 | null {
  if (availability === 'under-way') return 0
  if (testWaits) return 1
  if (certified || !mayTakePart || availability === 'exhausted') return null
  if (!lessonsDone) return 1
  if (availability === 'passed' || availability === 'none') return null
  return availability === 'open' ? 1 : 2
}
