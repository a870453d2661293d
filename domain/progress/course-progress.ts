export type LessonOutline = { id: string; minutes: number }
export type LessonStanding = { lessonId: string; completedAt: Date | null; readAt: Date }

export type CourseProgress = {
  done: number
  total: number
  lessonsDone: boolean
  /** Minutes of the lessons not yet completed. */
  lessonMinutesLeft: number
  completed: ReadonlySet<string>
  /** Where to go on: of the lessons not completed, the one last read, else the first; null when all are completed. */
  nextLesson: string | null
}

/** Lessons that a newer release dropped count for nothing; lessons it added are simply not done. */
export function courseProgress(outline: readonly LessonOutline[], states: readonly LessonStanding[]): CourseProgress {
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
    nextLesson: lastRead?.lessonId ?? open[0]?.id ?? null,
  }
}
