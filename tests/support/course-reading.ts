import type { CourseReading, Learner } from '@/components/course/course-reading'
import type { Course } from '@/domain/course/course'
import { examAvailability } from '@/domain/exam/exam-availability'
import { courseProgress } from '@/domain/progress/course-progress'
import { lesson, releasedFile } from './course-factories'

const LESSONS = ['first', 'second'] as const
const READ_AT = new Date('2026-11-02T10:00:00Z')
const RULE = { questions: 2, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 2 } }

type Given = Partial<Omit<CourseReading, 'learner'>> & {
  /** The number of completed lessons, of two. */
  done?: number
  /** Null for a reader who is not enrolled. */
  learner?: Partial<Learner> | null
  access?: Course['file']['access']
  exam?: Course['exam']
}

/** A course of two lessons and an exam, with a learner who has not begun. */
export function courseReading(given: Given = {}): CourseReading {
  const { done = 0, learner = {}, access = 'open', exam = RULE, ...overrides } = given
  const lessons = LESSONS.map((id) => {
    const base = lesson()
    return { ...base, file: { ...base.file, id, title: { ar: `درس ${id}`, fr: `Leçon ${id}`, en: `Lesson ${id}` } } }
  })
  const course = { file: { ...releasedFile, access }, lessons, exam }
  const states = LESSONS.slice(0, done).map((lessonId) => ({ lessonId, completedAt: READ_AT, readAt: READ_AT }))
  const outline = LESSONS.map((id) => ({ id, minutes: 15 }))
  const progress = courseProgress(outline, states)
  return {
    release: {
      id: 'release-1',
      courseId: 'fundamentals',
      number: 1,
      course: course as unknown as Course,
      lessons: new Map(lessons.map((each) => [each.file.id, each])),
    },
    learner: learner && { lessons: [], attempts: [], certificate: null, cohort: null, ...learner },
    progress,
    availability: examAvailability([], course.exam, progress.lessonsDone, READ_AT),
    minutesLeft: 30,
    test: null,
    ...overrides,
  }
}
