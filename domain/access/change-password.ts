import { z } from 'zod'
import { textFields } from './form-fields'
import { givenPasswordSchema, newPasswordSchema } from './password'

export const changePasswordSchema = z.object({ current: givenPasswordSchema, newPassword: newPasswordSchema })
export type ChangePassword = z.infer<typeof changePasswordSchema>

export function readChangePassword(form: FormData) {
  return textFields(form, ['current', 'newPassword'])
}
