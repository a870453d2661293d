import type { ExamStanding } from '../exam/exam-standing'

/** What of a course says whether she goes on with it. */
export type Resumable = {
  standing: ExamStanding['status']
  lessonsDone: boolean
  certified: boolean
  mayTakePart: boolean
  /** A test of her cohort waits for her. */
  testWaits: boolean
  lastActiveAt: Date
}

/**
 * The course that she goes on with: one whose exam is under way, else one that she can go on with now, else one whose exam
 * opens later; of several the one she was at last. Null when nothing is left of any.
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

function rankOf({ standing, lessonsDone, certified, mayTakePart, testWaits }: Resumable): 0 | 1 | 2 | null {
  if (standing === 'under-way') return 0
  if (testWaits) return 1
  if (certified || !mayTakePart || standing === 'exhausted') return null
  if (!lessonsDone) return 1
  if (standing === 'passed' || standing === 'none') return null
  return standing === 'open' ? 1 : 2
}
