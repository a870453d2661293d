import { z } from 'zod'
import { courseIdSchema } from '../course/course-id'

/**
 * The place of a reader, sent by the lesson's page as she scrolls. `block` counts the numbered blocks from 0; null if
 * none is in view. `end`: she has come to the end of the lesson.
 */
export const lessonPlaceSchema = z.strictObject({
  courseId: courseIdSchema,
  lessonId: z.string().max(80),
  block: z.number().int().min(0).max(1000).nullable(),
  end: z.boolean().default(false),
})
