import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'

/**
 * The form that asks for an account: only the address to which the link is sent. Everything else is asked on the page
 * that the link opens, so that nobody is asked twice and nothing about a person is stored before she used the link.
 */
export const signUpSchema = z.object({ email: emailSchema })
export type SignUp = z.infer<typeof signUpSchema>

export function readSignUp(form: FormData) {
  return textFields(form, ['email'])
}
