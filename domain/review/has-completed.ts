type Reading = {
  attempts: readonly { passed: boolean | null }[]
  hasExam: boolean
  lessonsDone: boolean
}

/**
 * Whether a person has completed a course, so that its reviews may begin: she has passed its exam or, if it has none,
 * completed its lessons. Before that she is still learning it, and the questions would give away what the exam asks.
 */
export function hasCompleted({ attempts, hasExam, lessonsDone }: Reading): boolean {
  return hasExam ? attempts.some(({ passed }) => passed === true) : lessonsDone
}
