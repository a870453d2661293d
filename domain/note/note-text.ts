import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { linesSchema } from '../form/plain-lines'

/** So many passages can one person keep: more than a course has, and few enough to be listed and searched at once. */
export const MOST_NOTES = 1000

/** The form of a note. */
export const noteSchema = z.object({ noteText: linesSchema(FIELD_LIMITS.noteText) })
