import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { newPasswordSchema } from './password'

// 32 random bytes in base64url. Anything else was never sent.
const tokenSchema = z.string().regex(/^[\w-]{43}$/)

/** The secret token of a link, read from an address; null if it is malformed. */
export function readToken(value: unknown): string | null {
  return tokenSchema.safeParse(value).data ?? null
}

export const newPasswordFormSchema = z.object({ password: newPasswordSchema })

export function readNewPassword(form: FormData) {
  return textFields(form, ['password'])
}
