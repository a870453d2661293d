export type LessonOutline = { id: string; minutes: number }
export type LessonState = {
  lessonId: string
  completedAt: Date | null
  readAt: Date
  /** When she last marked it as not done again. */
  takenBackAt?: Date | null
}

export type CourseProgress = {
  done: number
  total: number
  lessonsDone: boolean
  /** The minutes of the lessons not yet completed. */
  lessonMinutesLeft: number
  completed: ReadonlySet<string>
  /** She has completed a lesson, even if she marked it as not done later. */
  begun: boolean
  /**
   * The lesson to continue with: of those not completed, the one last read, else the first; null if all are completed.
   */
  nextLesson: string | null
}

/** Lessons that a newer release dropped are ignored; lessons that it added count as not done. */
export function courseProgress(outline: readonly LessonOutline[], states: readonly LessonState[]): CourseProgress {
  const known = new Set(outline.map((lesson) => lesson.id))
  const completed = new Set(
    states.filter((state) => state.completedAt && known.has(state.lessonId)).map((s) => s.lessonId),
  )
  const open = outline.filter((lesson) => !completed.has(lesson.id))
  const lastRead = states
    .filter((state) => known.has(state.lessonId) && !completed.has(state.lessonId))
    .toSorted((a, b) => b.readAt.getTime() - a.readAt.getTime())[0]
  return {
    done: completed.size,
    total: outline.length,
    lessonsDone: open.length === 0,
    lessonMinutesLeft: open.reduce((sum, lesson) => sum + lesson.minutes, 0),
    completed,
    begun: completed.size > 0 || states.some(({ lessonId, takenBackAt }) => takenBackAt && known.has(lessonId)),
    nextLesson: lastRead?.lessonId ?? open[0]?.id ?? null,
  }
}
