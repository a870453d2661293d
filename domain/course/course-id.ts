import { z } from 'zod'

/** A course's id as a browser sends it: what cannot be one never reaches the database, which refuses a null byte. */
export const courseIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)
