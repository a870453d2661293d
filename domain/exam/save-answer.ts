import { z } from 'zod'
import { courseIdSchema } from '../course/course-id'
import { answerSchema, certaintySchema } from '../question/answer'

const DAY_MS = 86_400_000

/**
 * The body of the browser's request: only the part that she changed; missing parts stay as they are. `ageMs` is how
 * long ago she gave it, measured as a difference on her own clock: 0 if it is sent at once, more if it waited for the
 * network.
 */
export const savedAnswerSchema = z.strictObject({
  position: z.number().int().min(1).max(200),
  answer: answerSchema.nullable().optional(),
  certainty: certaintySchema.nullable().optional(),
  flagged: z.boolean().optional(),
  /**
   * When the answer was given by the database's clock, in ms since 1970. The page computes it from the time of its own
   * rendering. Unlike `ageMs` it does not grow on a slow network, so that a quick second answer is never taken for the
   * older one.
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

/**
 * The body of PUT /api/exam/answers. Pages that were opened before a deployment send it too: fields may be added but
 * never changed.
 */
export const saveAnswerBodySchema = z.strictObject({
  courseId: courseIdSchema,
  attemptId: z.uuid(),
  saved: savedAnswerSchema,
})
