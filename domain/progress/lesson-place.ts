import { z } from 'zod'

/** Where a reader is: what the lesson's page tells as she scrolls. `block` counts the numbered blocks from 0. */
export const lessonPlaceSchema = z.strictObject({
  courseId: z.string().max(80),
  lessonId: z.string().max(80),
  block: z.number().int().min(0).max(1000),
})
