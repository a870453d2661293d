import { z } from 'zod'
import { courseIdSchema } from '../course/course-id'
import { answerSchema } from '../question/answer'

const DAY_MS = 86_400_000

/**
 * The body of POST /api/lessons/offline: one thing that she did in a kept lesson. Copies that were made before a
 * deployment send it too: fields may be added but never changed.
 *
 * `owner` is the key of the account for which it was kept. `ageMs` is how long ago she did it, measured as a difference
 * on her own clock.
 */
export const offlineActSchema = z.strictObject({
  owner: z.string().max(64),
  courseId: courseIdSchema,
  lessonId: z.string().max(80),
  releaseId: z.uuid(),
  ageMs: z
    .number()
    .int()
    .min(0)
    .max(365 * DAY_MS),
  /** Without it, she marks the lesson as done. */
  practice: z.strictObject({ questionId: z.string().max(80), answer: answerSchema }).optional(),
})
export type OfflineAct = z.infer<typeof offlineActSchema>

/**
 * The result. `stale`: something newer is stored. `changed`: the question or the lesson has changed since the copy was
 * made. `unfinished`: a condition of the lesson is not met. `unkept`: she is not enrolled, and a public course stores
 * nothing about her.
 */
export type OfflineOutcome = 'saved' | 'stale' | 'changed' | 'unfinished' | 'unkept'
