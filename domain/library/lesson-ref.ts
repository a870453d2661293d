import { z } from 'zod'

/** `trial/opening`: a lesson that an entry of the library belongs to. */
export const lessonRefSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)

/** The entries that belong to a lesson, in their order. */
export function ofLesson<T extends { lessons: readonly string[] }>(
  entries: readonly T[],
  { course, lesson }: { course: string; lesson: string },
): T[] {
  return entries.filter(({ lessons }) => lessons.includes(`${course}/${lesson}`))
}
