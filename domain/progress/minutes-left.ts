import type { CourseFile } from '../course/course'
import { type ExamStanding, keyIsOpen } from '../exam/exam-standing'
import type { CourseProgress } from './course-progress'

/** The minutes left in a course: the lessons not completed, and the exam until it is passed or can no longer be. */
export function minutesLeft(
  { lessonMinutesLeft }: Pick<CourseProgress, 'lessonMinutesLeft'>,
  standing: ExamStanding,
  { examMinutes = 0 }: Pick<CourseFile, 'examMinutes'>,
): number {
  return lessonMinutesLeft + (keyIsOpen(standing) ? 0 : examMinutes)
}
