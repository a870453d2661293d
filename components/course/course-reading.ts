import type { TestForm } from '@/domain/cohort/test-availability'
import type { Course, Lesson } from '@/domain/course/course'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import type { CourseProgress } from '@/domain/progress/course-progress'

/** A published course. */
export type Release = {
  id: string
  courseId: string
  number: number
  course: Course
  lessons: ReadonlyMap<string, Lesson>
}

export type Cohort = {
  id: string
  name: string
  endsOn: string
  examOpensOn: string | null
  /** The last day of each step: a lesson's id, or `exam`. */
  deadlines: Readonly<Record<string, string>> | null
}
export type Learner = {
  lessons: readonly { lessonId: string; block: number }[]
  attempts: readonly {
    number: number
    handedInAt: Date | null
    earned: number | null
    possible: number | null
    passed: boolean | null
  }[]
  /** Number of the certificate in force. */
  certificate: string | null
  /** Null for a learner who takes the course alone. */
  cohort: Cohort | null
}

/** A course and how far this reader has come in it; `learner` is null for a reader who is not enrolled. */
export type CourseReading<Reader extends Learner | null = Learner | null> = {
  release: Release
  learner: Reader
  progress: CourseProgress
  availability: ExamAvailability
  /** For the remaining lessons and the exam together. */
  minutesLeft: number
  /** The test of her cohort that she can take now. */
  test: TestForm | null
}

/** A course that the learner is enrolled in. */
export type MyCourseReading = CourseReading<Learner> & { mayTakePart: boolean }
