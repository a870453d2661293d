import { z } from 'zod'
import { FIELD_LIMITS } from './field-limits'
import { lineSchema } from './plain-line'

/** A reason that the person concerned will read. */
export const reasonSchema = z.object({ reason: lineSchema(FIELD_LIMITS.reason) })
