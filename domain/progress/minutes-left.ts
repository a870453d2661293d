import type { CourseFile } from '../course/course'
import { type ExamAvailability, keyIsOpen } from '../exam/exam-availability'
import type { CourseProgress } from './course-progress'

/** The minutes left in a course: the lessons not completed, and the exam until it is passed or can no longer be. */
export function minutesLeft(
  { lessonMinutesLeft }: Pick<CourseProgress, 'lessonMinutesLeft'>,
  availability: ExamAvailability,
  { examMinutes = 0 }: Pick<CourseFile, 'examMinutes'>,
): number {
  return lessonMinutesLeft + (keyIsOpen(availability) ? 0 : examMinutes)
}
