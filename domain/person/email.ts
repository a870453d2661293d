import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'

// Plain ASCII, tested before lower-casing: the Kelvin sign K becomes an ordinary k and would match another account.
const ASCII = /^[\x21-\x7E]+$/

export const emailSchema = z
  .string()
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(FIELD_LIMITS.email, { error: 'too-long', abort: true })
  .regex(ASCII, { error: 'email', abort: true })
  .toLowerCase()
  .pipe(z.email('email'))
