import { z } from 'zod'

/** A course's id from a browser. Invalid ones never reach the database, which refuses a null byte. */
export const courseIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)
