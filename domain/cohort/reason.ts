import { lineSchema } from '../access/plain-line'

/** Why something is done about a person: she may read it. */
export const LONGEST_REASON = 300
export const reasonSchema = lineSchema(LONGEST_REASON)
