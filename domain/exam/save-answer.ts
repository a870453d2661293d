import { z } from 'zod'
import { courseIdSchema } from '../course/course-id'
import { answerSchema, certaintySchema } from './answer'

const DAY_MS = 86_400_000

/**
 * What the browser sends when an answer is given: the part that she gave. What is left out stays as it was. `ageMs` is how long ago she gave it,
 * by her own clock's differences: 0 at once, more when it waited for the network.
 */
export const savedAnswerSchema = z.strictObject({
  position: z.number().int().min(1).max(200),
  answer: answerSchema.nullable().optional(),
  certainty: certaintySchema.nullable().optional(),
  flagged: z.boolean().optional(),
  /**
   * The moment it was given by the database's clock, in ms since 1970, as the page worked it out from the time it was made at:
   * unlike `ageMs` it does not grow with a slow network, so that a quick second answer is never taken for the older one.
   */
  givenAt: z.number().int().min(0).optional(),
  ageMs: z
    .number()
    .int()
    .min(0)
    .max(365 * DAY_MS)
    .default(0),
})
export type SavedAnswer = z.infer<typeof savedAnswerSchema>

/** The body of PUT /api/exam/answers. Open pages of an older deployment send it too: add to it, never change it. */
export const saveAnswerBodySchema = z.strictObject({
  courseId: courseIdSchema,
  attemptId: z.uuid(),
  saved: savedAnswerSchema,
})
