import { z } from 'zod'
import { reasonSchema } from '../form/reason'
import { emailSchema } from '../person/email'

/** Admits a person to a closed course. */
export const admissionSchema = reasonSchema.extend({ course: z.string().min(1, 'choose') })
export type Admission = z.infer<typeof admissionSchema>

/** Sends a confirmation again. */
export const confirmAgainSchema = reasonSchema.extend({ email: emailSchema })
export type ConfirmAgain = z.infer<typeof confirmAgainSchema>
