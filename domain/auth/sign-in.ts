import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'
import { givenPasswordSchema } from './password'

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema })
export type SignIn = z.infer<typeof signInSchema>

export function readSignIn(form: FormData) {
  return textFields(form, ['email', 'password'])
}
