import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { linesSchema } from '../form/plain-lines'

/** How many passages one person may keep: more than a course has, but few enough to list and search at once. */
export const MOST_NOTES = 1000

/** The form of a note. */
export const noteSchema = z.object({ noteText: linesSchema(FIELD_LIMITS.noteText) })
