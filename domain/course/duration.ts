import type { Course } from './course'

type Timed = { file: Pick<Course['file'], 'examMinutes'>; lessons: readonly { file: { minutes: number } }[] }

/** The minutes that a course takes: its lessons and its exam. */
export function courseMinutes({ file, lessons }: Timed): number {
  return lessons.reduce((sum, lesson) => sum + lesson.file.minutes, file.examMinutes ?? 0)
}

/** The hours that a certificate states for this many minutes: rounded to half an hour, but at least that. */
export function trainingHours(minutes: number): number {
  return Math.max(1, Math.round(minutes / 30)) / 2
}
